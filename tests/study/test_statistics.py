"""Progress: forecast, retention, mastery, calendar, streak, and the daily sums from which they are computed."""

import random
from datetime import date, timedelta

from statusref.study.decks import Deck
from statusref.study.options import StudyOptions
from statusref.study.records import DaySums, Records, add_reviews_change
from statusref.study.state import CardState, Phase, Rating, Review
from statusref.study.study import Study
from statusref.userdata.storage import change
from statusref.userdata.user_data import UserData
from tests.study.conftest import START, Clock

TODAY = date(2026, 11, 21)


def _review(number: int, day: date, rating: Rating = Rating.GOOD, phase: Phase = Phase.REVIEW) -> Review:
    at = START + (day - TODAY) + timedelta(seconds=number)
    return Review(f"meaning:{number}", at, rating, 1000, phase, day)


def _add(study: Study, *reviews: Review) -> None:
    study._storage.write([add_reviews_change(reviews)])


def test_nothing_yet(study: Study) -> None:
    figures = study.statistics()
    assert figures.forecast() == (0,) * 30
    assert all(week.share is None for week in figures.retention())
    assert len(figures.retention()) == 12
    assert {mastery.level for mastery in figures.mastery().values()} == {0.0}
    assert figures.calendar() == {}
    streak = figures.streak()
    assert (streak.current, streak.longest) == (0, 0)
    totals = figures.totals()
    assert (totals.answers, totals.studied, totals.cards) == (0, 0, len(study.cards.all()))


def test_forecast(study: Study, clock: Clock) -> None:
    records = Records(study._storage)
    ids = [card.id for card in study.cards.all()]
    learnt = CardState("", Phase.REVIEW, None, 9.0, 5.0, START, START, 3)
    due = [-90, -1, 0, 0, 1, 1, 1, 29, 30, 400]
    states = [
        CardState(card_id, Phase.REVIEW, None, 9.0, 5.0, START + timedelta(days=days), START, 3)
        for card_id, days in zip(ids, due, strict=False)
    ]
    states.append(CardState("retired:card", learnt.phase, None, 9.0, 5.0, START, START, 3))
    states.append(CardState(ids[20], Phase.REVIEW, None, 9.0, 5.0, START, START, 3, suspended=True))
    records.save(states)
    forecast = study.statistics().forecast()
    assert len(forecast) == 30
    assert (forecast[0], forecast[1], forecast[29], sum(forecast)) == (4, 3, 1, 8)
    assert study.statistics().totals().studied == 11, "the retired card is not counted, the suspended one is"


def test_retention_by_week(study: Study) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    _add(
        study,
        _review(1, monday, Rating.AGAIN),
        _review(2, monday),
        _review(3, TODAY, Rating.HARD),
        _review(4, TODAY, Rating.EASY),
        _review(5, TODAY, Rating.AGAIN, Phase.LEARNING),
        _review(6, monday - timedelta(days=1), Rating.AGAIN),
        _review(7, monday - timedelta(weeks=50)),
    )
    weeks = study.statistics().retention(3)
    assert [week.monday for week in weeks] == [monday - timedelta(weeks=2), monday - timedelta(weeks=1), monday]
    assert [(week.recalled, week.recalls) for week in weeks] == [(0, 0), (0, 1), (3, 4)]
    assert weeks[2].share == 0.75
    assert weeks[0].share is None


def test_mastery_grows_and_fades(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=200, learning_steps=()))
    session = study.start(everything)
    while session.shown is not None:
        session.answer(Rating.GOOD)
    fresh = study.statistics().mastery()["404"]
    assert 0 < fresh.level < 0.5
    assert 0 < fresh.studied <= fresh.cards
    for _ in range(3):
        clock.move(days=30)
        session = study.start(everything)
        while session.shown is not None:
            session.answer(Rating.EASY)
    mastered = study.statistics().mastery()["404"]
    assert mastered.level > fresh.level
    clock.move(days=3000)
    faded = study.statistics().mastery()["404"]
    assert faded.level < mastered.level
    assert list(study.statistics().mastery()) == [entry.id for entry in study.cards.catalogue.entries]


def test_streak(study: Study, clock: Clock) -> None:
    for number, days in enumerate((-20, -19, -18, -17, -10, -3, -2, -1)):
        _add(study, _review(number, TODAY + timedelta(days=days)))
    streak = study.statistics().streak()
    assert (streak.current, streak.longest) == (3, 4)
    _add(study, _review(50, TODAY))
    streak = study.statistics().streak()
    assert (streak.current, streak.longest) == (4, 4)
    _add(study, _review(51, TODAY + timedelta(days=400)))
    assert study.statistics().streak() == streak
    clock.move(days=2)
    assert study.statistics().streak().current == 0
    assert study.statistics().streak().longest == 4


def test_calendar_and_time(study: Study) -> None:
    _add(
        study,
        _review(1, TODAY, Rating.GOOD, Phase.NEW),
        _review(2, TODAY, Rating.AGAIN),
        _review(3, TODAY - timedelta(days=3)),
    )
    figures = study.statistics()
    assert figures.calendar() == {
        TODAY - timedelta(days=3): DaySums(1, 0, 1, 1, 1000),
        TODAY: DaySums(2, 1, 1, 0, 2000),
    }
    assert figures.totals().time_spent == timedelta(seconds=3)


def test_sums_always_follow_from_the_reviews(study: Study, user_data: UserData, everything: Deck, clock: Clock) -> None:
    randomness = random.Random(4)
    study.save_options(StudyOptions(new_per_day=30))
    for _ in range(12):
        session = study.start(everything)
        for _ in range(randomness.randrange(50)):
            if session.shown is None:
                break
            if randomness.random() < 0.2:
                session.undo()
            else:
                session.answer(randomness.choice(list(Rating)), randomness.randrange(9000))
            clock.move(seconds=30)
        clock.move(hours=randomness.randrange(60))
    counted = user_data.storage.read(
        "SELECT day, count(*), sum(phase = 0), sum(phase = 2), sum(phase = 2 AND rating > 1), sum(duration_ms) "
        "FROM reviews GROUP BY day ORDER BY day"
    )
    stored = "SELECT day, answers, introduced, recalls, recalled, duration_ms FROM days ORDER BY day"
    assert user_data.storage.read(stored) == counted
    assert len(counted) > 5
    user_data.storage.write([change("DELETE FROM reviews")])
    assert user_data.storage.read(stored) == []


def test_reading_does_not_grow_with_the_reviews(study: Study, user_data: UserData, everything: Deck) -> None:
    """Neither the statistics nor a session read single reviews, so they stay fast however many there are."""
    read: list[str] = []
    storage = user_data.storage
    real = storage.read

    def note(sql: str, values: object = ()) -> object:
        read.append(sql)
        return real(sql, values)  # type: ignore[arg-type]

    storage.read = note  # type: ignore[method-assign, assignment]
    study.statistics().mastery()
    study.due(everything)
    assert read
    assert not any("reviews" in sql for sql in read)
