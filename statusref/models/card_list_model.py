"""The study cards as a Qt list model that can be searched."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.models.roles import Role
from statusref.study.cards import Card
from statusref.study.state import CardState

_ROOT: Final = QModelIndex()


class CardRow(NamedTuple):
    """A card with its state. ``title`` and ``about`` (a phrase on the state) are in the language of the window."""

    card: Card
    state: CardState
    title: str
    about: str


class CardListModel(QAbstractListModel):
    """DisplayRole is the title, Role.ITEM the CardRow, Role.ID the card's id. Shows the rows found by ``search``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[CardRow] = ()
        self._rows: list[CardRow] = []
        self._words: list[str] = []

    def set_rows(self, rows: Sequence[CardRow]) -> None:
        """Set all rows; those that fit the search are shown."""
        self._all = rows
        self._filter()

    def search(self, text: str) -> None:
        """Show the rows whose number, title or state has every word of ``text``, in any case."""
        self._words = text.casefold().split()
        self._filter()

    def row_of(self, card_id: str) -> int:
        """Return the shown row of a card, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.card.id == card_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.about}"
        if role == Role.ITEM:
            return row
        return row.card.id if role == Role.ID else None

    def _filter(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if all(word in _text_of(row) for word in self._words)]
        self.endResetModel()


def _text_of(row: CardRow) -> str:
    return f"{row.title} {row.about} {row.card.id}".casefold()
