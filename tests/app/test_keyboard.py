"""Keys for all actions, the list of keys, names for screen readers, and the tab order."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from statusref.domain.text import Language
from statusref.pages import LOOKUP, PAGES
from statusref.system.keys import key_name
from statusref.views.keys_dialog import KeysDialog
from statusref.widgets.reader import Reader
from statusref.widgets.unbroken import plain
from tests.app.driving import ALT, CTRL, SHIFT, Driver

quiet_platform = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

NAMES = [row.name for row in PAGES]


def _key(text: str) -> str:
    return key_name(QKeySequence(text).toString())


def _dialog(driver: Driver) -> KeysDialog:
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if _is_open(widget)]
    assert isinstance(dialog, KeysDialog)
    return dialog


def _is_open(widget: QWidget) -> bool:
    return isinstance(widget, KeysDialog) and widget.isVisible()


@quiet_platform
@pytest.mark.parametrize("language", list(Language))
def test_f1_lists_every_key(driver: Driver, language: Language) -> None:
    driver.app.preferences.use_language(language)
    driver.press(Qt.Key.Key_F1)
    text = _dialog(driver).reader.toPlainText()
    word = driver.app.localizer.text
    for action in driver.idle.actions:
        assert word(f"key.{action.group}") in text
        assert word(f"key.{action.group}.{action.name}") in text
        for key in action.keys:
            assert _key(key) in text
    for shortcut in driver.window.findChildren(QShortcut):
        assert key_name(shortcut.key().toString()) in text


@quiet_platform
def test_the_open_list_follows_the_language(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F1)
    dialog = _dialog(driver)
    driver.app.preferences.use_language(Language.KOREAN)
    driver.settle()
    assert "검색창으로 가기" in dialog.reader.toPlainText()
    assert dialog.windowTitle() == "단축키 – StatusRef"
    dialog.close()


@quiet_platform
def test_the_list_closes_by_escape_and_is_there_once(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F1)
    driver.idle.show_keys()
    driver.settle()
    dialog = _dialog(driver)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("page", ["study", "choose"])
def test_no_key_has_two_meanings(driver: Driver, page: str) -> None:
    """The keys of a page mean something else on another one."""
    others = {"study", "choose"} - {page}
    actions = [action for action in driver.idle.actions if action.group not in others]
    listed = Counter(_key(key) for action in actions for key in action.keys)
    # Return goes from the list to the page, and on the page it opens a link.
    assert {key for key, times in listed.items() if times > 1} <= {_key("Return")}
    everywhere = [
        shortcut.key().toString()
        for shortcut in driver.window.findChildren(QShortcut)
        if shortcut.context() is Qt.ShortcutContext.WindowShortcut
    ]
    assert sorted(everywhere) == sorted(set(everywhere))


def test_every_action_is_done_by_its_key(driver: Driver) -> None:
    """Each key of the list has a shortcut in the window."""
    wanted = {key for action in driver.idle.actions if action.run is not None for key in action.keys}
    made = {shortcut.key().toString() for shortcut in driver.window.findChildren(QShortcut)}
    assert {QKeySequence(key).toString() for key in wanted} <= made


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_2, "notes"), (Qt.Key.Key_4, "compare"), (Qt.Key.Key_1, LOOKUP)],
)
def test_pages_by_key(driver: Driver, key: Qt.Key, page: str) -> None:
    driver.app.navigation.show_page("about")
    driver.press(key, ALT)
    assert driver.shows(page)


def test_the_keyboard_can_go_anywhere_from_any_page(driver: Driver) -> None:
    for page in NAMES:
        driver.app.navigation.show_page(page)
        driver.settle()
        driver.press(Qt.Key.Key_K, CTRL)
        assert driver.shows(LOOKUP)
        assert driver.has_keyboard(driver.field)


def test_closing_by_key(driver: Driver) -> None:
    driver.press(Qt.Key.Key_W, CTRL)
    assert not driver.window.isVisible()


def test_every_tooltip_that_names_a_key_tells_the_truth(driver: Driver) -> None:
    known = {_key(key) for action in driver.idle.actions for key in action.keys}
    driver.press(Qt.Key.Key_F, CTRL)
    for page in NAMES:
        driver.app.navigation.show_page(page)
        driver.settle()
        for button in driver.visible(QAbstractButton):
            match = re.search(r"\(([^()]*)\)$", button.toolTip())
            if match and not button.toolTip().startswith(("418", "404")) and button.toolTip()[0].isalpha():
                assert match[1] in known, button.toolTip()


# A screen reader


def _takes_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", NAMES)
def test_everything_that_takes_the_keyboard_has_a_name(driver: Driver, page: str, language: Language) -> None:
    driver.app.preferences.use_language(language)
    if page == LOOKUP:
        driver.write("404")
        driver.press(Qt.Key.Key_Return)
        driver.press(Qt.Key.Key_F, CTRL)
    else:
        driver.app.navigation.show_page(page)
    driver.window.messages.tell("Something")
    driver.settle()
    widgets = [widget for widget in driver.window.findChildren(QWidget) if _takes_keyboard(widget)]
    assert len(widgets) > 8
    for widget in widgets:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
        assert interface.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, widget


def test_buttons_say_their_role_and_state(driver: Driver) -> None:
    driver.write("404")
    star = driver.window.lookup.detail.header.bookmark_button
    interface = QAccessible.queryAccessibleInterface(star)
    assert interface.text(QAccessible.Text.Name) == "Bookmark"
    assert not interface.state().checked
    driver.press(Qt.Key.Key_D, CTRL)
    assert interface.state().checked


def test_a_row_speaks_number_phrase_and_korean_meaning(driver: Driver) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert driver.row_index("404").data(role) == "404 Not Found, 찾을 수 없음"


def test_what_was_copied_is_said(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_C, CTRL)
    assert driver.window.status._said.accessibleName() == "Copied: 404 Not Found"


# Tab


def _by_tab(driver: Driver, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """All widgets that Tab reaches from the search field, until it is back there."""
    driver.field.setFocus()
    stops: list[QWidget] = [driver.field]
    for _ in range(300):
        driver.press(Qt.Key.Key_Tab, modifiers)
        if driver.focused is driver.field:
            return stops
        if driver.focused is not stops[-1]:
            stops.append(driver.focused)
    raise AssertionError("Tab does not come back")


def test_tab_goes_from_top_to_bottom(driver: Driver) -> None:
    driver.write("404")
    stops = _by_tab(driver)
    window = driver.window
    parts = [window.top, window.rail, window.lookup.filter_bar, window.lookup.list, window.lookup.detail, window.status]
    places = [next(place for place, part in enumerate(parts) if _within(part, stop)) for stop in stops]
    # Tab starts at the field in the middle of the top bar, so the buttons to the left of it come last.
    left = sum(stop in {window.top.back, window.top.forward} for stop in stops)
    order = places[: len(places) - left]
    assert order == sorted(order)
    assert set(order) == set(range(len(parts)))


@pytest.mark.parametrize("page", ["notes", "settings", "about", "study"])
def test_tab_reaches_a_page_made_late_before_the_status_line(driver: Driver, page: str) -> None:
    driver.app.navigation.show_page(page)
    shown = driver.window.page_called(page)
    driver.window.top.settings.setFocus()
    stops = []
    while not _within(driver.window.status, driver.focused):
        driver.press(Qt.Key.Key_Tab)
        stops.append(driver.focused)
        assert len(stops) < 300
    assert any(_within(shown, stop) for stop in stops)


def _within(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def test_tab_reaches_every_button(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    stops = _by_tab(driver)
    groups = (driver.window.rail, driver.window.lookup.filter_bar)
    for button in driver.visible(QAbstractButton):
        if _takes_keyboard(button) and button.isEnabled() and not any(_within(group, button) for group in groups):
            assert button in stops, button.accessibleName()
    for group in groups:  # Tab reaches the checked button of a group, the arrow keys reach the others
        assert sum(_within(group, stop) for stop in stops) == 1


def test_shift_tab_goes_the_same_way_back(driver: Driver) -> None:
    driver.write("404")
    assert list(reversed(_by_tab(driver, SHIFT)[1:])) == _by_tab(driver)[1:]


def test_the_links_of_a_page_by_keyboard(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    reached = []
    for _ in range(len(driver.links)):
        driver.press(Qt.Key.Key_Tab)
        if driver.focused is not driver.reader:
            break
        reached.append(plain(driver.reader.textCursor().selectedText()))
    assert "410 Gone" in reached
    while plain(driver.reader.textCursor().selectedText()) != "410 Gone":
        driver.press(Qt.Key.Key_Tab, SHIFT)
    driver.press(Qt.Key.Key_Return)
    assert driver.title == "410 Gone – StatusRef"


def test_focus_can_be_seen_everywhere(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Down)
    for widget in _by_tab(driver):
        if isinstance(widget, Reader):
            continue  # Tab marks the links of a reader, which has a test of its own below
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = widget.grab().toImage()
        (driver.reader if widget is not driver.reader else driver.field).setFocus()
        assert widget.grab().toImage() != with_focus, widget.accessibleName()


def test_a_link_that_tab_reached_is_marked(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Tab)
    assert driver.reader.textCursor().hasSelection()
    assert not QToolTip.isVisible()
