"""Review sessions: order, daily limits, previews, undo, leeches, study days, wrong clocks, two windows."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from statusref.study.cards import Cards, codes_of
from statusref.study.days import StudyDays
from statusref.study.decks import Deck, DeckKind
from statusref.study.options import StudyOptions
from statusref.study.records import Records
from statusref.study.session import LONGEST_ANSWER_MS, Aside, ReviewSession, Wish
from statusref.study.state import CardState, Phase, Rating
from statusref.study.study import Study
from statusref.userdata.storage import change
from statusref.userdata.user_data import UserData
from tests.study.conftest import Clock


def _card_id(session: ReviewSession) -> str:
    shown = session.shown
    assert shown is not None
    return shown.card.id


def _everything_in(user_data: UserData) -> object:
    return [user_data.storage.read(f"SELECT * FROM {table}") for table in ("reviews", "days")] + [
        Records(user_data.storage).states()
    ]


def _finish(session: ReviewSession, clock: Clock, rating: Rating = Rating.GOOD) -> int:
    answers = 0
    while True:
        while session.shown is not None:
            session.answer(rating, 2000)
            clock.move(seconds=5)
            answers += 1
        if session.next_due is None:
            return answers
        clock.time = max(clock.time, session.next_due)
        session.refresh()


def test_a_day(study: Study, everything: Deck, clock: Clock, cards: Cards) -> None:
    session = study.start(everything)
    assert session.left.new == 10
    assert (session.left.learning, session.left.review, session.done) == (0, 0, 0)
    assert _card_id(session) == cards.all()[0].id
    first = session.previews()
    assert first[Rating.AGAIN] == timedelta(minutes=1)
    assert first[Rating.GOOD] == timedelta(minutes=10)
    answered = session.answer(Rating.GOOD, 3000)
    assert answered.interval == timedelta(minutes=10)
    assert answered.card is cards.all()[0]
    assert (session.left.new, session.left.learning, session.done) == (9, 1, 1)
    assert _finish(session, clock) == 19
    assert session.left.total == 0
    assert session.shown is None
    summary = session.summary()
    assert (summary.answers, summary.introduced) == (20, 10)
    assert summary.by_rating[Rating.GOOD] == 20
    assert summary.duration_ms == 3000 + 19 * 2000
    assert study.counts(everything).total == 0
    clock.move(days=3)
    assert study.counts(everything).review == 10


def test_learning_cards_come_back_when_due_and_ahead_at_the_end(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=3))
    session = study.start(everything)
    first = _card_id(session)
    session.answer(Rating.AGAIN)
    assert _card_id(session) != first
    clock.move(seconds=61)
    session.answer(Rating.GOOD)
    assert _card_id(session) == first, "it is due now, before the next new card"
    session.answer(Rating.AGAIN)
    session.answer(Rating.EASY)
    assert _card_id(session) == first, "nothing else is left, so it comes a minute early"
    assert session.next_due is None


def test_waiting_for_a_long_step(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=1, learning_steps=(3600,)))
    session = study.start(everything)
    session.answer(Rating.AGAIN)
    assert session.shown is None
    assert session.next_due == clock.time + timedelta(hours=1)
    with pytest.raises(LookupError):
        session.answer(Rating.GOOD)
    with pytest.raises(LookupError):
        session.previews()
    clock.move(hours=1)
    session.refresh()
    assert session.shown is not None


def test_limits_hold_over_sessions_and_decks(study: Study, everything: Deck, clock: Clock, cards: Cards) -> None:
    study.save_options(StudyOptions(new_per_day=6, reviews_per_day=10, learning_steps=()))
    small = Deck(DeckKind.CLASS, "2xx", frozenset({"200", "201", "202", "204"}))
    session = study.start(small)
    for _ in range(4):
        session.answer(Rating.GOOD)
    assert study.counts(everything).new == 2
    _finish(study.start(everything), clock)
    assert study.counts(everything).total == 0
    clock.move(days=10)
    assert study.counts(everything).review == 6
    assert study.counts(everything).new == 4
    session = study.start(everything)
    session.answer(Rating.GOOD)
    assert study.counts(everything).review == 5


def test_the_longest_overdue_come_first_and_those_of_one_day_mixed(
    study: Study, everything: Deck, clock: Clock, cards: Cards
) -> None:
    study.save_options(StudyOptions(new_per_day=0, reviews_per_day=9999))
    chosen = [cards.by_id[f"meaning:{entry.id}"] for entry in cards.catalogue.entries if entry.essential]
    asked = clock.time - timedelta(days=9)

    def codes_shown() -> list[tuple[int, int]]:
        """Return the days late and the codes in the order shown."""
        due = [clock.time - timedelta(days=place % 3) for place in range(len(chosen))]
        states = zip(chosen, due, strict=True)
        Records(study._storage).save(
            [CardState(card.id, Phase.REVIEW, None, 3.0, 5.0, at, asked, 1) for card, at in states]
        )
        session = study.start(everything)
        shown: list[tuple[int, int]] = []
        while (card := session.shown) is not None:
            shown.append((chosen.index(card.card) % 3, card.card.entries[0].code))
            session.answer(Rating.EASY)
        return shown

    shown = codes_shown()
    assert [late for late, _ in shown] == [2] * 9 + [1] * 9 + [0] * 9
    codes = [code for _, code in shown]
    assert not any(first < second < third for first, second, third in zip(codes, codes[1:4], codes[2:4], strict=False))
    assert codes != sorted(codes)
    clock.move(days=1)
    assert [code for _, code in codes_shown()] != codes, "another order on another day"


def test_in_a_backlog_what_is_remembered_best_comes_first(
    study: Study, everything: Deck, clock: Clock, cards: Cards
) -> None:
    study.save_options(StudyOptions(reviews_per_day=5))
    chosen = [cards.by_id[f"meaning:{entry.id}"] for entry in cards.catalogue.entries if entry.essential][:12]
    asked, due = clock.time - timedelta(days=30), clock.time - timedelta(days=20)
    Records(study._storage).save(
        [CardState(card.id, Phase.REVIEW, None, 5.0 + place, 5.0, due, asked, 1) for place, card in enumerate(chosen)]
    )
    left = study.due(everything)
    assert [card.id for card in left.cards] == [card.id for card in reversed(chosen[-5:])]
    assert left.counts.new == 0, "no new cards while more is due than fits into a day"
    study.save_options(StudyOptions(reviews_per_day=5, new_when_behind=True))
    assert study.counts(everything).new == 10
    study.save_options(StudyOptions(reviews_per_day=15))
    assert study.counts(everything).new == 3, "a new card takes the place of a review"


def test_siblings_are_asked_on_different_days(study: Study, everything: Deck, clock: Clock) -> None:
    for _ in range(40):
        session = study.start(everything)
        asked: set[str] = set()
        while session.shown is not None:
            asked.add(session.shown.card.id)
            late = session.shown.state.phase is Phase.REVIEW and (clock.time - session.shown.state.due_time).days
            card = session.shown.card
            session.answer(Rating.GOOD)
            after = session.shown
            if after is not None and after.card is not card:
                assert codes_of(after.card).isdisjoint(codes_of(card)), "never one right after the other"
            assert late <= 2, "no review is later than two days"
        clock.move(days=1)


def test_what_was_answered_in_another_deck_has_its_siblings_wait(
    study: Study, everything: Deck, clock: Clock, cards: Cards
) -> None:
    study.start(Deck(DeckKind.TAG, "", frozenset({"404"}))).answer(Rating.EASY)
    assert all(404 not in codes_of(card) for card in study.due(everything).cards)


def test_more_new_cards_and_reviews_ahead_are_for_one_session(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=2, learning_steps=()))
    assert _finish(study.start(everything), clock) == 2
    assert study.counts(everything).total == 0
    assert _finish(study.start(everything, Wish(more_new=3)), clock) == 3
    assert study.counts(everything).total == 0
    session = study.start(everything, Wish(ahead=7))
    assert session.left.review == 5
    session.answer(Rating.GOOD)
    assert session.left.review == 4


def test_kinds_that_a_deck_leaves_out(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions().leaving_out("all", frozenset({"meaning", "code"})))
    kinds = {card.kind.value for card in study.due(everything).cards}
    assert kinds == {"scenario"}
    small = Deck(DeckKind.CLASS, "2xx", frozenset({"200", "201"}))
    assert {card.kind.value for card in study.due(small).cards} == {"meaning"}, "another deck has all kinds"


def test_previews_are_kept_even_when_a_day_passes_before_the_answer(
    study: Study, everything: Deck, clock: Clock
) -> None:
    study.save_options(StudyOptions(new_per_day=1, learning_steps=()))
    study.start(everything).answer(Rating.GOOD)
    clock.move(days=30)
    session = study.start(everything)
    promised = session.previews()
    clock.move(hours=30)
    assert session.answer(Rating.GOOD).interval == promised[Rating.GOOD]
    assert session.undo()
    later = session.previews()
    assert later[Rating.GOOD] >= promised[Rating.GOOD]


def test_previews_equal_what_is_given(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=25, fuzz=True))
    randomness = random.Random(8)
    for _ in range(25):
        session = study.start(everything)
        for _ in range(60):
            if session.shown is None:
                break
            promised = session.previews()
            clock.move(seconds=randomness.randrange(60))
            rating = randomness.choice(list(Rating))
            assert session.answer(rating).interval == promised[rating]
        clock.move(days=randomness.randrange(4), hours=randomness.randrange(24))


def test_undo_back_to_the_start(study: Study, user_data: UserData, everything: Deck, clock: Clock) -> None:
    _finish(study.start(everything), clock)
    clock.move(days=1)
    before = _everything_in(user_data)
    session = study.start(everything)
    left = session.left
    randomness = random.Random(1)
    trail: list[str] = []
    for _ in range(80):
        if session.shown is None:
            break
        trail.append(_card_id(session))
        match randomness.randrange(8):
            case 0:
                session.bury()
            case 1:
                session.suspend()
            case _:
                session.answer(randomness.choice(list(Rating)), 1000)
        clock.move(seconds=20)
    assert len(trail) > 20
    assert session.can_undo
    for card_id in reversed(trail):
        assert session.undo()
        assert _card_id(session) == card_id
    assert not session.undo()
    assert not session.can_undo
    assert session.left == left
    assert session.done == session.summary().answers == 0
    assert _everything_in(user_data) == before


def test_bury_until_tomorrow(study: Study, everything: Deck, clock: Clock) -> None:
    session = study.start(everything)
    card_id = _card_id(session)
    session.bury()
    assert _card_id(session) != card_id
    assert card_id not in {card.id for card in study.due(everything).cards}
    clock.move(days=1)
    assert card_id in {card.id for card in study.due(everything).cards}


def test_suspend_until_resumed(study: Study, everything: Deck, clock: Clock) -> None:
    session = study.start(everything)
    card_id = _card_id(session)
    session.suspend()
    clock.move(days=100)
    assert card_id not in {card.id for card in study.due(everything).cards}
    assert [card.id for card in study.suspended()] == [card_id]
    study.resume(card_id)
    assert study.suspended() == ()
    assert card_id in {card.id for card in study.due(everything).cards}


def test_a_wanted_card_comes_first(study: Study, everything: Deck, clock: Clock, cards: Cards) -> None:
    study.save_options(StudyOptions(new_per_day=0, reviews_per_day=0, learning_steps=()))
    last = cards.all()[-1].id
    study.want(last)
    assert [card.id for card in study.due(everything).cards] == [last]
    session = study.start(everything)
    session.answer(Rating.EASY)
    assert session.shown is None
    study.want(last)
    session = study.start(everything)
    assert _card_id(session) == last
    session.answer(Rating.EASY)
    assert study.counts(everything).total == 0


def test_wanting_cards_can_be_taken_back(study: Study, everything: Deck, clock: Clock, cards: Cards) -> None:
    study.save_options(StudyOptions(learning_steps=()))
    session = study.start(everything)
    known, unknown, suspended = _card_id(session), cards.all()[-1].id, cards.all()[-2].id
    session.answer(Rating.EASY)
    study.want(suspended)
    aside = study.start(everything)
    assert _card_id(aside) == suspended
    aside.suspend()
    before = [study.state(card_id) for card_id in (known, unknown, suspended)]
    wanted = study.want(known, unknown, suspended)
    assert all(study.state(card_id).wanted for card_id in (known, unknown, suspended))
    assert study.unwant(wanted) == 3
    assert [study.state(card_id) for card_id in (known, unknown, suspended)] == before


def test_what_was_reviewed_since_is_not_taken_back(study: Study, everything: Deck, cards: Cards) -> None:
    study.save_options(StudyOptions(learning_steps=()))
    first, second = cards.all()[-1].id, cards.all()[-2].id
    wanted = study.want(first, second)
    session = study.start(everything)
    answered = _card_id(session)
    session.answer(Rating.GOOD)
    after = study.state(answered)
    assert study.unwant(wanted) == 1
    assert study.state(answered) == after


def test_leeches(study: Study, everything: Deck, clock: Clock, cards: Cards) -> None:
    study.save_options(StudyOptions(new_per_day=1, learning_steps=(), relearning_steps=()))
    told: list[int] = []
    study.start(Deck(DeckKind.TAG, "", frozenset({"404"}))).answer(Rating.AGAIN)
    study.save_options(StudyOptions(new_per_day=0, learning_steps=(), relearning_steps=()))
    clock.move(days=2)
    for _ in range(14):
        session = study.start(Deck(DeckKind.TAG, "", frozenset({"404"})))
        answered = session.answer(Rating.AGAIN)
        if answered.became_leech:
            told.append(study.state(answered.card.id).lapses)
            assert session.summary().leeches == (answered.card,)
            session.undo()
            assert session.summary().leeches == ()
            session.answer(Rating.AGAIN)
        clock.move(days=2)
    assert told == [8, 12]


def test_undo_takes_back_the_wrong_code_too(study: Study, user_data: UserData, everything: Deck, cards: Cards) -> None:
    session = study.start(everything)
    card_id = _card_id(session)
    session.answer(Rating.AGAIN, mistaken_for="403")
    assert Records(user_data.storage).mistakes(card_id) == {"403": 1}
    session.undo()
    assert Records(user_data.storage).mistakes(card_id) == {}


def test_another_card_than_the_one_on_show_is_suspended_and_comes_back(study: Study, everything: Deck) -> None:
    session = study.start(everything)
    first = session.shown
    assert first is not None
    session.answer(Rating.AGAIN)
    second = _card_id(session)
    session.suspend(first.card)
    assert _card_id(session) == second
    assert study.suspended() == (first.card,)
    undone = session.undo()
    assert undone is not None
    assert (undone.card, undone.done) == (first.card, Aside.SUSPENDED)
    assert not study.suspended()


def test_a_removed_card_is_retired_and_returns_with_its_history(
    study: Study, user_data: UserData, everything: Deck, clock: Clock, cards: Cards
) -> None:
    session = study.start(everything)
    card_id = _card_id(session)
    session.answer(Rating.EASY)
    fewer = Cards(cards.catalogue, (), ())
    del fewer.by_id[card_id]
    clock.move(days=60)
    without = Study(user_data.storage, fewer, clock, lambda: clock.zone)
    assert without.statistics().totals().studied == 0
    _finish(without.start(everything), clock)
    assert study.state(card_id).reps == 1
    assert card_id in {card.id for card in study.due(everything).cards}


def test_an_undone_card_that_is_gone_meanwhile(
    study: Study, user_data: UserData, everything: Deck, clock: Clock
) -> None:
    session = study.start(everything)
    session.answer(Rating.GOOD)
    other = study.start(everything)
    other.answer(Rating.GOOD)
    assert session.undo()
    assert session.shown is not None


def test_two_windows_at_the_same_cards(study: Study, user_data: UserData, everything: Deck, clock: Clock) -> None:
    first, second = study.start(everything), study.start(everything)
    for number in range(30):
        session = (first, second)[number % 2]
        if session.shown is None:
            break
        session.previews()
        session.answer(Rating.GOOD)
        clock.move(seconds=1)
    states = Records(user_data.storage).states()
    counted: dict[str, int] = dict(user_data.storage.read("SELECT card_id, count(*) FROM reviews GROUP BY card_id"))
    assert {card_id: state.reps for card_id, state in states.items()} == counted


def test_the_days_of_the_user(study: Study, everything: Deck, clock: Clock) -> None:
    """09:30 UTC is 18:30 in Seoul. The study day there ends at 04:00, which is 19:00 UTC."""
    session = study.start(everything)
    session.answer(Rating.EASY)
    assert study.counts(everything).new == 9
    clock.time = datetime(2026, 11, 21, 18, 59, tzinfo=UTC)
    assert study.counts(everything).new == 9
    clock.time = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
    assert study.counts(everything).new == 10


def test_the_rollover_during_a_session(study: Study, everything: Deck, clock: Clock) -> None:
    clock.time = datetime(2026, 11, 21, 18, 59, 50, tzinfo=UTC)
    session = study.start(everything)
    session.answer(Rating.EASY)
    clock.move(seconds=20)
    session.answer(Rating.EASY)
    assert session.left.new == 9, "a new day began, and one was answered in it"
    sums = study.statistics().calendar()
    assert {day: done.answers for day, done in sums.items()} == {date(2026, 11, 21): 1, date(2026, 11, 22): 1}


def test_a_journey_loses_and_repeats_nothing(study: Study, everything: Deck, clock: Clock) -> None:
    _finish(study.start(everything), clock)
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Seoul", "Pacific/Pago_Pago"):
        clock.zone = ZoneInfo(zone)
        assert study.statistics().totals().answers == 20
        assert all(card.id not in _answered(study) for card in study.due(everything).cards)


def _answered(study: Study) -> set[str]:
    return {card.id for card in study.cards.all() if study.state(card.id).reps}


def test_a_changed_clock_loses_and_repeats_nothing(
    study: Study, user_data: UserData, everything: Deck, clock: Clock
) -> None:
    seen: list[str] = []
    for hours in (0, 0, -5, 5, -20, 20, 0, 23, -23):
        clock.move(hours=hours)
        session = study.start(everything)
        if session.shown is not None:
            seen.append(_card_id(session))
            session.answer(Rating.EASY)
    assert len(set(seen)) == len(seen)
    assert user_data.storage.read("SELECT count(*) FROM reviews") == [(len(seen),)]


def test_a_clock_that_was_years_ahead_hides_no_card_for_years(study: Study, everything: Deck, clock: Clock) -> None:
    clock.move(days=1000)
    session = study.start(everything)
    card_id = _card_id(session)
    session.answer(Rating.EASY)
    clock.move(days=-1000)
    assert card_id in {card.id for card in study.due(everything).cards}
    study.want(card_id)
    session = study.start(everything)
    assert _card_id(session) == card_id
    session.answer(Rating.EASY)
    assert card_id not in {card.id for card in study.due(everything).cards}
    assert study.state(card_id).reps == 2


def test_two_answers_at_the_same_instant_are_both_kept(study: Study, user_data: UserData, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=1))
    deck = Deck(DeckKind.TAG, "", frozenset({"404"}))
    session = study.start(deck)
    card_id = _card_id(session)
    for _ in range(5):
        session.answer(Rating.AGAIN)
        study.want(card_id)
        session.refresh()
    assert user_data.storage.read("SELECT count(*), count(DISTINCT reviewed_at) FROM reviews") == [(5, 5)]


def test_time_away_is_not_time_spent(study: Study, everything: Deck) -> None:
    session = study.start(everything)
    session.answer(Rating.GOOD, 10**9)
    session.answer(Rating.GOOD, -5)
    assert session.summary().duration_ms == LONGEST_ANSWER_MS


def test_a_damaged_row_begins_anew(study: Study, user_data: UserData, everything: Deck) -> None:
    session = study.start(everything)
    card_id = _card_id(session)
    session.answer(Rating.EASY)
    user_data.storage.write([change("UPDATE cards SET phase = 77, due = 'x'")])
    user_data.storage.write([change("INSERT INTO options VALUES ('fuzz', '{', 0)")])
    assert study.state(card_id) == CardState(card_id)
    assert study.options == StudyOptions()
    assert study.reconcile() == 1
    assert study.state(card_id).reps == 1


def test_days_around_a_clock_change() -> None:
    days = StudyDays(ZoneInfo("Europe/Berlin"), 4)
    for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 7, 1)):
        assert days.of(days.start(day)) == day
        assert days.of(days.start(day) - timedelta(microseconds=1)) == day - timedelta(days=1)
        assert days.end(day) == days.start(day + timedelta(days=1))
    for hour in range(24):
        days = StudyDays(ZoneInfo("Europe/Berlin"), hour)
        for number in range(400):
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=23 * number)
            day = days.of(at)
            assert days.start(day) - timedelta(hours=1) <= at < days.end(day) + timedelta(hours=1)


def test_options_are_kept(study: Study) -> None:
    chosen = StudyOptions(new_per_day=3, fuzz=True, learning_steps=(), desired_retention=0.85)
    study.save_options(chosen)
    assert study.options == chosen
    study.save_options(replace(chosen, new_per_day=4))
    assert study.options.new_per_day == 4


def test_impossible_times_hide_no_card(study: Study, everything: Deck, clock: Clock) -> None:
    """As a damaged file or a wrong clock may leave them: every such card can be answered, and is due later then."""
    early, late = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
    odd = [
        CardState("meaning:200", Phase.REVIEW, None, 3.0, 5.0, early, late, 1),
        CardState("meaning:404", Phase.REVIEW, None, 3.0, 5.0, late, late, 1),
        CardState("meaning:500", Phase.REVIEW, None, 3.0, 5.0, None, None, 1),
        CardState("meaning:301", Phase.LEARNING, 0, 3.0, 5.0, early, early, 1),
        CardState("meaning:403", Phase.REVIEW, None, 0.001, 5.0, early, early, 1),
    ]
    Records(study._storage).save(odd)
    study.save_options(StudyOptions(new_per_day=0))
    session = study.start(everything)
    seen = set()
    while session.shown is not None:
        seen.add(session.shown.card.id)
        session.answer(Rating.EASY)
    assert seen == {state.card_id for state in odd}
    assert all(study.state(card_id).due_time > clock.time for card_id in seen)
    assert study.statistics().forecast()[0] == 0
