"""Back and forward over everything: codes, classes, neighbours, messages, notes, study, settings, and where one was."""

from PySide6.QtCore import Qt

from statusref.domain.links import (
    Link,
    class_link,
    code_link,
    message_link,
    neighbour_link,
    note_link,
    page_link,
    study_link,
)
from statusref.views.study.study_page import StudyPage
from statusref.widgets.reader import Reader
from tests.app.driving import ALT, Driver

PLACES = [
    code_link("404"),
    note_link("redirects"),
    class_link("4xx"),
    neighbour_link("curl-52"),
    study_link("start"),
    study_link("progress"),
    message_link("nginx-upstream-timed-out"),
    page_link("settings"),
    code_link("299"),
    page_link("about"),
    study_link("cards"),
    note_link("caching"),
]


def _back(driver: Driver) -> Link | None:
    driver.press(Qt.Key.Key_Left, ALT)
    return driver.window.page.location


def _forward(driver: Driver) -> Link | None:
    driver.press(Qt.Key.Key_Right, ALT)
    return driver.window.page.location


def _study(driver: Driver) -> StudyPage:
    page = driver.window.page
    assert isinstance(page, StudyPage)
    return page


def test_over_all_kinds_of_places(driver: Driver) -> None:
    for place in PLACES:
        assert driver.app.navigation.go(place), place
        assert driver.window.page.location == place
    for place in reversed(PLACES[:-1]):
        assert _back(driver) == place
    for place in PLACES[1:]:
        assert _forward(driver) == place


def test_the_parts_of_study(driver: Driver) -> None:
    driver.app.navigation.go(code_link("404"))
    driver.press(Qt.Key.Key_3, ALT)
    driver.write("g")
    assert driver.window.page.location == study_link("progress")
    driver.press(Qt.Key.Key_Escape)
    driver.write("l")
    driver.app.navigation.go(code_link("410"))
    backwards = [_back(driver) for _ in range(5)]
    assert backwards == [study_link(name) for name in ("cards", "start", "progress", "start")] + [code_link("404")]
    assert not driver.app.navigation.go(study_link("nowhere"))


def test_a_review_is_not_left_by_the_way_back_to_study(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, ALT)
    driver.write("g")
    driver.press(Qt.Key.Key_Escape)
    driver.write("r")
    study = _study(driver)
    assert study.shown is study.review
    driver.app.navigation.go(code_link("404"))
    assert _back(driver) == page_link("study")
    assert study.shown is study.review
    _back(driver)
    assert study.shown is study.review


def _scroll(reader: Reader, driver: Driver, share: float) -> int:
    driver.settle()
    bar = reader.verticalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(round(bar.maximum() * share))
    return bar.value()


def test_one_comes_back_to_where_one_was_reading(driver: Driver) -> None:
    bar = driver.reader.verticalScrollBar()
    driver.app.navigation.go(code_link("404"))
    at_404 = _scroll(driver.reader, driver, 0.6)
    driver.app.navigation.follow(code_link("410"))
    driver.settle()
    assert bar.value() == 0
    at_410 = _scroll(driver.reader, driver, 0.3)
    driver.app.navigation.follow(note_link("redirects"))
    notes = driver.notes.reader.verticalScrollBar()
    at_note = _scroll(driver.notes.reader, driver, 0.5)
    driver.app.navigation.follow(note_link("caching"))
    assert notes.value() == 0
    _back(driver)
    assert notes.value() == at_note
    _back(driver)
    assert bar.value() == at_410
    _back(driver)
    assert (driver.window.page.location, bar.value()) == (code_link("404"), at_404)
    _forward(driver)
    assert bar.value() == at_410
    # A link leads to the top of a page, wherever that was left.
    driver.app.navigation.follow(code_link("404"))
    assert bar.value() == 0


def test_coming_back_from_another_page_shows_the_note_where_it_was(driver: Driver) -> None:
    driver.app.navigation.follow(note_link("redirects"))
    place = _scroll(driver.notes.reader, driver, 0.7)
    driver.app.navigation.follow(code_link("404"))
    _back(driver)
    assert driver.notes.reader.verticalScrollBar().value() == place
