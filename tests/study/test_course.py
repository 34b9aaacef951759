"""Sixty days of study, simulated: even days, nothing late, siblings apart, the essential codes first."""

import pytest

from statusref.study.cards import Cards
from statusref.study.options import StudyOptions
from tests.study.simulation import study_for


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sixty_days_with_the_default_limits(cards: Cards, seed: int) -> None:
    course = study_for(cards, 60, 0.85, seed, StudyOptions())
    assert course.steepest <= 1.6
    assert max(course.lateness) <= 2
    assert course.sibling_share <= 0.05
    assert course.in_a_row == 0
    essential = [entry.id for entry in cards.catalogue.entries if entry.essential]
    assert {course.first_met[f"meaning:{code}"] for code in ("200", "404")} == {1}
    both = [course.first_met[f"{kind}:{entry_id}"] for kind in ("meaning", "code") for entry_id in essential]
    assert max(both) <= 6


def test_nobody_falls_behind_by_design(cards: Cards) -> None:
    """With few reviews a day, new cards wait until there is room for them."""
    course = study_for(cards, 60, 0.85, 1, StudyOptions(reviews_per_day=30))
    assert max(course.lateness) <= 7
    assert max(course.loads) <= 40
