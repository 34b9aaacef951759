"""Staying in the background: the tray's icon and menu, desktops without a tray, and the ways to end the program."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from statusref.app.ending import Ending
from statusref.app.windows import Windows
from statusref.cli.requests import OpenWindow
from statusref.core.kept_library import LibraryLoader
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from statusref.settings.options import Closing
from statusref.study.decks import everything
from statusref.study.quiz import QuizMode
from statusref.system.desktop.tray import Tray
from statusref.system.paths import Paths
from statusref.views.main_window import MainWindow
from statusref.views.study.quiz_form import QuizWish
from statusref.views.study.review_page import ReviewPage
from statusref.views.study.study_page import StudyPage
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.filter_button import FilterButton


class FakeTray(Tray):
    """A tray whose host comes and goes as a test wants it."""

    def __init__(self) -> None:
        super().__init__()
        self.has_host = True
        self.menu: QMenu | None = None

    def put(self, _icon: QIcon, menu: QMenu) -> "FakeTray":
        self.menu = menu
        return self

    def watch_host(self) -> bool:
        return self.has_host

    def lose_host(self) -> None:
        self.has_host = False
        self.host_lost.emit()

    def remove(self) -> None:
        self.menu = None

    def rows(self) -> list[str]:
        """Open the menu, and return what can be chosen in it."""
        assert self.menu is not None
        self.menu.aboutToShow.emit()
        rows = [action for action in self.menu.actions() if action.isVisible() and not action.isSeparator()]
        return [action.text() for action in rows if action.isEnabled()]

    def choose(self, row: str) -> None:
        assert self.menu is not None
        next(action for action in self.menu.actions() if action.text() == row).trigger()


@pytest.fixture
def tray() -> FakeTray:
    return FakeTray()


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One for each time that the program was told to end."""
    told: list[str] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: told.append("quit"))
    return told


@pytest.fixture
def windows(
    qapp: QApplication,
    qtbot: QtBot,
    resources: Path,
    paths: Paths,
    library: Library,
    engine: SearchEngine,
    tray: FakeTray,
    quits: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Windows]:
    """The program with one window, in English, with the first idle work done."""
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)  # Qt's offscreen platform cannot
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(LibraryLoader, "load", lambda _: library)
    hook = sys.excepthook
    windows = Windows(qapp, resources, paths, tray.put)
    windows.newest.core.engine = engine
    windows.answer(OpenWindow())
    sys.excepthook = hook
    qtbot.waitUntil(lambda: windows.newest.idle is not None)
    yield windows
    for application in windows.open:
        qtbot.addWidget(application.window)
        application.window.close()
    windows.close()
    windows.program.translation.use(Language.ENGLISH)


def stay(windows: Windows) -> None:
    windows.newest.preferences.use_closing(Closing.STAY)


def visible(windows: Windows) -> list[bool]:
    return [application.window.isVisible() for application in windows.open]


# Closing


def test_at_first_nothing_stays_in_the_tray(windows: Windows, tray: FakeTray, qapp: QApplication) -> None:
    assert tray.menu is None
    assert qapp.quitOnLastWindowClosed()


def test_the_setting_is_chosen_on_the_settings_page(windows: Windows, tray: FakeTray, qapp: QApplication) -> None:
    windows.answer(OpenWindow(place="page:settings"))
    buttons = {
        button.accessibleName(): button
        for row in windows.newest.window.page.findChildren(ChoiceRow)
        for button in row.findChildren(FilterButton)
    }
    buttons["When the window is closed: Stay in the background"].click()
    assert tray.menu is not None
    buttons["When the window is closed: Quit the program"].click()
    assert tray.menu is None
    assert qapp.quitOnLastWindowClosed()


def test_closing_leaves_the_icon(windows: Windows, tray: FakeTray, quits: list[str], qapp: QApplication) -> None:
    stay(windows)
    assert not qapp.quitOnLastWindowClosed()
    windows.newest.window.close()
    qapp.lastWindowClosed.emit()
    assert visible(windows) == [False]
    assert quits == []
    windows.answer(OpenWindow(toggle=True))
    assert visible(windows) == [True]
    windows.newest.window.close()
    windows.answer(OpenWindow(code="502"))
    assert visible(windows) == [True]
    assert windows.newest.window.windowTitle().startswith("502")


def test_without_a_tray_closing_quits(windows: Windows, tray: FakeTray, quits: list[str], qapp: QApplication) -> None:
    stay(windows)
    tray.has_host = False
    windows.newest.window.close()
    qapp.lastWindowClosed.emit()
    assert quits == ["quit"]


def test_a_tray_that_goes_gives_the_window_back(windows: Windows, tray: FakeTray, quits: list[str]) -> None:
    stay(windows)
    windows.newest.window.close()
    tray.lose_host()
    assert visible(windows) == [True]
    assert quits == []


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
@pytest.mark.parametrize("hide", [MainWindow.close, MainWindow.hide])
def test_the_list_of_keys_goes_with_the_window(
    windows: Windows, qtbot: QtBot, hide: Callable[[MainWindow], object]
) -> None:
    window, idle = windows.newest.window, windows.newest.idle
    assert idle is not None
    idle.show_keys()
    dialog = idle._keys
    assert dialog is not None
    hide(window)
    assert not dialog.isVisible()


def test_a_window_closed_while_minimised_comes_back_in_full(windows: Windows) -> None:
    stay(windows)
    windows.newest.window.showMinimized()
    windows.newest.window.close()
    windows.answer(OpenWindow())
    assert not windows.newest.window.isMinimized()


def test_of_two_windows_the_last_one_hides(windows: Windows, tray: FakeTray, qtbot: QtBot) -> None:
    stay(windows)
    first = windows.newest
    windows.answer(OpenWindow(new_window=True))
    second = windows.newest
    qtbot.waitUntil(lambda: second.idle is not None)
    tray.clicked.emit()
    assert visible(windows) == [False, False]
    tray.clicked.emit()
    assert visible(windows) == [True, True]
    second.window.close()
    assert windows.open == [first]
    first.window.close()
    tray.clicked.emit()
    assert first.window.isVisible()
    first.window.close()
    windows.answer(OpenWindow(new_window=True))
    assert windows.open == [first], "one window is wanted, and there is one"
    assert first.window.isVisible()


# The icon


def test_a_click_hides_and_saves(windows: Windows, tray: FakeTray) -> None:
    stay(windows)
    windows.answer(OpenWindow(code="404"))
    windows.newest.navigation.edit_memo()
    QTest.keyClicks(windows.newest.window.focusWidget(), "ask first")
    tray.clicked.emit()
    assert visible(windows) == [False]
    assert windows.newest.core.data.memos.get("404") == "ask first"
    tray.clicked.emit()
    assert visible(windows) == [True]


def test_the_menu(windows: Windows, tray: FakeTray, quits: list[str]) -> None:
    stay(windows)
    for code in ("404", "419-laravel", "299", "503"):
        windows.newest.core.data.recents.opened(code)
    rows = tray.rows()
    assert rows == ["Show the window", "503 Service Unavailable", "419 Page Expired", "404 Not Found", rows[4], "Quit"]
    due = windows.newest.core.study.counts(everything()).total
    assert rows[4] == f"{due} cards due"

    windows.newest.window.close()
    tray.choose("404 Not Found")
    assert visible(windows) == [True]
    assert windows.newest.window.windowTitle().startswith("404")
    windows.newest.window.close()
    tray.choose("Show the window")
    assert visible(windows) == [True]
    tray.choose("Quit")
    assert quits == ["quit"]

    windows.newest.preferences.use_language(Language.KOREAN)
    assert tray.rows()[:2] == ["창 열기", "404 Not Found · 찾을 수 없음"], "it was opened last"
    assert f"복습할 카드 {due}장" in tray.rows()


def test_due_cards_open_the_review(windows: Windows, tray: FakeTray) -> None:
    stay(windows)
    windows.newest.window.close()
    tray.choose(tray.rows()[-2])
    window = windows.newest.window
    page = window.page
    assert isinstance(page, StudyPage)
    review = page.shown
    assert isinstance(review, ReviewPage)
    assert review.session is not None
    card = review.session.shown
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    windows.answer(OpenWindow(place="review:all"))
    assert review.session.shown == card, "a review that is going on is not begun again"
    assert review.answers.isVisible()


def test_without_due_cards_the_menu_says_so(windows: Windows, tray: FakeTray) -> None:
    stay(windows)
    study = windows.newest.core.study
    for card in study.cards.all():
        study.suspend(card.id)
    assert tray.rows() == ["Show the window", "Quit"]
    assert tray.menu is not None
    assert "No cards due" in [action.text() for action in tray.menu.actions()]


def test_a_hidden_window_waits_for_nothing(windows: Windows, tray: FakeTray, qtbot: QtBot) -> None:
    stay(windows)
    windows.answer(OpenWindow(place="review:all"))
    window = windows.newest.window
    page = window.page
    assert isinstance(page, StudyPage)
    page.review._wait.wait(timedelta(seconds=30))
    page.start_quiz(everything(), QuizWish(5, QuizMode.CHOICES, timedelta(seconds=30)))
    assert page.quiz._tick.isActive()
    tray.clicked.emit()

    def running() -> list[int]:
        return [timer.interval() for timer in window.findChildren(QTimer) if timer.isActive()]

    qtbot.waitUntil(lambda: running() == [])
    tray.clicked.emit()
    assert page.quiz._tick.isActive()


# Ends


def test_ctrl_q_quits(windows: Windows, quits: list[str]) -> None:
    stay(windows)
    QTest.keyClick(windows.newest.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert quits == ["quit"]


@pytest.mark.skipif(os.name != "posix", reason="signals come only there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_the_program_in_order(windows: Windows, quits: list[str], qtbot: QtBot, name: str) -> None:
    os.kill(os.getpid(), signal.Signals[name])
    qtbot.waitUntil(lambda: quits == ["quit"])


@pytest.mark.skipif(os.name != "posix", reason="signals come only there")
def test_afterwards_signals_are_as_before(qapp: QApplication) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    ending = Ending(qapp, lambda: None)
    assert signal.getsignal(signal.SIGTERM) != before[0]
    ending.close()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


def test_the_end_of_the_session_saves(windows: Windows, qapp: QApplication, paths: Paths) -> None:
    windows.answer(OpenWindow(code="404"))
    windows.newest.navigation.edit_memo()
    QTest.keyClicks(windows.newest.window.focusWidget(), "half a th")
    qapp.commitDataRequest.emit(None)
    assert windows.newest.core.data.memos.get("404") == "half a th"
    assert "geometry" in paths.settings.read_text()
