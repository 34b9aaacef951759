"""The notes as a list."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from statusref.domain.notes import NoteStore
from statusref.domain.text import Language
from statusref.models.note_model import NoteModel
from statusref.models.roles import Role
from tests.models.conftest import Check

DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def model(qapp: object, notes: NoteStore) -> NoteModel:
    return NoteModel(notes, Language.KOREAN)


def test_the_notes_are_a_sound_model(model: NoteModel, check_model: Check) -> None:
    check_model(model)
    model.set_language(Language.ENGLISH)
    check_model(model)


def test_notes_stand_in_their_order_with_their_title(model: NoteModel, notes: NoteStore) -> None:
    assert model.rowCount() == len(notes.notes) == 33
    for row, note in enumerate(notes.notes):
        index = model.index(row)
        assert index.data(DISPLAY) == index.data(Qt.ItemDataRole.AccessibleTextRole) == note.title.ko
        assert (index.data(Role.ITEM), index.data(Role.ID)) == (note, note.slug)
        assert model.row_of(note.slug) == row
    assert model.row_of("no-such-note") is None
    assert model.data(QModelIndex(), DISPLAY) is None
    assert model.rowCount(model.index(0)) == 0


def test_titles_follow_the_language(qtbot: QtBot, model: NoteModel, notes: NoteStore) -> None:
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.set_language(Language.ENGLISH)
    assert caught.args is not None
    first, last = caught.args[:2]
    assert (first.row(), last.row()) == (0, len(notes.notes) - 1)
    assert model.index(0).data(DISPLAY) == notes.notes[0].title.en
