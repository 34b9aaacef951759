"""The memo editor saves while the user types, and at the latest when it loses the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.domain.text import Language
from statusref.domain.words import Words
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.memo_editor import MemoEditor


class Memos:
    """A store that counts how often it is written to."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.writes = 0

    def get(self, entry_id: str) -> str:
        return self.texts.get(entry_id, "")

    def set(self, entry_id: str, text: str) -> None:
        self.texts[entry_id] = text
        self.writes += 1


@pytest.fixture
def memos() -> Memos:
    return Memos()


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, resources: Path, words: Words) -> MemoEditor:
    made = MemoEditor(Theme(resources / "icons"), Localizer(words, Language.ENGLISH))
    made.setMinimumSize(300, 100)
    qtbot.addWidget(made)
    return made


def write(editor: MemoEditor, text: str) -> None:
    QTest.keyClicks(editor._field, text)


def test_what_is_typed_is_saved_after_a_pause(editor: MemoEditor, memos: Memos, qtbot: QtBot) -> None:
    editor.open(memos, "404", "404 Not Found")
    with qtbot.waitSignal(editor.saved) as saved:
        write(editor, "**mine**")
    assert saved.args == ["404"]
    assert memos.texts == {"404": "**mine**"}
    assert memos.writes == 1


def test_escape_saves_and_closes(editor: MemoEditor, memos: Memos, qtbot: QtBot) -> None:
    editor.open(memos, "404", "404 Not Found")
    write(editor, "x")
    with qtbot.waitSignal(editor.closed):
        QTest.keyClick(editor._field, Qt.Key.Key_Escape)
    assert memos.texts == {"404": "x"}
    assert editor.isHidden()
    assert editor.entry_id == ""


def test_opening_another_saves_the_first(editor: MemoEditor, memos: Memos) -> None:
    editor.open(memos, "404", "404 Not Found")
    write(editor, "first")
    editor.open(memos, "410", "410 Gone")
    assert editor.text == ""
    write(editor, "second")
    editor.hide()
    assert memos.texts == {"404": "first", "410": "second"}


def test_nothing_typed_writes_nothing(editor: MemoEditor, memos: Memos) -> None:
    memos.texts["404"] = "old"
    editor.open(memos, "404", "404 Not Found")
    assert editor.text == "old"
    editor.close_editor()
    assert memos.writes == 0
