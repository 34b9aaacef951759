"""Menus, mouse buttons, wheel, drops: what people do without having read how."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from statusref.app.drop_hint import DropHint
from statusref.domain.links import code_link
from statusref.domain.text import Language
from statusref.widgets.reader import Reader
from tests.app.conftest import Launch
from tests.app.driving import CTRL, NONE, SHIFT, Driver

quiet_platform = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def _menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _texts(menu: QMenu) -> list[str]:
    """The lines of a menu without their keys."""
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def _choose(driver: Driver, text: str) -> None:
    menu = _menu()
    (action,) = [action for action in menu.actions() if action.text().partition("\t")[0] == text]
    action.trigger()
    menu.close()
    driver.settle()


def _right_click(driver: Driver, widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.RightButton, NONE, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    driver.settle()


def _right_click_row(driver: Driver, target_id: str) -> None:
    rows = driver.window.lookup.list
    index = driver.row_index(target_id)
    rows.scrollTo(index)
    _right_click(driver, rows.viewport(), rows.visualRect(index).center())


@pytest.fixture(autouse=True)
def close_menus() -> Iterator[None]:
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


@quiet_platform
def test_the_menu_of_a_row(driver: Driver) -> None:
    _right_click_row(driver, "404")
    assert _texts(_menu()) == [
        "Read",
        "Copy “404 Not Found”",
        "Copy “404”",
        "Copy “404 찾을 수 없음”",
        "Copy “404 Not Found (찾을 수 없음)”",
        "Copy reference",
        "Add to bookmarks",
        "Write a note",
        "Pin to compare",
        "Try it in the lab",
    ]
    _choose(driver, "Copy “404 찾을 수 없음”")
    assert driver.clipboard == "404 찾을 수 없음"
    _right_click_row(driver, "404")
    _choose(driver, "Add to bookmarks")
    assert driver.window.lookup.detail.header.bookmark_button.isChecked()
    _right_click_row(driver, "404")
    _choose(driver, "Remove from bookmarks")
    assert not driver.window.lookup.detail.header.bookmark_button.isChecked()
    _right_click_row(driver, "404")
    _choose(driver, "Write a note")
    driver.write("mine")
    driver.press(Qt.Key.Key_Escape)
    assert "mine" in driver.page_text
    _right_click_row(driver, "410")
    _choose(driver, "Read")
    assert driver.has_keyboard(driver.reader)
    assert driver.title.startswith("410")


@quiet_platform
def test_menus_by_key(driver: Driver) -> None:
    """The code that is shown is in the menus of field and page; a row's menu opens where the row is."""
    driver.app.preferences.use_language(Language.KOREAN)
    driver.write("404")
    driver.press(Qt.Key.Key_F10, SHIFT)
    assert "“404 Not Found” 복사" in _texts(_menu())
    _choose(driver, "즐겨찾기에 넣기")
    assert driver.said == "404 즐겨찾기에 넣음"
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_F10, SHIFT)
    assert _menu().parent() is driver.reader
    _choose(driver, "“404” 복사")
    assert driver.clipboard == "404"
    rows = driver.window.lookup.list
    rows.setFocus()
    driver.press(Qt.Key.Key_F10, SHIFT)
    menu = _menu()
    assert _texts(menu)[0] == "읽기"
    place = rows.viewport().mapToGlobal(rows.visualRect(rows.currentIndex()).center())
    assert menu.pos().y() == place.y()


@quiet_platform
def test_menus_of_what_is_no_code(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)
    _right_click(driver, driver.reader.viewport(), QPoint(60, 200))
    assert _texts(_menu())[-1] == "Copy “4xx Client error”"
    _menu().close()
    driver.press(Qt.Key.Key_9, CTRL)
    first = driver.ids[0]
    _right_click_row(driver, first)
    assert _texts(_menu())[0] == "Read"
    assert _texts(_menu())[3:] == ["Pin to compare"]
    _menu().close()
    driver.app.navigation.show_page("about")
    _right_click(driver, driver.window.page.findChildren(Reader)[0].viewport(), QPoint(60, 200))
    assert not [text for text in _texts(_menu()) if "“" in text]


def test_the_side_buttons_of_the_mouse(driver: Driver) -> None:
    for number in ("404", "410"):
        driver.app.navigation.follow(code_link(number))
    window = driver.window.windowHandle()
    over_the_list = driver.window.lookup.list.mapTo(driver.window, QPoint(20, 20))
    QTest.mouseClick(window, Qt.MouseButton.BackButton, NONE, over_the_list)
    assert driver.title == "404 Not Found – StatusRef"
    QTest.mouseClick(window, Qt.MouseButton.ForwardButton, NONE, over_the_list)
    assert driver.title == "410 Gone – StatusRef"


def test_ctrl_and_the_wheel(driver: Driver) -> None:
    window = driver.window.windowHandle()
    place = QPointF(driver.reader.mapTo(driver.window, QPoint(100, 100)))

    def turn(angle: int, held: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(window, event)
        driver.settle()

    turn(120, CTRL)
    assert driver.said == "Text size 110 %"
    for _ in range(4):
        turn(-30, CTRL)
    assert driver.said == "Text size 100 %"
    turn(-120, NONE)
    assert driver.app.settings.text_size == 100


def test_something_dragged_over_the_window(driver: Driver) -> None:
    hint = driver.window.findChild(DropHint)
    assert isinstance(hint, DropHint)
    data = QMimeData()

    def drag() -> None:
        held = Qt.MouseButton.LeftButton
        event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, held, NONE)
        QApplication.sendEvent(driver.window, event)

    drag()
    assert not hint.isVisible()
    data.setText("404")
    drag()
    assert hint.isVisible()
    driver.window.grab()
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_ctrl_home_and_end(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)
    rows = driver.window.lookup.list
    for widget in (driver.field, rows):
        widget.setFocus()
        rows.select_row(None)
        driver.press(Qt.Key.Key_End, CTRL)
        assert driver.selected == driver.ids[-1]
        driver.press(Qt.Key.Key_Home, CTRL)
        assert driver.selected == "400"
        assert driver.has_keyboard(widget)


@quiet_platform
def test_a_row_without_room_has_a_tooltip(launch: Launch) -> None:
    driver = launch()
    rows = driver.window.lookup.list

    def tip(entry_id: str) -> str:
        index = driver.row_index(entry_id)
        rows.scrollTo(index)
        place = rows.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), event)
        return QToolTip.text() if QToolTip.isVisible() else ""

    driver.window.lookup.parts.set_list_width(240)
    driver.settle()
    assert tip("404") == ""
    assert tip("511").startswith("511 Network Authentication Required\n")


def test_find_goes_both_ways_and_says_where_it_is(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("cache")
    bar = driver.window.lookup.detail.find_bar
    total = int(bar._count.text().split()[0])
    assert total > 2
    driver.press(Qt.Key.Key_Return)
    assert bar._count.text() == f"1 of {total}"
    driver.press(Qt.Key.Key_F3)
    assert bar._count.text() == f"2 of {total}"
    driver.press(Qt.Key.Key_Return, SHIFT)
    driver.press(Qt.Key.Key_Return, SHIFT)
    assert bar._count.text() == f"{total} of {total}"
    assert driver.has_keyboard(bar._field)
    driver.app.preferences.use_language(Language.KOREAN)
    driver.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert re.fullmatch(r"\d곳 중 \d번째", bar._count.text())


def test_the_list_of_keys_has_the_names_on_the_keyboard(driver: Driver) -> None:
    rows = [row for group in driver.idle._key_list().groups for row in group[1]]
    keys = {key for names, _ in rows for key in names.split(" · ")}
    assert {"↑", "↓", "Enter", "Alt+←", "Page Up", "Shift+F10", "Ctrl++"} <= keys
    assert not {"Up", "Return", "PgUp"} & keys
