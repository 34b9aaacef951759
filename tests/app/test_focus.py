"""Where the keyboard is: Tab through a page, what Enter and Space do there, and focus that is never out of sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from statusref.domain.links import code_link
from statusref.theme.tokens import DARK, LIGHT, Tokens, color
from statusref.views.keys_dialog import KeysDialog
from statusref.views.memo_editor import MemoEditor
from statusref.widgets.reader import Reader
from statusref.widgets.unbroken import plain
from tests.app.driving import ALT, CTRL, SHIFT, Driver

TAB, ENTER, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
Stop = QWidget | str


def link_texts(reader: Reader) -> list[str]:
    """The links of a page in their order, as it shows them."""
    found: list[tuple[str, str]] = []
    block = reader.document().begin()
    while block.isValid():
        before = ""
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            target = piece.charFormat().anchorHref()
            if target and target == before:
                found[-1] = (target, found[-1][1] + plain(piece.text()))
            elif target:
                found.append((target, plain(piece.text())))
            before = target
            pieces += 1
        block = block.next()
    return [text for _, text in found]


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.isVisible()
    assert widget.isEnabled()
    return widget


def stop(reader: Reader) -> Stop:
    """Where Tab has led: a widget, or the text of the link in the page."""
    widget = keyboard()
    return plain(reader.textCursor().selectedText()) if widget is reader else widget


@pytest.fixture
def on_star(driver: Driver) -> Driver:
    """The page of 404, reached from its list by Tab."""
    driver.write("404")
    driver.window.lookup.list.setFocus()
    driver.press(TAB)
    assert keyboard() is driver.window.lookup.detail.header.bookmark_button
    return driver


def test_tab_goes_from_star_to_copy_to_each_link_and_out_and_back(on_star: Driver) -> None:
    driver, reader = on_star, on_star.reader
    header = driver.window.lookup.detail.header
    links = link_texts(reader)
    assert len(links) > 20
    inside: list[Stop] = [header.bookmark_button, header.copy_button, *links]
    there = [stop(reader)]
    for _ in inside:
        driver.press(TAB)
        there.append(stop(reader))
    assert there[:-1] == inside
    assert driver.window.status.isAncestorOf(keyboard())
    back = []
    for _ in inside:
        driver.press(TAB, SHIFT)
        back.append(stop(reader))
    assert back == inside[::-1]
    driver.press(TAB, SHIFT)
    assert keyboard() is driver.window.lookup.list


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter, SPACE])
def test_enter_and_space_press_the_button_that_has_the_focus(on_star: Driver, key: Qt.Key) -> None:
    driver = on_star
    star = driver.window.lookup.detail.header.bookmark_button
    driver.press(key)
    assert star.isChecked()
    driver.press(key)
    assert not star.isChecked()
    driver.press(TAB)
    driver.press(key)
    assert driver.clipboard == "404 Not Found"
    assert driver.title == "404 Not Found – StatusRef"


def test_enter_follows_the_marked_link_and_space_scrolls(on_star: Driver) -> None:
    driver = on_star
    for _ in range(2):
        driver.press(TAB)
    assert driver.reader.textCursor().selectedText() == "410"
    driver.press(SPACE)
    assert driver.reader.verticalScrollBar().value() > 0
    assert driver.title == "404 Not Found – StatusRef"
    driver.press(ENTER)
    assert driver.title == "410 Gone – StatusRef"
    assert keyboard() is driver.reader


def test_enter_follows_nothing_before_a_link_is_marked(driver: Driver) -> None:
    driver.write("404")
    driver.press(ENTER)
    assert keyboard() is driver.reader
    driver.press(ENTER)
    assert driver.title == "404 Not Found – StatusRef"


def test_shift_tab_from_the_top_of_a_page_leads_to_its_buttons(driver: Driver) -> None:
    driver.write("404")
    driver.press(ENTER)
    driver.press(TAB, SHIFT)
    assert keyboard() is driver.window.lookup.detail.header.copy_button


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marked_link_has_a_ring_while_the_page_has_the_keyboard(on_star: Driver, tokens: Tokens) -> None:
    driver = on_star
    driver.app.theme.apply(tokens=tokens)
    driver.settle()
    driver.field.setFocus()
    without = _pixels(driver.reader, tokens.accent)
    driver.window.lookup.detail.header.copy_button.setFocus()
    driver.press(TAB)
    assert driver.reader.has_marked_link
    assert _pixels(driver.reader, tokens.accent) > without + 40
    driver.field.setFocus()
    driver.settle()
    assert _pixels(driver.reader, tokens.accent) == without


def _pixels(reader: Reader, wanted: str) -> int:
    image = reader.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rgb = color(wanted).rgb()
    return sum(image.pixel(x, y) == rgb for y in range(image.height()) for x in range(image.width()))


def test_a_marked_link_is_not_at_the_edge_of_the_page(on_star: Driver) -> None:
    driver, reader = on_star, on_star.reader
    driver.press(TAB)
    for modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
        for _ in range(12):
            driver.press(TAB, modifiers)
            if keyboard() is reader:
                place = reader.cursorRect()
                assert place.top() > 10
                assert place.bottom() < reader.viewport().height() - 10


def test_text_selected_by_the_mouse_gets_no_ring(on_star: Driver) -> None:
    reader = on_star.reader
    for _ in range(2):
        on_star.press(TAB)
    assert reader.has_marked_link
    reader.selectAll()
    assert not reader.has_marked_link


# Other pages


def test_tab_goes_through_the_links_of_a_note(driver: Driver) -> None:
    driver.app.navigation.show_page("notes")
    driver.settle()
    notes = driver.notes
    notes.list.setFocus()
    links = link_texts(notes.reader)
    there = []
    for _ in links:
        driver.press(TAB)
        there.append(stop(notes.reader))
    assert there == links
    driver.press(TAB)
    assert driver.window.status.isAncestorOf(keyboard())
    driver.press(TAB, SHIFT)
    driver.press(ENTER)
    assert driver.title == f"Compare {links[-1]} – StatusRef"


def test_a_page_without_links_is_one_stop(driver: Driver) -> None:
    driver.app.navigation.show_page("about")
    driver.settle()
    reader = driver.window.page_called("about").findChild(Reader)
    assert isinstance(reader, Reader)
    reader.setPlainText("Nothing to follow here. " * 400)
    driver.window.lookup.detail.header.bookmark_button.setFocus()
    driver.window.rail._buttons["notes"].setFocus()
    seen = []
    for _ in range(4):
        driver.press(TAB)
        seen.append(keyboard())
    assert seen.count(reader) == 1
    assert not reader.has_marked_link


@pytest.mark.parametrize("opened", ["MF", "FM"])
def test_memo_and_find_bar_come_right_after_the_page(on_star: Driver, opened: str) -> None:
    driver, reader = on_star, on_star.reader
    for letter in opened:
        driver.press(Qt.Key(ord(letter)), CTRL)
    reader.setFocus()
    for _ in link_texts(reader):
        driver.press(TAB)
    assert keyboard() is reader
    memo = driver.window.findChild(MemoEditor)
    assert isinstance(memo, MemoEditor)
    parts: list[QWidget] = [memo, driver.window.lookup.detail.find_bar, driver.window.status]
    for part, stops in zip(parts, (2, 4, 1), strict=True):
        for _ in range(stops):
            driver.press(TAB)
            assert part.isAncestorOf(keyboard())


def test_enter_in_the_find_bar_finds_and_follows_nothing(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("410")
    for _ in range(3):
        driver.press(ENTER)
    assert driver.reader.textCursor().selectedText() == "410"
    assert driver.title == "404 Not Found – StatusRef"
    assert driver.window.lookup.detail.find_bar.isAncestorOf(keyboard())


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_escape_closes_the_list_of_keys_from_inside_its_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F1)
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, KeysDialog)]
    dialog.reader.setFocus()
    QTest.keyClick(dialog.reader, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Something that has the focus goes away


def test_the_star_goes_away_with_its_code(on_star: Driver) -> None:
    on_star.field.clear()
    on_star.window.lookup.detail.header.bookmark_button.setFocus()
    on_star.press(Qt.Key.Key_6, CTRL)
    assert on_star.title.startswith("4xx")
    keyboard()
    assert not on_star.reader.has_marked_link or keyboard() is on_star.reader


def test_back_can_be_pressed_until_there_is_nothing_left(driver: Driver) -> None:
    for entry_id in ("404", "410"):
        driver.app.navigation.go(code_link(entry_id))
    back = driver.window.top.back
    back.setFocus()
    while back.isEnabled():
        driver.press(ENTER)
    assert keyboard() is driver.window.top.forward


def test_a_dismissed_message_leaves_the_keyboard_on_something_visible(driver: Driver) -> None:
    driver.window.messages.tell("The disk is full.")
    driver.window.messages._close.setFocus()
    driver.press(ENTER)
    assert driver.messages == ""
    keyboard()


def test_the_keyboard_goes_with_the_recent_code_that_was_pressed(driver: Driver) -> None:
    for entry_id in ("404", "410"):
        driver.app.navigation.go(code_link(entry_id))
    driver.window.lookup.panel.refresh_recent()
    strip = driver.window.lookup.recent_strip
    strip._buttons[1].setFocus()
    for _ in range(2):
        driver.press(ENTER)
        assert driver.title == "404 Not Found – StatusRef"
        assert keyboard() is strip._buttons[0]


def test_a_memo_that_closes_during_a_search_leaves_the_keyboard_in_the_field(driver: Driver) -> None:
    driver.app.navigation.go(code_link("404"))
    driver.press(Qt.Key.Key_M, CTRL)
    driver.write("ask Kim")
    driver.press(Qt.Key.Key_K, CTRL)
    driver.write("502")
    assert driver.field.text() == "502"
    assert keyboard() is driver.field
    assert driver.app.core.data.memos.get("404") == "ask Kim"


def test_the_keyboard_goes_from_a_memo_to_the_page_that_follows(driver: Driver) -> None:
    for entry_id in ("410", "404"):
        driver.app.navigation.go(code_link(entry_id))
    driver.press(Qt.Key.Key_M, CTRL)
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "410 Gone – StatusRef"
    assert keyboard() is driver.reader
