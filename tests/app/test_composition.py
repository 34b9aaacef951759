"""Composing Hangul in the window: Enter, Tab and clicks in the middle of a syllable, and typing while reading."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.app.conftest import Launch
from tests.app.driving import CTRL, NONE, Driver
from tests.widgets.input_method import LateCommitter, compose

LEFT = Qt.MouseButton.LeftButton


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def compose_by_keys(driver: Driver, *steps: str) -> None:
    """Send unfinished syllables to whatever has the focus; ``찾|으`` commits the first part."""
    for step in steps:
        commit, _, preedit = step.rpartition("|")
        compose(keyboard(), preedit, commit)
        driver.settle()


@pytest.fixture
def late(driver: Driver) -> LateCommitter:
    """찾을 in the search field, its last syllable unfinished."""
    compose_by_keys(driver, "ㅊ", "차", "찾", "찾|으", "을")
    assert driver.ids[0] == "404"
    return LateCommitter(driver.field)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_key_in_the_middle_of_a_syllable(driver: Driver, late: LateCommitter, key: Qt.Key) -> None:
    page, ids = driver.page_text, driver.ids
    driver.press(key)
    late.commit("을")
    driver.settle()
    assert driver.field.text() == driver.field.query == "찾을"
    assert driver.page_text == page
    assert driver.ids == ids
    assert not driver.has_keyboard(driver.field)


def test_a_click_in_the_middle_of_a_syllable_opens_the_row_under_the_pointer(
    driver: Driver, late: LateCommitter
) -> None:
    ids = driver.ids
    driver.click_row(ids[3])
    late.commit("을")
    driver.settle()
    assert driver.title.startswith(ids[3][:3])
    assert driver.selected == ids[3]
    assert driver.ids == ids
    assert driver.field.text() == "찾을"


def test_a_click_opens_what_was_there_when_the_button_went_down(driver: Driver) -> None:
    driver.write("40")
    rows = driver.window.lookup.list
    place = rows.visualRect(driver.row_index("404")).center()
    QTest.mousePress(rows.viewport(), LEFT, NONE, place)
    driver.window.lookup.set_query("5")
    driver.settle()
    assert driver.ids[0].startswith("5")
    QTest.mouseRelease(rows.viewport(), LEFT, NONE, place)
    driver.settle()
    assert driver.title == "404 Not Found – StatusRef"
    assert driver.has_keyboard(driver.reader)


def test_a_button_that_comes_up_elsewhere_opens_nothing(driver: Driver) -> None:
    driver.write("40")
    rows = driver.window.lookup.list
    place = rows.visualRect(driver.row_index("404")).center()
    QTest.mousePress(rows.viewport(), LEFT, NONE, place)
    QTest.mouseRelease(rows.viewport(), LEFT, NONE, place + QPoint(0, 120))
    driver.settle()
    assert not driver.has_keyboard(driver.reader)


def test_the_memo_keeps_the_syllable_when_it_is_closed(driver: Driver) -> None:
    driver.write("404")
    for leave in ("escape", "click"):
        driver.press(Qt.Key.Key_M, CTRL)
        editor = driver.window.lookup.detail._editor
        assert editor is not None
        editor._field.clear()
        compose_by_keys(driver, "메", "메|모")
        if leave == "escape":
            driver.press(Qt.Key.Key_Escape)
        else:
            driver.click(editor._close)
        assert driver.app.core.data.memos.get("404") == "메모"


# Typing while reading


@pytest.fixture
def reading(driver: Driver) -> Driver:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert driver.has_keyboard(driver.reader)
    return driver


@pytest.mark.parametrize("where", ["page", "list"])
def test_what_is_composed_while_reading_is_a_search(reading: Driver, where: str) -> None:
    driver = reading
    if where == "list":
        driver.window.lookup.list.setFocus()
    compose_by_keys(driver, "ㅇ", "여", "영", "영|ㄱ", "구")
    assert driver.field.query == "영구"
    assert driver.ids[0] == "301"
    driver.press(Qt.Key.Key_Space)
    compose(keyboard(), "", commit="구")
    assert driver.has_keyboard(driver.field)
    compose_by_keys(driver, "이")
    assert driver.field.query == "영구 이"


def test_enter_reads_what_was_composed_while_reading(reading: Driver) -> None:
    compose_by_keys(reading, "ㅇ", "여", "영", "영|ㄱ", "구")
    reading.press(Qt.Key.Key_Return)
    assert reading.title == "301 Moved Permanently – StatusRef"
    assert reading.has_keyboard(reading.reader)
    assert reading.field.text() == "영구"


def test_a_click_while_composing_on_the_page(reading: Driver) -> None:
    late = LateCommitter(reading.reader)
    compose_by_keys(reading, "영", "영|구")
    reading.click_row("308")
    late.commit("구")
    assert reading.title == "308 Permanent Redirect – StatusRef"
    assert reading.field.text() == reading.field.query == "영구"


def test_composing_on_the_page_in_a_narrow_window(launch: Launch) -> None:
    driver = launch(size=(560, 700))
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    compose_by_keys(driver, "ㅇ", "여", "영", "영|ㄱ", "구")
    assert driver.field.query == "영구"
    driver.press(Qt.Key.Key_Space)
    assert driver.has_keyboard(driver.field)
    assert driver.window.lookup.list.isVisible()


@pytest.mark.parametrize("where", ["page", "list"])
def test_a_key_while_reading_begins_a_search_and_space_does_not(reading: Driver, where: str) -> None:
    view: QWidget = reading.reader if where == "page" else reading.window.lookup.list
    view.setFocus()
    reading.press(Qt.Key.Key_Space)
    reading.press(Qt.Key.Key_Shift)
    assert reading.has_keyboard(view)
    reading.write("500")
    assert reading.field.text() == "500"
    assert reading.has_keyboard(reading.field)
