"""Two windows of one program: what one of them changes, the other shows, and one that is closed is let go of."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.app.windows import Windows
from statusref.cli.requests import OpenWindow
from statusref.domain.text import Language
from statusref.settings.options import Appearance
from tests.app.driving import ALT, CTRL, Driver


def press(driver: Driver, key: Qt.Key) -> None:
    """Press a key with Ctrl in one of the windows."""
    driver.window.activateWindow()
    driver.bot.waitUntil(driver.window.isActiveWindow)
    driver.press(key, CTRL)


def open_second(windows: Windows, bot: QtBot) -> None:
    """Open another window with Ctrl+N, and show the same code in both."""
    windows.answer(OpenWindow(code="404"))
    QTest.keyClick(windows.newest.window, Qt.Key.Key_N, CTRL)
    assert len(windows.open) == 2
    bot.waitUntil(lambda: windows.newest.idle is not None)
    windows.answer(OpenWindow(code="404"))


@pytest.fixture
def pair(windows: Windows, qtbot: QtBot) -> tuple[Driver, Driver]:
    open_second(windows, qtbot)
    first, second = (Driver(qtbot, application) for application in windows.open)
    first.settle()
    second.settle()
    return first, second


def test_bookmarks_recent_codes_and_settings_are_the_same_in_both(pair: tuple[Driver, Driver]) -> None:
    first, second = pair
    assert first.window.pos() != second.window.pos()
    assert second.class_counts() == first.class_counts()

    press(second, Qt.Key.Key_D)
    assert first.window.lookup.detail.header.bookmark_button.isChecked()
    press(first, Qt.Key.Key_B)
    assert first.ids == ["404"]
    for code in ("410", "500"):
        second.app.navigation.go_to_code(code)
        press(second, Qt.Key.Key_D)
    press(second, Qt.Key.Key_B)
    second.window.lookup.list.select_row(2)
    second.press(Qt.Key.Key_Up, ALT)
    assert first.ids == second.ids == ["404", "500", "410"]
    press(second, Qt.Key.Key_B)
    for code in ("500", "410", "404"):
        second.app.navigation.go_to_code(code)
        press(second, Qt.Key.Key_D)
    assert first.ids == []

    first.app.navigation.go_to_code("418")
    assert second.window.lookup.recent_strip._ids[0] == "418"

    press(second, Qt.Key.Key_L)
    for driver in pair:
        assert driver.window.status._language_button.text() == "한국어"
    second.app.preferences.use_appearance(Appearance.DARK)
    dark = second.window.palette().window().color()
    assert dark.lightness() < 60
    assert first.window.palette().window().color() == dark
    press(second, Qt.Key.Key_Plus)
    assert first.reader.document().defaultFont() == second.reader.document().defaultFont()
    assert first.said == second.said


def test_a_memo_written_in_one_window_is_in_the_other(pair: tuple[Driver, Driver]) -> None:
    first, second = pair
    first.app.navigation.edit_memo()
    second.app.navigation.edit_memo()
    first.write("first")
    editor, other = (driver.window.lookup.detail._editor for driver in pair)
    assert editor is not None
    assert other is not None
    editor.save()
    assert other.text == "first"
    second.settle()
    assert "first" in second.page_text

    first.write(", then this")
    second.write("second, ")
    editor.save()
    other.save()
    assert other.text == "second, first\n\n---\n\nfirst, then this"
    assert editor.text == other.text
    assert "This note was changed elsewhere, too. Both texts are kept." in second.visible_texts()
    assert first.app.core.data.memos.get("404") == other.text


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_a_closed_window_is_let_go_of(windows: Windows, qtbot: QtBot, qapp: QApplication) -> None:
    open_second(windows, qtbot)
    second = windows.newest
    second.navigation.edit_memo()
    for page in ("study", "notes", "settings", "about"):
        second.navigation.show_page(page)
    assert second.idle is not None
    second.idle.show_keys()
    kept: list[weakref.ref[object]] = [
        weakref.ref(thing) for thing in (second, second.window, second.window.lookup, second.idle)
    ]
    second.window.close()
    del second
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()
    assert len(windows.open) == 1
    assert all(thing() is None for thing in kept)
    first = windows.newest
    first.preferences.use_language(Language.KOREAN)
    first.preferences.use_appearance(Appearance.LIGHT)
    first.records.toggle_bookmark()
    assert first.window.isVisible()
