"""The study settings: what they mean for the coming days, and FSRS's parameters."""

import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from statusref.study.options import StudyOptions
from statusref.study.records import add_reviews_change
from statusref.views.study.study_settings import StudySettings
from tests.study.test_parameters import reviews_of
from tests.views.study.conftest import Desk

ANKI = ", ".join(map(str, DEFAULT_PARAMETERS))


@pytest.fixture
def settings(desk: Desk) -> Iterator[StudySettings]:
    made = StudySettings(desk.context.theme, desk.context.localizer, desk.study, desk.page)
    made.chosen.connect(desk.study.save_options)
    made.show()
    yield made
    made.load._timer.stop()


def test_the_load_of_the_coming_days_follows_the_settings(desk: Desk, settings: StudySettings) -> None:
    settings.load.finish()
    usual = settings.load.told
    assert "the next 30 days" in usual
    settings.rows["new_per_day"].chosen.emit(4)
    assert desk.study.options.new_per_day == 30
    settings.load.finish()
    assert settings.load.told != usual


def test_two_ways_when_reviews_pile_up(desk: Desk, settings: StudySettings) -> None:
    settings.rows["new_when_behind"].chosen.emit(1)
    settings.rows["known_is_suspended"].chosen.emit(1)
    assert desk.study.options.new_when_behind
    assert desk.study.options.known_is_suspended


def test_parameters_from_anki_and_back(desk: Desk, settings: StudySettings) -> None:
    own = settings.parameters
    assert "defaults" in own.told
    own.field.setText("0.4, 0.6")
    own.anki.click()
    assert own.told == "21 numbers are expected."
    own.field.setText(ANKI.replace("0.8334", "99"))
    own.field.returnPressed.emit()
    assert own.told == "Number 6 is out of FSRS's bounds."
    assert desk.study.options.parameters == ()
    own.field.setText(ANKI)
    own.anki.click()
    assert desk.study.options.parameters == pytest.approx(DEFAULT_PARAMETERS)
    own.default.click()
    assert desk.study.options.parameters == ()
    assert not own.default.isVisible()


def test_what_would_change_is_shown_before_it_is(desk: Desk, settings: StudySettings) -> None:
    own = settings.parameters
    own.fit.click()
    assert own.told == "0 reviews so far; fitting needs 1000."
    desk.data.storage.write([add_reviews_change(reviews_of(2000, 0.99))])
    own.fit.click()
    assert "Fitted to 2000 reviews" in own.told
    assert desk.study.options.parameters == (), "nothing changes before it is wanted"
    own.apply.click()
    assert len(desk.study.options.parameters) == 21
    assert not own.apply.isVisible()
    own.fit.click()
    assert "nothing better" in own.told or "Fitted" in own.told


def test_without_the_package_one_sentence_says_how_to_get_it(
    settings: StudySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    settings.parameters.fit.click()
    assert "fsrs-rs-python" in settings.parameters.told


def test_a_known_card_comes_back_late_or_never(desk: Desk) -> None:
    session = desk.study.start(desk.deck())
    assert session.shown is not None
    first = session.shown.card.id
    session.know()
    state = desk.study.state(first)
    assert state.due is not None
    assert state.due - desk.clock.time > timedelta(days=5)
    session.undo()
    desk.study.save_options(StudyOptions(known_is_suspended=True))
    session = desk.study.start(desk.deck())
    session.know()
    assert desk.study.state(first).suspended
    assert desk.study.statistics().totals().answers == 0
