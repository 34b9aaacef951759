"""Undo in text fields that are used again and again: what was there before does not come back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from statusref.theme.theme import Theme
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.memo_editor import MemoEditor
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.reader import Reader

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_in_an_answer_undoes_typing_and_at_its_beginning_the_review(
    theme: Theme, show: Callable[[AnswerField], AnswerField]
) -> None:
    field = show(AnswerField(theme))
    asked: list[bool] = []
    field.undo_wanted.connect(lambda: asked.append(True))
    QTest.keyClicks(field, "404")
    field.begin()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), asked) == ("", [True])
    QTest.keyClicks(field, "41")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), asked) == ("", [True])
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert asked == [True, True]


def test_space_does_not_end_an_answer(theme: Theme, show: Callable[[AnswerField], AnswerField]) -> None:
    field = show(AnswerField(theme))
    given: list[str] = []
    field.given.connect(given.append)
    QTest.keyClicks(field, " 404")
    assert given == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == [" 404"]


def test_a_find_bar_that_opens_again_undoes_nothing_older(
    theme: Theme, localizer: Localizer, show: Callable[[Reader], Reader]
) -> None:
    reader = show(Reader(theme))
    bar = FindBar(theme, localizer, reader, reader)
    bar.open()
    QTest.keyClicks(bar._field, "cache")
    bar.close_bar()
    bar.open()
    assert bar._field.selectedText() == "cache"
    QTest.keyClick(bar._field, Qt.Key.Key_Z, CTRL)
    assert bar._field.text() == "cache"


class Memos:
    """Memos in memory."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, entry_id: str) -> str:
        return self.texts.get(entry_id, "")

    def set(self, entry_id: str, text: str) -> None:
        self.texts[entry_id] = text


def test_the_memo_of_another_code_does_not_come_back(
    theme: Theme, localizer: Localizer, show: Callable[[MemoEditor], MemoEditor]
) -> None:
    editor = show(MemoEditor(theme, localizer))
    memos = Memos()
    editor.open(memos, "404", "404")
    QTest.keyClicks(editor._field, "of 404")
    editor.open(memos, "410", "410")
    QTest.keyClick(editor._field, Qt.Key.Key_Z, CTRL)
    assert editor.text == ""
