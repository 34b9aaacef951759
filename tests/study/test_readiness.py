"""A day to be ready by: new cards a day, what does not fit, and the days until then."""

from dataclasses import replace
from datetime import date, timedelta

from statusref.study.cards import importance_of
from statusref.study.decks import Deck, everything
from statusref.study.kinds import CardKind
from statusref.study.options import StudyOptions
from statusref.study.state import Rating
from statusref.study.study import Study
from tests.study.conftest import Clock

TODAY = date(2026, 11, 21)


def finish(study: Study, everything: Deck) -> int:
    """Answer all that is left today; return how many new cards there were."""
    session = study.start(everything)
    while session.shown is not None:
        session.answer(Rating.EASY)
    return session.summary().introduced


def test_three_weeks_are_enough_for_all_essential_cards(study: Study, everything: Deck, clock: Clock) -> None:
    day = TODAY + timedelta(days=21)
    ready = study.readiness(day)
    essential = sum(importance_of(card) == 1 for card in study.cards.all())
    assert ready.left == essential
    assert ready.days == 21
    assert ready.fits
    study.save_options(replace(StudyOptions(), ready_by=day))
    assert study.counts(everything).new == ready.a_day == -(-essential // 21)
    seen = 0
    for _ in range(21):
        seen += finish(study, everything)
        clock.move(days=1)
    assert seen >= essential
    assert study.readiness(day).left == 0
    assert study.counts(everything).new <= StudyOptions().new_per_day, "the day has come: the usual number again"


def test_a_day_without_study_is_made_up_for(study: Study, everything: Deck, clock: Clock) -> None:
    study.save_options(replace(StudyOptions(), ready_by=TODAY + timedelta(days=30)))
    usual = study.counts(everything).new
    finish(study, everything)
    assert study.counts(everything).new == 0, "what was met today counts"
    clock.move(days=10)
    assert study.counts(everything).new > usual


def test_what_does_not_fit_are_the_last_kinds(study: Study) -> None:
    ready = study.readiness(TODAY + timedelta(days=5))
    assert not ready.fits
    assert ready.a_day == 20 < ready.needed
    assert set(ready.too_many) <= {CardKind.SCENARIO, CardKind.PAIR, CardKind.MISCONCEPTION}
    assert sum(ready.too_many.values()) == ready.left - 100


def test_a_day_that_has_come_or_gone(study: Study) -> None:
    for day in (TODAY, TODAY - timedelta(days=400)):
        ready = study.readiness(day)
        assert ready.days == 0
        assert sum(ready.too_many.values()) == ready.left


def test_when_one_is_through_at_the_present_pace(study: Study) -> None:
    coming = study.essential_left()
    day, left = next(coming)
    essential = sum(importance_of(card) == 1 for card in study.cards.all())
    assert (day, left) == (TODAY, essential - 10)
    while left:
        day, left = next(coming)
    met = {card.id for planned in study.plan(everything(), (day - TODAY).days + 1) for card in planned.new}
    assert {card.id for card in study.cards.all() if importance_of(card) == 1} <= met
