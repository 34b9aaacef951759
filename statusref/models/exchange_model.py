"""The exchanges of the lab as a Qt list model, the newest first."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.lab.events import Exchange
from statusref.lab.heard import MOST, Heard, Record
from statusref.models.roles import Role

_ROOT: Final = QModelIndex()


class ExchangeModel(QAbstractListModel):
    """One row for each exchange: Role.ITEM is the Heard, ``say`` gives its text in the language of the window."""

    def __init__(self, say: Callable[[Heard], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.record = Record()

    def add(self, exchanges: Sequence[Exchange]) -> None:
        """Add exchanges that have just ended, in the order of time. Only the newest MOST are kept."""
        exchanges = exchanges[-MOST:]
        kept = MOST - len(exchanges)
        if len(self.record) > kept:
            self.beginRemoveRows(_ROOT, kept, len(self.record) - 1)
            self.record.keep_newest(kept)
            self.endRemoveRows()
        self.beginInsertRows(_ROOT, 0, len(exchanges) - 1)
        for exchange in exchanges:
            self.record.add(exchange)
        self.endInsertRows()

    def clear(self) -> None:
        self.beginResetModel()
        self.record.clear()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.record)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        heard = self.record[len(self.record) - 1 - index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._say(heard)
        return heard if role == Role.ITEM else None


def milliseconds(ms: float) -> str:
    """Write milliseconds with at most three digits: ``0.42 ms``, ``12.3 ms``, ``2.05 s``."""
    return f"{ms:.3g} ms" if ms < 999.5 else f"{ms / 1000:.3g} s"
