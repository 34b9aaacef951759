"""The model behind the list of codes: the rows that fall under the class filter, in the order they were given."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.catalogue import title
from statusref.domain.class_filter import ClassFilter
from statusref.domain.status import Entry
from statusref.models.result_rows import More, Row, RowChooser
from statusref.models.roles import Role

MAX_ROWS = 200
_ROOT: Final = QModelIndex()


class CodeListModel(QAbstractListModel):
    """Shows at most MAX_ROWS rows, then one row that stands for the rest, until ``show_all`` is called.

    The rows come from a search, which has ranked them, from a log, or from the whole catalogue: nothing is sorted
    here. DisplayRole is ``404 Not Found``, AccessibleTextRole adds the Korean meaning, Role.ITEM is the Row or More.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chooser = RowChooser()
        self._filtered: Sequence[Row] = ()
        self._counts: Mapping[ClassFilter, int] = {}
        self._rows: list[Row] = []
        self._row_count = 0

    def show(
        self, rows: Sequence[Row], chosen: ClassFilter = ClassFilter.ALL, only: Collection[str] | None = None
    ) -> None:
        """Replace all rows: by those that fall under ``chosen`` and, if ``only`` is given, whose id is in it."""
        choice = self._chooser.choose(rows, chosen, only)
        self._filtered, self._counts = choice
        self._reset(MAX_ROWS)

    def show_all(self) -> int:
        """Show the rest, too, and return the first row of it."""
        first = len(self._rows)
        self._reset(len(self._filtered))
        return first

    @property
    def total(self) -> int:
        """How many rows fall under the filter, those that are held back included."""
        return len(self._filtered)

    @property
    def counts(self) -> Mapping[ClassFilter, int]:
        """How many of the rows each class would leave; a class that is missing would leave none."""
        return self._counts

    def item(self, row: int) -> Row | More:
        """Return what a row shows."""
        return self._rows[row] if row < len(self._rows) else More(self.total - len(self._rows))

    def row_of(self, target_id: str) -> int | None:
        """Return the row that shows an entry or number, or None."""
        return next((row for row, shown in enumerate(self._rows) if shown.target.id == target_id), None)

    # Qt asks ``index`` and ``flags`` over a hundred times a key: both are left to C++.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._row_count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.item(index.row())
        if role == Role.ITEM:
            return item
        if isinstance(item, More):
            return f"+{item.count}" if role == Qt.ItemDataRole.DisplayRole else None
        target = item.target
        if role == Qt.ItemDataRole.DisplayRole:
            return title(target)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title(target)}, {target.korean}" if isinstance(target, Entry) else title(target)
        return target.id if role == Role.ID else None

    def _reset(self, limit: int) -> None:
        self.beginResetModel()
        self._rows = list(self._filtered[:limit])
        self._row_count = len(self._rows) + (len(self._filtered) > len(self._rows))
        self.endResetModel()
