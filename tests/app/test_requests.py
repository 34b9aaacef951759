"""What an open window does when the program is started again: a place, a search, a log, hide, one more window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from statusref.app.windows import Windows
from statusref.cli.requests import OpenWindow
from statusref.views.main_window import MainWindow
from tests.app.conftest import Launch
from tests.app.driving import Driver


@pytest.fixture(autouse=True)
def _no_raise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's offscreen platform warns that it cannot raise windows."""
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)


def test_it_goes_where_it_is_asked_to(driver: Driver) -> None:
    app = driver.app
    app.show(OpenWindow(code="502"))
    driver.settle()
    assert app.window.windowTitle().startswith("502")
    app.show(OpenWindow(place="note:redirects"))
    driver.settle()
    assert app.window.page_name == "notes"
    app.show(OpenWindow(query="rate limit"))
    driver.settle()
    assert app.window.page_name == "lookup"
    assert app.window.top.field.query == "rate limit"
    app.show(OpenWindow(place="page:study"))
    driver.settle()
    assert app.window.page_name == "study"


@pytest.mark.parametrize("place", ["note:no-such", "page:nowhere", "code:9999", "class:9xx", "action:keys", "copy:x"])
def test_a_place_that_is_none_is_searched_for(driver: Driver, place: str) -> None:
    driver.app.show(OpenWindow(place=place))
    driver.settle()
    assert driver.app.window.page_name == "lookup"
    assert driver.app.window.top.field.query == place.partition(":")[2]


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("choose:answer/nothing", "choose"),
        ("choose:tree/nothing", "choose"),
        ("lab:xyz", "lab"),
        ("study:nothing", "study"),
        ("review:nothing", "study"),
    ],
)
def test_of_a_place_that_is_none_on_a_page_that_is_not_searched_the_page_is_shown(
    driver: Driver, place: str, page: str
) -> None:
    driver.app.show(OpenWindow(place=place))
    driver.settle()
    assert driver.shows(page)
    assert driver.said == f"There is no such place: statusref://{place.replace(':', '/')}"
    assert driver.field.query == ""
    focused = driver.window.focusWidget()
    assert focused is not None
    assert driver.window.page.isAncestorOf(focused)


def test_a_log_is_read(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "접속.log"
    log.write_text('10.0.0.1 - - [10/Oct/2026:13:55:36 +0900] "GET /x HTTP/1.1" 502 12 "-" "-"\n' * 3)
    driver.app.show(OpenWindow(file=str(log)))
    qtbot.waitUntil(lambda: driver.app.window.windowTitle().startswith("502"))


def test_a_log_given_at_the_start_is_read_after_the_first_picture(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "access.log"
    log.write_text('10.0.0.1 - - [10/Oct/2026:13:55:36 +0900] "GET /x HTTP/1.1" 504 12 "-" "-"\n')
    driver = launch(idle=False)
    driver.app.show(OpenWindow(file=str(log)))
    driver.app.start_idle_work()
    qtbot.waitUntil(lambda: driver.app.window.windowTitle().startswith("504"))


def test_toggle_and_one_more_window(windows: Windows, qtbot: QtBot) -> None:
    windows.answer(OpenWindow(code="404"), "")
    first = windows.open[0].window
    qtbot.waitUntil(first.isActiveWindow)
    windows.answer(OpenWindow(toggle=True), "")
    assert not first.isVisible()
    windows.answer(OpenWindow(toggle=True), "a-token")
    assert first.isVisible()
    first.showMinimized()
    windows.answer(OpenWindow(code="418"), "")
    assert not first.isMinimized()
    windows.answer(OpenWindow(code="503", new_window=True), "")
    assert len(windows.open) == 2
    assert first.isVisible()
    assert windows.open[1].window.isVisible()
    assert windows.program.core.data.problem is None
