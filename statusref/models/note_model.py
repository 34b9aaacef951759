"""The notes as a Qt list model."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.notes import NoteStore
from statusref.domain.text import Language
from statusref.models.roles import Role

_ROOT: Final = QModelIndex()


class NoteModel(QAbstractListModel):
    """One row for each note. DisplayRole is the title in the language of the window, Role.ITEM the Note."""

    def __init__(self, store: NoteStore, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes = store.notes
        self._language = language

    def set_language(self, language: Language) -> None:
        """Show titles in ``language``."""
        self._language = language
        if self._notes:
            self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return note.title[self._language]
        if role == Role.ITEM:
            return note
        return note.slug if role == Role.ID else None

    def row_of(self, slug: str) -> int | None:
        """Return the row of the note with this slug, or None."""
        return next((row for row, note in enumerate(self._notes) if note.slug == slug), None)
