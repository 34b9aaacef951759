"""FSRS's parameters: from Anki's list, from one's own reviews, and never such as the scheduler would refuse."""

import random
import sys
from datetime import UTC, datetime, timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from statusref.study.days import StudyDays
from statusref.study.decks import Deck
from statusref.study.optimizing import OptimizerMissingError, TooFewReviewsError, optimize
from statusref.study.options import StudyOptions
from statusref.study.parameters import ParametersError, parse_parameters
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Phase, Rating, Review
from statusref.study.study import Study

ANKI = ", ".join(f"{number:.4f}" for number in DEFAULT_PARAMETERS)
DAYS = StudyDays(UTC, 4)
START = datetime(2026, 1, 5, 12, tzinfo=UTC)


def reviews_of(count: int, recall: float) -> list[Review]:
    """Reviews of cards that are remembered with one probability, after growing intervals."""
    chance = random.Random(4)
    found = []
    for card in range(count // 10):
        at, interval = START, 1
        for number in range(10):
            good = number == 0 or chance.random() < recall
            rating = Rating.GOOD if good else Rating.AGAIN
            phase = Phase.REVIEW if number else Phase.NEW
            found.append(Review(f"card:{card}", at, rating, 5000, phase, at.date()))
            interval = min(interval * 2, 60) if good else 1
            at += timedelta(days=interval)
    return found


@pytest.mark.parametrize("text", [ANKI, ANKI.replace(", ", "\n"), f"[{ANKI}]", f'"fsrsParams6": [{ANKI}]'[15:]])
def test_a_list_from_anki(text: str) -> None:
    assert parse_parameters(text) == pytest.approx(DEFAULT_PARAMETERS)


@pytest.mark.parametrize("text", ["", "0.2, 1.3", ANKI + ", 1", "9" * 5000, "한글"])
def test_a_list_of_another_length_is_refused(text: str) -> None:
    with pytest.raises(ParametersError) as raised:
        parse_parameters(text)
    assert raised.value.number == 0


def test_a_number_out_of_bounds_is_named() -> None:
    numbers = [str(number) for number in DEFAULT_PARAMETERS]
    numbers[7] = "3"
    with pytest.raises(ParametersError) as raised:
        parse_parameters(", ".join(numbers))
    assert raised.value.number == 8


def test_own_parameters_change_the_intervals() -> None:
    slow = tuple(number * 2 if place < 4 else number for place, number in enumerate(DEFAULT_PARAMETERS))
    usual, own = (Scheduling(StudyOptions(parameters=numbers, learning_steps=()), DAYS) for numbers in ((), slow))
    new = CardState("x")
    assert own.previews(new, START)[Rating.GOOD] > usual.previews(new, START)[Rating.GOOD]


def test_numbers_of_a_damaged_file_are_passed_over() -> None:
    damaged = Scheduling(StudyOptions(parameters=(50.0,) * 21), DAYS)
    assert damaged.previews(CardState("x"), START) == Scheduling(StudyOptions(), DAYS).previews(CardState("x"), START)


def test_what_fits_the_own_reviews_foretells_them_better() -> None:
    found = optimize(reviews_of(2000, 0.99), ())
    assert found.is_better
    assert found.reviews == 2000
    StudyOptions(parameters=found.parameters)
    forgetful = optimize(reviews_of(2000, 0.6), ())
    at = START + timedelta(days=1)
    state = CardState("x", Phase.REVIEW, None, 10.0, 5.0, at, START, 3)
    intervals = [
        Scheduling(StudyOptions(parameters=one.parameters), DAYS).previews(state, at)[Rating.GOOD]
        for one in (found, forgetful)
    ]
    assert intervals[0] > intervals[1]


def test_too_few_reviews_are_counted(study: Study, everything: Deck) -> None:
    study.start(everything).answer(Rating.GOOD)
    with pytest.raises(TooFewReviewsError) as raised:
        study.optimize()
    assert raised.value.count == 1


def test_without_the_package_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(OptimizerMissingError):
        optimize(reviews_of(2000, 0.9), ())
