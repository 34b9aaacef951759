"""Reading with the keyboard: links, scrolling, finding, copying; and that nothing is opened or interpreted here."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget

from statusref.domain.links import code_link, parse_link
from statusref.domain.markdown import Span
from statusref.theme.theme import Theme
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.page_writer import PageWriter
from statusref.widgets.icon_button import IconButton
from statusref.widgets.reader import Reader
from statusref.widgets.unbroken import JOINER, plain

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Room(QWidget):
    """A reader with its find bar, as the pages have them."""

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__()
        self.reader = Reader(theme, None, self)
        self.bar = FindBar(theme, localizer, self.reader, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.reader, 1)
        layout.addWidget(self.bar)
        writer = PageWriter(self.reader.document(), theme)
        writer.summary("Not found, found, and FOUND again.")
        writer.body(
            (Span("See "), Span("410 Gone", link=code_link("410")), Span(" and "), Span("404", link=code_link("404")))
        )
        writer.body((Span("RFC 9110", link=parse_link("https://www.rfc-editor.org/rfc/rfc9110")),))
        writer.body((Span("<b>bold</b> <a href='http://evil.example'>x</a> &amp;"),))
        for number in range(60):
            writer.body((Span(f"Line {number}"),))
        writer.finish()
        self.reader.to_top()
        self.bar.closed.connect(self.reader.setFocus)

    @property
    def field(self) -> QLineEdit:
        field = self.bar.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        return field

    @property
    def said(self) -> str:
        label = self.bar.findChild(QLabel)
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def selected(self) -> str:
        return self.reader.textCursor().selectedText()


@pytest.fixture
def room(theme: Theme, localizer: Localizer, show: Callable[[Room], Room]) -> Room:
    room = show(Room(theme, localizer))
    room.reader.setFocus()
    return room


@pytest.fixture
def followed(room: Room) -> list[str]:
    links: list[str] = []
    room.reader.link_activated.connect(links.append)
    return links


def test_tab_goes_from_link_to_link_and_enter_follows(room: Room, followed: list[str]) -> None:
    for _ in range(3):
        QTest.keyClick(room.reader, Qt.Key.Key_Tab)
        assert room.reader.hasFocus()
        QTest.keyClick(room.reader, Qt.Key.Key_Return)
    assert followed == ["code:410", "code:404", "https://www.rfc-editor.org/rfc/rfc9110"]
    QTest.keyClick(room.reader, Qt.Key.Key_Tab, SHIFT)
    QTest.keyClick(room.reader, Qt.Key.Key_Return)
    assert followed[-1] == "code:404"


def test_a_click_follows_once(room: Room, followed: list[str]) -> None:
    place = _place_of(room.reader, "410")
    QTest.mouseClick(room.reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed == ["code:410"]
    assert room.reader.toPlainText().startswith("Not found")


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
@pytest.mark.parametrize(("text", "shown"), [("RFC 9110", "https://www.rfc-editor.org/rfc/rfc9110"), ("410", "")])
def test_an_address_is_shown_before_it_is_opened(
    room: Room, monkeypatch: pytest.MonkeyPatch, text: str, shown: str
) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, tip, _widget: tips.append(tip))
    place = _place_of(room.reader, text)
    event = QHelpEvent(QEvent.Type.ToolTip, place, room.reader.viewport().mapToGlobal(place))
    QApplication.sendEvent(room.reader.viewport(), event)
    assert tips == [shown]


def test_markup_is_text(room: Room, followed: list[str]) -> None:
    assert "<b>bold</b> <a href='http://evil.example'>x</a> &amp;" in room.reader.toPlainText()
    cursor = room.reader.document().find("x</a>")
    assert cursor.charFormat().anchorHref() == ""


def test_space_and_page_keys_scroll(room: Room) -> None:
    bar = room.reader.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down):
        QTest.keyClick(room.reader, key)
        places.append(bar.value())
    assert places == sorted(set(places))
    QTest.keyClick(room.reader, Qt.Key.Key_Space, SHIFT)
    assert bar.value() < places[-1]
    QTest.keyClick(room.reader, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(room.reader, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_copying_with_nothing_selected_is_handed_over(room: Room) -> None:
    asked: list[bool] = []
    room.reader.copy_wanted.connect(lambda: asked.append(True))
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(room.reader, Qt.Key.Key_C, CTRL)
    assert asked == [True]
    assert QGuiApplication.clipboard().text() == "before"


def test_copying_what_is_selected(room: Room) -> None:
    cursor = room.reader.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    room.reader.setTextCursor(cursor)
    QTest.keyClick(room.reader, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Not"


def test_what_is_held_together_on_a_line_is_copied_and_found_as_it_is_written(theme: Theme, room: Room) -> None:
    sentence = "Read Retry-After in HTTP/1.1 503 Service Unavailable."
    writer = PageWriter(room.reader.document(), theme)
    writer.body((Span(sentence),))
    writer.finish()
    for width in range(200, 420, 10):
        room.resize(width, 400)
        ends = _line_ends(room.reader)
        assert not [end for end in ends if end.endswith(("Retry-", "HTTP/", "503"))], ends
    assert room.reader.toPlainText() == sentence
    assert room.reader.selected_or_first() == sentence
    assert room.reader.mark_matches("in http/1.1 503 s") == room.reader.mark_matches("retry-after") == 1
    assert room.reader.find_next("Retry-After")
    room.reader.selectAll()
    room.reader.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == sentence
    assert JOINER not in data.html()
    assert data.formats() == ["text/plain", "text/html"]


def _line_ends(reader: Reader) -> list[str]:
    """The text of each line of the first paragraph, as it stands on the screen, without the character for the eye."""
    block = reader.document().firstBlock()
    layout = block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [plain(block.text()[line.textStart() : line.textStart() + line.textLength()]).rstrip() for line in lines]


def test_the_page_cannot_be_changed(room: Room) -> None:
    before = room.reader.toPlainText()
    QGuiApplication.clipboard().setText("pasted")
    for key in (Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z):
        QTest.keyClick(room.reader, key, CTRL)
    QTest.keyClick(room.reader, Qt.Key.Key_Delete)
    assert room.reader.toPlainText() == before


# Find in page


def test_the_find_bar_is_hidden_until_it_is_opened(room: Room) -> None:
    assert not room.bar.isVisible()
    room.bar.open()
    assert room.bar.isVisible()
    assert room.field.hasFocus()


def test_matches_are_counted_and_marked_as_one_types(room: Room) -> None:
    room.bar.open()
    assert room.said == ""
    QTest.keyClicks(room.field, "found")
    assert room.said.startswith("3 ")
    assert [selection.cursor.selectedText() for selection in room.reader.extraSelections()] == [
        "found",
        "found",
        "FOUND",
    ]
    QTest.keyClicks(room.field, "zz")
    assert room.said.startswith("0 ")
    assert room.reader.extraSelections() == []


@pytest.mark.parametrize("from_page", [False, True])
def test_f3_goes_round_the_matches(room: Room, from_page: bool) -> None:
    room.bar.open()
    QTest.keyClicks(room.field, "line 5")
    if from_page:
        room.reader.setFocus()
    place = room.reader if from_page else room.field
    starts = []
    for _ in range(12):
        QTest.keyClick(place, Qt.Key.Key_F3)
        assert room.selected == "Line 5"
        starts.append(room.reader.textCursor().selectionStart())
    assert starts[:11] == sorted(set(starts))
    assert starts[11] == starts[0]
    QTest.keyClick(place, Qt.Key.Key_F3, SHIFT)
    assert room.reader.textCursor().selectionStart() == starts[10]


def test_enter_goes_to_the_next_match(room: Room) -> None:
    room.bar.open()
    QTest.keyClicks(room.field, "410")
    QTest.keyClick(room.field, Qt.Key.Key_Return)
    assert room.selected == "410"
    assert room.field.hasFocus()


def test_the_buttons_do_what_they_say(room: Room) -> None:
    room.bar.open()
    QTest.keyClicks(room.field, "line 5")
    buttons = {button.accessibleName(): button for button in room.bar.findChildren(IconButton)}
    assert set(buttons) == {"Previous match", "Next match", "Close"}
    QTest.mouseClick(buttons["Next match"], Qt.MouseButton.LeftButton)
    first = room.reader.textCursor().selectionStart()
    QTest.mouseClick(buttons["Next match"], Qt.MouseButton.LeftButton)
    assert room.reader.textCursor().selectionStart() > first
    QTest.mouseClick(buttons["Previous match"], Qt.MouseButton.LeftButton)
    assert room.reader.textCursor().selectionStart() == first
    QTest.mouseClick(buttons["Close"], Qt.MouseButton.LeftButton)
    assert not room.bar.isVisible()


def test_escape_closes_the_bar_and_takes_the_marks_away(room: Room) -> None:
    room.bar.open()
    QTest.keyClicks(room.field, "found")
    QTest.keyClick(room.field, Qt.Key.Key_Escape)
    assert not room.bar.isVisible()
    assert room.reader.extraSelections() == []
    assert room.reader.hasFocus()


def test_what_is_searched_for_is_marked_on_the_next_page(theme: Theme, room: Room) -> None:
    room.bar.open()
    QTest.keyClicks(room.field, "found")
    writer = PageWriter(room.reader.document(), theme)
    writer.summary("Found elsewhere.")
    writer.finish()
    room.bar.page_changed()
    assert room.said.startswith("1 ")


@pytest.mark.parametrize("text", ["<b>", "\\", "(", "\u202e", "%n", "x" * 5000])
def test_odd_text_finds_what_it_says(room: Room, text: str) -> None:
    room.bar.open()
    room.field.setText(text)
    assert room.said.startswith("1 " if text == "<b>" else "0 ")


def _place_of(reader: Reader, text: str) -> QPoint:
    cursor = reader.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 1)
    return reader.cursorRect(cursor).center()
