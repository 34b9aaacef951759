"""The catalogue as a Qt list model: one row an entry."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.catalogue import Catalogue, Target, title
from statusref.domain.status import Entry

_ROOT: Final = QModelIndex()


class Role(IntEnum):
    """What the models answer besides Qt's own roles."""

    TARGET = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    ROW = Qt.ItemDataRole.UserRole + 3


class CatalogueModel(QAbstractListModel):
    """Every entry in the catalogue's order; below them, numbers without an entry that were asked for.

    DisplayRole is ``404 Not Found``, AccessibleTextRole adds the Korean meaning, Role.TARGET is the Entry or number
    itself.
    """

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self._targets: list[Target] = list(catalogue.entries)
        self._row_by_id = {target.id: row for row, target in enumerate(self._targets)}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._targets)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        target = self._targets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title(target)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title(target)}, {target.korean}" if isinstance(target, Entry) else title(target)
        if role == Role.TARGET:
            return target
        return target.id if role == Role.ID else None

    def target(self, row: int) -> Target:
        """Return what a row shows."""
        return self._targets[row]

    def row_of(self, target: Target) -> int:
        """Return the row of an entry or number; a number that is asked for the first time gets a row at the end."""
        row = self._row_by_id.get(target.id)
        if row is None:
            row = len(self._targets)
            self.beginInsertRows(QModelIndex(), row, row)
            self._targets.append(target)
            self._row_by_id[target.id] = row
            self.endInsertRows()
        return row
