"""A syllable that is being composed: it gets into the text whatever ends it, and it gets there once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QInputMethodQueryEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStyledItemDelegate, QVBoxLayout, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.models.code_list_model import CodeListModel
from statusref.models.result_rows import Row
from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.memo_editor import MemoEditor
from statusref.views.result_list import ResultList
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.reader import Reader
from statusref.widgets.search_field import SearchField
from statusref.widgets.text_button import TextButton
from statusref.widgets.text_field import TextField
from tests.widgets.input_method import LateCommitter, compose

Field = QLineEdit | QPlainTextEdit
FIELDS = ["search", "answer", "find", "memo"]
all_fields = pytest.mark.parametrize("kind", FIELDS)


class Room(QWidget):
    """One field of each kind, and a page without any."""

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__()
        self.reader = Reader(theme, None, self)
        self.reader.setPlainText("A page.")
        bar = FindBar(theme, localizer, self.reader, self)
        memo = MemoEditor(theme, localizer, self)
        self.fields: dict[str, Field] = {"search": SearchField(theme), "answer": AnswerField(theme)}
        layout = QVBoxLayout(self)
        for widget in (self.reader, bar, memo, *self.fields.values()):
            layout.addWidget(widget)
        bar.show()
        memo.show()
        self.fields |= {"find": bar._field, "memo": memo._field}


@pytest.fixture
def room(theme: Theme, localizer: Localizer, show: Callable[[Room], Room]) -> Room:
    return show(Room(theme, localizer))


@pytest.fixture
def field(room: Room, kind: str) -> Field:
    field = room.fields[kind]
    field.setFocus()
    compose(field, "찾")
    compose(field, "으", commit="찾")
    compose(field, "을")
    return field


def text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@all_fields
@pytest.mark.parametrize("own", ["#000000", "#ffffff"])
def test_the_syllable_is_in_the_colours_of_the_field(room: Room, theme: Theme, field: Field, own: str) -> None:
    theme.apply(tokens=DARK)
    colours = QTextCharFormat()
    colours.setForeground(QColor(own))
    colours.setBackground(QColor(own))
    attribute = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, 1, colours)
    field.clear()
    QApplication.sendEvent(field, QInputMethodEvent("을", [attribute]))
    image = field.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert DARK.text1 in seen
    assert own not in seen


@all_fields
def test_the_syllable_stays_when_the_focus_goes(room: Room, field: Field) -> None:
    room.reader.setFocus()
    assert text(field) == "찾을"


@all_fields
def test_a_syllable_that_is_committed_late_is_there_once_and_nowhere_else(room: Room, field: Field) -> None:
    late = LateCommitter(field)
    room.reader.setFocus()
    late.commit("을")
    assert text(field) == "찾을"
    assert room.reader.toPlainText() == "A page."
    field.setFocus()
    late.commit("을")
    assert text(field) == "찾을"


@all_fields
def test_a_late_commit_does_not_get_into_another_field(room: Room, field: Field, kind: str) -> None:
    late = LateCommitter(field)
    other = room.fields[FIELDS[FIELDS.index(kind) - 1]]
    other.setFocus()
    late.commit("을")
    assert (text(field), text(other)) == ("찾을", "")


@all_fields
@pytest.mark.parametrize(("key", "typed"), [(Qt.Key.Key_4, "4"), (Qt.Key.Key_Space, " ")])
def test_a_key_comes_after_the_syllable_that_it_ends(field: Field, key: Qt.Key, typed: str) -> None:
    QTest.keyClick(field, key)
    compose(field, "", commit="을")
    assert text(field) == "찾을" + typed


@all_fields
def test_enter_takes_the_syllable_along(field: Field) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)
    compose(field, "", commit="을")
    assert text(field).rstrip("\n") == "찾을"


@all_fields
def test_the_same_syllable_can_be_written_again(field: Field) -> None:
    QTest.keyClick(field, Qt.Key.Key_Space)
    compose(field, "을")
    compose(field, "", commit="을")
    assert text(field) == "찾을 을"


@all_fields
@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control])
def test_a_modifier_ends_nothing(field: Field, key: Qt.Key) -> None:
    QTest.keyClick(field, key)
    assert text(field) == "찾"
    compose(field, "", commit="을")
    assert text(field) == "찾을"


@all_fields
def test_a_syllable_that_was_taken_back_is_gone(room: Room, field: Field) -> None:
    compose(field, "ㅇ")
    compose(field, "")
    QApplication.processEvents()
    room.reader.setFocus()
    assert text(field) == "찾"


# What each field does with it


def test_the_query_stands_still_while_the_syllable_goes_into_the_text(room: Room) -> None:
    field = room.fields["search"]
    assert isinstance(field, SearchField)
    queries: list[str] = []
    field.query_changed.connect(queries.append)
    field.setFocus()
    LateCommitter(field)
    compose(field, "찾")
    room.reader.setFocus()
    QApplication.processEvents()
    assert queries == ["찾"]


def test_clearing_the_search_takes_the_unfinished_syllable_away(room: Room) -> None:
    field = room.fields["search"]
    assert isinstance(field, SearchField)
    field.setFocus()
    compose(field, "찾")
    field.clear()
    compose(field, "", commit="찾")
    assert (field.text(), field.query) == ("", "")


def test_an_answer_is_given_whole(room: Room) -> None:
    field = room.fields["answer"]
    assert isinstance(field, AnswerField)
    given: list[str] = []
    field.given.connect(given.append)
    field.setFocus()
    compose(field, "영")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    compose(field, "구")
    assert field.finished_text() == "구"
    assert given == ["영"]


def test_the_first_syllable_and_a_space_are_no_empty_answer(room: Room) -> None:
    field = room.fields["answer"]
    assert isinstance(field, AnswerField)
    given: list[str] = []
    field.given.connect(given.append)
    compose(field, "영")
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert given == []
    assert field.text() == "영 "


def test_a_field_that_is_composed_in_looks_as_if_it_had_the_focus(room: Room) -> None:
    field = room.fields["search"]
    assert isinstance(field, TextField)
    before = field.grab().toImage().pixel(field.width() // 2, 0)
    compose(field, "찾")
    assert field.grab().toImage().pixel(field.width() // 2, 0) != before


# What only shows something


def accepts_input_method(widget: QWidget) -> bool:
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(widget, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


def test_what_only_shows_something_takes_nothing_from_an_input_method(
    theme: Theme, room: Room, catalogue: Catalogue, show: Callable[[ResultList], ResultList]
) -> None:
    model = CodeListModel(lambda _item: "")
    model.show([Row(entry) for entry in catalogue.entries])
    rows = show(ResultList(theme, model, QStyledItemDelegate()))
    rows.select_row(3)
    for widget in (room.reader, rows, TextButton(theme)):
        assert not accepts_input_method(widget)
        compose(widget, "4")
        compose(widget, "", commit="4")
    assert room.reader.toPlainText() == "A page."
    assert rows.currentIndex().row() == 3
