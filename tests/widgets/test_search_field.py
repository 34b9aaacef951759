"""What enters the search field, and what it tells at every key."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from statusref.theme.theme import Theme
from statusref.widgets.icon_button import IconButton
from statusref.widgets.search_field import MAX_LENGTH, SearchField
from tests.widgets.input_method import compose

TEN_MB = "GET /a 404\n" * (10 * 1024 * 1024 // 11)
DROP = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier

ONE_LINE = [
    pytest.param("404", id="number"),
    pytest.param("<b>404</b> & <script>alert(1)</script>", id="html"),
    pytest.param("%s {0} \\d+ (.*) [", id="patterns"),
    pytest.param("\u202e404\u2066\u200f", id="bidi"),
    pytest.param("e" + "\u0301" * 1000, id="combining marks"),
    pytest.param("👩‍👩‍👧‍👦🇰🇷", id="emoji"),
    pytest.param("x" * MAX_LENGTH, id="as long as may be"),
]
BLOCKS = [
    pytest.param("a 404\nb 500", id="two lines"),
    pytest.param("a\r\nb", id="CRLF"),
    pytest.param("a\rb", id="CR"),
    pytest.param("a\u2028b", id="line separator"),
    pytest.param("a\u2029b", id="paragraph separator"),
    pytest.param("x" * (MAX_LENGTH + 1), id="one character too many"),
    pytest.param(TEN_MB, id="10 MB of lines"),
    pytest.param("4" * (10 * 1024 * 1024), id="10 MB of one character"),
]


class Heard:
    """What a field has told, in order."""

    def __init__(self, field: SearchField) -> None:
        self.queries: list[str] = []
        self.blocks: list[str] = []
        self.steps: list[int] = []
        self.accepted = 0
        self.copies = 0
        field.query_changed.connect(self.queries.append)
        field.block_given.connect(self.blocks.append)
        field.moved.connect(self.steps.append)
        field.accepted.connect(self._on_accepted)
        field.copy_wanted.connect(self._on_copy_wanted)

    def _on_accepted(self) -> None:
        self.accepted += 1

    def _on_copy_wanted(self) -> None:
        self.copies += 1


Take = Callable[[SearchField, str], None]


@pytest.fixture
def field(theme: Theme, show: Callable[[SearchField], SearchField]) -> SearchField:
    field = show(SearchField(theme))
    field.setFocus()
    return field


@pytest.fixture
def heard(field: SearchField) -> Heard:
    return Heard(field)


# Typing


def test_every_key_is_told(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "404")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert heard.queries == ["4", "40", "404", "40"]
    assert field.query == "40"


def test_a_slash_typed_into_the_field_is_text(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "a/b")
    assert field.query == "a/b"


@pytest.mark.parametrize(
    ("key", "step"),
    [(Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageUp, -8), (Qt.Key.Key_PageDown, 8)],
)
def test_arrows_move_in_the_list(field: SearchField, heard: Heard, key: Qt.Key, step: int) -> None:
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, key)
    assert heard.steps == [step]
    assert (field.text(), field.cursorPosition()) == ("40", 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_accepts(field: SearchField, heard: Heard, key: Qt.Key) -> None:
    QTest.keyClick(field, key)
    assert heard.accepted == 1


def test_copying_with_nothing_selected_is_handed_over(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "404")
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert heard.copies == 1
    assert QGuiApplication.clipboard().text() == "before"


def test_copying_a_selection_copies_it(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "404")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert heard.copies == 0
    assert QGuiApplication.clipboard().text() == "404"


def test_the_clear_button_is_there_while_there_is_something_to_clear(field: SearchField, heard: Heard) -> None:
    button = field.findChild(IconButton)
    assert isinstance(button, IconButton)
    assert not button.isVisible()
    QTest.keyClicks(field, "4")
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    assert field.query == ""
    assert not button.isVisible()
    assert field.hasFocus()
    assert heard.queries == ["4", ""]


# Composing


def test_a_syllable_in_the_making_is_part_of_the_query(field: SearchField, heard: Heard) -> None:
    for preedit in ("ㅊ", "차", "찾"):
        compose(field, preedit)
    assert heard.queries == ["ㅊ", "차", "찾"]
    assert field.text() == ""
    compose(field, "", commit="찾")
    assert heard.queries == ["ㅊ", "차", "찾"]
    assert field.text() == "찾"


def test_the_next_syllable_begins_as_the_last_is_finished(field: SearchField, heard: Heard) -> None:
    compose(field, "찾")
    compose(field, "으", commit="찾")
    compose(field, "을")
    assert heard.queries == ["찾", "찾으", "찾을"]


def test_composing_in_the_middle(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "4xx")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Right)
    heard.queries.clear()
    compose(field, "ㅊ")
    compose(field, "차")
    assert heard.queries == ["4ㅊxx", "4차xx"]
    compose(field, "", commit="차")
    assert field.text() == "4차xx"
    assert heard.queries == ["4ㅊxx", "4차xx"]


def test_composing_over_a_selection_replaces_it(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "404")
    field.selectAll()
    heard.queries.clear()
    compose(field, "ㅊ")
    assert heard.queries[-1] == "ㅊ"


def test_cancelling_clears_the_syllable(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "4")
    compose(field, "차")
    compose(field, "")
    QApplication.processEvents()
    assert heard.queries == ["4", "4차", "4"]
    assert field.text() == "4"


def test_enter_keeps_the_syllable(field: SearchField, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    compose(field, "찾")

    class Method:
        def commit(self) -> None:
            compose(field, "", commit="찾")

    monkeypatch.setattr(QGuiApplication, "inputMethod", Method)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "찾"
    assert heard.queries == ["찾"]
    assert heard.accepted == 1


def test_clearing_while_composing(field: SearchField, heard: Heard) -> None:
    compose(field, "찾")
    compose(field, "", commit="찾")
    field.clear()
    assert heard.queries == ["찾", ""]
    assert field.query == ""


# Ways in: each takes one short line and hands over everything else


def paste_by_key(field: SearchField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QApplication.processEvents()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))


def paste_by_menu(field: SearchField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    where = QPoint(60, 10)
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, field.mapToGlobal(where)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.objectName() == "edit-paste")
    action.trigger()
    menu.close()


def drop(field: SearchField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    place = QPointF(60, 10)
    enter = QDragEnterEvent(place.toPoint(), DROP, data, LEFT, PLAIN)
    QApplication.sendEvent(field, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(field, QDropEvent(place, DROP, data, LEFT, PLAIN))


# A menu wants more of a screen than the offscreen platform has, which says so.
quiet_platform = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
ways = pytest.mark.parametrize("give", [paste_by_key, paste_by_menu, drop])


@ways
@quiet_platform
@pytest.mark.parametrize("text", ONE_LINE)
def test_one_line_goes_in(field: SearchField, heard: Heard, give: Take, text: str) -> None:
    give(field, text)
    assert field.query == text
    assert heard.queries == [text]
    assert heard.blocks == []


@ways
@quiet_platform
def test_the_end_of_one_line_is_no_second_line(field: SearchField, heard: Heard, give: Take) -> None:
    give(field, "404 Not Found\r\n")
    assert field.text() == "404 Not Found"
    assert heard.blocks == []


@ways
@quiet_platform
@pytest.mark.parametrize("text", BLOCKS)
def test_everything_else_is_handed_over_whole(field: SearchField, heard: Heard, give: Take, text: str) -> None:
    field.setText("before")
    heard.queries.clear()
    give(field, text)
    assert field.text() == "before"
    assert heard.blocks == [text]
    assert heard.queries == []


def test_a_line_goes_in_at_the_caret(field: SearchField, heard: Heard) -> None:
    QTest.keyClicks(field, "44")
    field.setCursorPosition(1)
    paste_by_key(field, "0")
    assert field.text() == "404"


def test_what_is_selected_makes_room(field: SearchField, heard: Heard) -> None:
    field.setText("x" * MAX_LENGTH)
    field.selectAll()
    paste_by_key(field, "404")
    assert field.text() == "404"
    assert heard.blocks == []


def test_a_full_field_takes_no_more(field: SearchField, heard: Heard) -> None:
    field.setText("x" * MAX_LENGTH)
    paste_by_key(field, "404")
    assert field.text() == "x" * MAX_LENGTH
    assert heard.blocks == ["404"]


def test_middle_click_takes_the_selection_of_x11(
    field: SearchField, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()

    def mime_data(_clipboard: QClipboard, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> QMimeData:
        assert mode is QClipboard.Mode.Selection
        return data

    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _clipboard: True)
    monkeypatch.setattr(QClipboard, "mimeData", mime_data)
    assert clipboard.supportsSelection()
    data.setText("404")
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.text() == "404"
    data.setText("a 404\nb 500")
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.text() == "404"
    assert heard.blocks == ["a 404\nb 500"]


def test_a_file_is_left_to_the_window(field: SearchField, heard: Heard) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/var/log/access.log")])
    event = QDragEnterEvent(QPoint(60, 10), DROP, data, LEFT, PLAIN)
    event.accept()
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()


def test_a_picture_is_not_pasted(field: SearchField, heard: Heard) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert heard.queries == []
    assert heard.blocks == []
    # A picture that outlives the application brings the process down when it ends.
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("text", ["4\x00\x00004", "4\ud8000\udfff4", "\udc00", "\x1b[31m404"])
def test_control_characters_and_lone_surrogates_do_no_harm(field: SearchField, heard: Heard, text: str) -> None:
    field.give(text)
    assert heard.blocks == []
    assert [field.query] == (heard.queries or [""])
    field.grab()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=200))
def test_any_text_is_a_query_or_a_block(field: SearchField, text: str) -> None:
    field.clear()
    blocks: list[str] = []
    connection = field.block_given.connect(blocks.append)
    field.give(text)
    field.block_given.disconnect(connection)
    assert len(field.text()) <= MAX_LENGTH
    assert not blocks or field.text() == ""


# What was given instead of a search


def test_a_summary_is_replaced_by_the_next_key(field: SearchField, heard: Heard) -> None:
    field.show_summary("Log of 2 lines")
    assert heard.queries == []
    assert field.query == "Log of 2 lines"
    QTest.keyClicks(field, "4")
    assert heard.queries == ["4"]


def test_focus_is_painted(theme: Theme, field: SearchField) -> None:
    with_focus = field.grab().toImage()
    field.clearFocus()
    assert field.grab().toImage() != with_focus


def test_the_names_of_field_and_clear_button(field: SearchField) -> None:
    field.describe("Search", "404 · not found", "Clear", "Ctrl K")
    assert field.accessibleName() == "Search"
    assert field.placeholderText() == "404 · not found"
    button = field.findChild(IconButton)
    assert isinstance(button, IconButton)
    assert (button.accessibleName(), button.toolTip()) == ("Clear", "Clear (Esc)")
