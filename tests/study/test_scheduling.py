"""Intervals: as the fsrs library gives them, the same in the preview as after the answer, and with fuzz."""

import random
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import fsrs
import pytest

from statusref.study.options import StudyOptions
from statusref.study.scheduling import Scheduling, interval_of
from statusref.study.state import CardState, Phase, Rating
from tests.study.conftest import START

HISTORIES = 1000
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
        scheduling, library = Scheduling(options), _library(options)
        at = START
        state, card = CardState("meaning:404"), fsrs.Card(card_id=1, due=at)
        for _ in range(randomness.randrange(1, 25)):
            rating = Rating(randomness.choices((1, 2, 3, 4), (2, 2, 6, 1))[0])
            previews = scheduling.previews(state, at)
            state = scheduling.review(state, rating, at)
            card, _ = library.review_card(card, fsrs.Rating(rating), at)
            assert state.due == card.due
            assert (state.stability, state.difficulty) == (card.stability, card.difficulty)
            assert (state.phase, state.step, state.last_review) == (Phase(card.state), card.step, card.last_review)
            assert previews[rating] == interval_of(state)
            assert scheduling.retrievability(state, card.due) == library.get_card_retrievability(card, card.due)
            early = randomness.choice((timedelta(), timedelta(hours=-3), timedelta(days=randomness.randrange(40))))
            at = max(card.due + early, at) + timedelta(microseconds=randomness.randrange(10**9))
            answers += 1
    assert answers > 10 * HISTORIES


def test_times_in_any_zone_are_the_same() -> None:
    scheduling = Scheduling(StudyOptions())
    here = scheduling.review(CardState("x"), Rating.GOOD, START)
    assert scheduling.review(CardState("x"), Rating.GOOD, START.astimezone(ZoneInfo("Asia/Seoul"))) == here


def test_fuzz_is_seeded_by_card_and_count() -> None:
    plain, fuzzy = Scheduling(StudyOptions()), Scheduling(StudyOptions(fuzz=True))
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
    Scheduling(StudyOptions(fuzz=True)).previews(CardState("x", Phase.REVIEW, None, 40.0, 5.0, START, START), START)
    assert random.getstate() == before


def test_a_clock_that_goes_back_is_survived() -> None:
    scheduling = Scheduling(StudyOptions())
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
