"""Intervals: as the fsrs library gives them, the same in the preview as after the answer, and with fuzz."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import fsrs
import pytest

from statusref.core.clock import now_here
from statusref.study.days import StudyDays
from statusref.study.options import StudyOptions
from statusref.study.scheduling import Scheduling, interval_of
from statusref.study.state import CardState, Phase, Rating
from tests.study.conftest import START

HISTORIES = 300
DAYS = StudyDays(UTC, 4)
OPTIONS = (
    StudyOptions(),
    StudyOptions(desired_retention=0.8, learning_steps=(), relearning_steps=()),
    StudyOptions(desired_retention=0.97, learning_steps=(30,), relearning_steps=(60, 600, 3600)),
    StudyOptions(learning_steps=(60, 600, 86400), maximum_interval=60),
)


def _library(options: StudyOptions) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=options.desired_retention,
        learning_steps=[timedelta(seconds=step) for step in options.learning_steps],
        relearning_steps=[timedelta(seconds=step) for step in options.relearning_steps],
        maximum_interval=options.maximum_interval,
        enable_fuzzing=False,
    )


def test_intervals_are_those_of_the_library() -> None:
    randomness = random.Random(2026)
    answers = 0
    for number in range(HISTORIES):
        options = OPTIONS[number % len(OPTIONS)]
        scheduling, library = Scheduling(options, DAYS), _library(options)
        at = START
        state, card = CardState("meaning:404"), fsrs.Card(card_id=1, due=at)
        for _ in range(randomness.randrange(1, 25)):
            rating = Rating(randomness.choices((1, 2, 3, 4), (2, 2, 6, 1))[0])
            previews = scheduling.previews(state, at)
            state = scheduling.review(state, rating, at)
            if card.last_review is not None:
                # Nights instead of 24 hours, which is the one thing that differs from the library.
                card.last_review = at - timedelta(days=max((_night(at) - _night(card.last_review)).days, 0))
            card, _ = library.review_card(card, fsrs.Rating(rating), at)
            assert state.due == card.due
            assert (state.stability, state.difficulty) == (card.stability, card.difficulty)
            assert (state.phase, state.step, state.last_review) == (Phase(card.state), card.step, card.last_review)
            assert previews[rating] == interval_of(state)
            nights = _night(card.due) - _night(at)
            assert scheduling.retrievability(state, card.due) == library.get_card_retrievability(card, at + nights)
            early = randomness.choice((timedelta(), timedelta(hours=-3), timedelta(days=randomness.randrange(40))))
            at = max(card.due + early, at) + timedelta(microseconds=randomness.randrange(10**9))
            answers += 1
    assert answers > 10 * HISTORIES


def _night(at: datetime) -> date:
    return (at - timedelta(hours=4)).date()


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"])
@pytest.mark.parametrize("rollover_hour", [0, 2, 4, 12, 23])
@pytest.mark.parametrize("day", ["2026-03-07", "2026-03-08", "2026-03-28", "2026-10-24", "2026-10-31", "2026-07-01"])
def test_one_night_is_one_day(zone: str, rollover_hour: int, day: str) -> None:
    """Answered late and again early on the next study day, a card counts as reviewed after one day."""
    days = StudyDays(ZoneInfo(zone), rollover_hour)
    scheduling = Scheduling(StudyOptions(learning_steps=()), days)
    evening = days.end(date.fromisoformat(day)) - timedelta(minutes=30)
    learnt = scheduling.review(CardState("x"), Rating.GOOD, days.later(evening, -3))
    for hours, elapsed in ((0.25, 3), (1, 4), (22, 4)):
        at = evening + timedelta(hours=hours)
        assert days.elapsed(days.later(evening, -3), at) == elapsed
        whole = Scheduling(StudyOptions(learning_steps=()), StudyDays(UTC, 0))
        expected = whole.review(
            replace(learnt, last_review=START - timedelta(days=elapsed)), Rating.GOOD, START + timedelta(minutes=1)
        )
        assert scheduling.review(learnt, Rating.GOOD, at).stability == expected.stability
        state = scheduling.review(learnt, Rating.GOOD, at)
        assert state.last_review == at
        assert state.due is not None
        assert days.elapsed(at, state.due) == interval_of(state).days, "it comes on the day that was promised"


def test_a_card_of_the_evening_is_a_day_old_in_the_morning() -> None:
    seoul = ZoneInfo("Asia/Seoul")
    scheduling = Scheduling(StudyOptions(), StudyDays(seoul, 4))
    evening = datetime(2026, 11, 21, 21, 10, tzinfo=seoul)
    state = scheduling.review(CardState("x"), Rating.EASY, evening)
    state = replace(state, stability=2.3, due=evening.astimezone(UTC) + timedelta(days=1))
    morning = datetime(2026, 11, 22, 8, 0, tzinfo=seoul)
    next_evening = evening + timedelta(days=1)
    assert scheduling.previews(state, morning) == scheduling.previews(state, next_evening)
    assert scheduling.previews(state, morning) != scheduling.previews(state, evening)


def test_new_york_rolls_over_at_four_when_summer_time_begins() -> None:
    days = StudyDays(ZoneInfo("America/New_York"), 4)
    assert days.start(date(2026, 3, 8)) == datetime(2026, 3, 8, 8, 0, tzinfo=UTC)
    assert days.start(date(2026, 3, 7)) == datetime(2026, 3, 7, 9, 0, tzinfo=UTC)


def test_the_zone_of_the_system_has_its_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    now_here()
    try:
        days = StudyDays(None, 4)
        for day in (date(2026, 1, 5), date(2026, 3, 8), date(2026, 7, 1), date(2026, 11, 1)):
            assert days.start(day) == StudyDays(ZoneInfo("America/New_York"), 4).start(day)
            assert days.of(days.start(day)) == day
        monkeypatch.setenv("TZ", "Asia/Seoul")
        now_here()
        assert days.start(date(2026, 1, 5)) == datetime(2026, 1, 4, 19, 0, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        now_here()


def test_a_move_between_zones_counts_the_nights_of_where_one_is() -> None:
    seoul, new_york = StudyDays(ZoneInfo("Asia/Seoul"), 4), StudyDays(ZoneInfo("America/New_York"), 4)
    answered = datetime(2026, 11, 29, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
    assert new_york.elapsed(answered, datetime(2026, 11, 29, 8, 0, tzinfo=ZoneInfo("America/New_York"))) == 1
    back = datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("America/New_York"))
    assert seoul.elapsed(back, datetime(2026, 11, 30, 8, 0, tzinfo=ZoneInfo("Asia/Seoul"))) == 1


def test_times_in_any_zone_are_the_same() -> None:
    scheduling = Scheduling(StudyOptions(), DAYS)
    here = scheduling.review(CardState("x"), Rating.GOOD, START)
    assert scheduling.review(CardState("x"), Rating.GOOD, START.astimezone(ZoneInfo("Asia/Seoul"))) == here


def test_fuzz_is_seeded_by_card_and_count() -> None:
    plain, fuzzy = Scheduling(StudyOptions(), DAYS), Scheduling(StudyOptions(fuzz=True), DAYS)
    spread: set[int] = set()
    for number in range(300):
        state = CardState(f"card:{number}", Phase.REVIEW, None, 40.0, 5.0, START, START - timedelta(days=40), reps=7)
        exact = {rating: interval.days for rating, interval in plain.previews(state, START).items()}
        given = fuzzy.previews(state, START)
        assert given == fuzzy.previews(state, START)
        for rating in Rating:
            assert given[rating] == interval_of(fuzzy.review(state, rating, START))
        days = [given[rating].days for rating in (Rating.HARD, Rating.GOOD, Rating.EASY)]
        assert days == sorted(days)
        assert given[Rating.AGAIN] == timedelta(minutes=10)
        assert abs(days[1] - exact[Rating.GOOD]) <= 1 + 0.1 * exact[Rating.GOOD]
        spread.add(days[1])
    assert len(spread) > 5


def test_fuzz_leaves_the_global_randomness_alone() -> None:
    random.seed(1)
    before = random.getstate()
    Scheduling(StudyOptions(fuzz=True), DAYS).previews(
        CardState("x", Phase.REVIEW, None, 40.0, 5.0, START, START), START
    )
    assert random.getstate() == before


def test_a_clock_that_goes_back_is_survived() -> None:
    scheduling = Scheduling(StudyOptions(), DAYS)
    state = CardState("x")
    for days in (0, 400, -400, 3, -1000):
        state = scheduling.review(state, Rating.EASY, START + timedelta(days=days))
        assert state.due is not None
        assert state.due > START + timedelta(days=days)


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_per_day": -1},
        {"new_per_day": True},
        {"reviews_per_day": 1.5},
        {"rollover_hour": 24},
        {"desired_retention": 1.0},
        {"desired_retention": "0.9"},
        {"desired_retention": float("nan")},
        {"learning_steps": (0,)},
        {"learning_steps": (60,) * 11},
        {"relearning_steps": [600]},
        {"relearning_steps": (10**9,)},
        {"fuzz": 1},
        {"leech_lapses": 0},
        {"maximum_interval": 0},
    ],
)
def test_options_outside_their_bounds(wrong: dict[str, Any]) -> None:
    name = next(iter(wrong))
    with pytest.raises(ValueError, match=name):
        StudyOptions(**wrong)
    as_json = {key: list(value) if isinstance(value, tuple) else value for key, value in wrong.items()}
    if wrong != {"relearning_steps": [600]}:
        assert StudyOptions.from_json({**as_json, "unknown": 1}) == StudyOptions()


def test_options_survive_json() -> None:
    for options in OPTIONS:
        assert StudyOptions.from_json(options.to_json()) == options
