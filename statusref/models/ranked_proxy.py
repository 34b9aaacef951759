"""The rows that the list shows: a ranked choice from the catalogue, with what matched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.catalogue import Target
from statusref.models.catalogue_model import CatalogueModel, Role
from statusref.search.results import Mark, Match

MAX_ROWS = 200
_ROOT: Final = QModelIndex()
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: what it shows, why it is there, and how often a log named it (None outside logs)."""

    target: Target
    match: Match[Target] | None = None
    count: int | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What matched. Found only when a row is painted: a result has many more rows than a window shows."""
        return () if self.match is None else self.match.marks


@dataclass(frozen=True, slots=True)
class More:
    """The last row where there is more than the list shows: ``count`` further results."""

    count: int


class RankedProxy(QAbstractProxyModel):
    """Shows at most MAX_ROWS of the rows it is given, then one row that stands for the rest.

    The search has ranked the rows already, so nothing is compared or sorted here. Role.ROW is the Row or More.
    """

    def __init__(self, source: CatalogueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = source
        self._ranking: Sequence[Row] = ()
        self._rows: list[Row] = []
        self._source_rows: list[int] = []
        self._proxy_rows: dict[int, int] = {}
        self._count = 0
        self.setSourceModel(source)

    def show(self, ranking: Sequence[Row], limit: int = MAX_ROWS) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._ranking = ranking
        self._rows = list(ranking[:limit])
        self._count = len(self._rows) + (len(ranking) > len(self._rows))
        self._source_rows = [self._catalogue.row_of(row.target) for row in self._rows]
        self._proxy_rows = {source: row for row, source in enumerate(self._source_rows)}
        self.endResetModel()

    def show_all(self) -> None:
        """Show the rest, too."""
        self.show(self._ranking, len(self._ranking))

    @property
    def rest(self) -> int:
        """How many rows are held back."""
        return len(self._ranking) - len(self._rows)

    def row(self, row: int) -> Row | More:
        """Return what a row shows."""
        return self._rows[row] if row < len(self._rows) else More(self.rest)

    def row_of(self, target_id: str) -> int | None:
        """Return the row that shows an entry or number, or None."""
        return next((row for row, shown in enumerate(self._rows) if shown.target.id == target_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> QModelIndex:
        # The view asks this and ``flags`` over a hundred times a key.
        if column == 0 and 0 <= row < self._count and not parent.isValid():
            return self.createIndex(row, 0)
        return QModelIndex()

    def parent(self, _child: QModelIndex | QPersistentModelIndex | None = None) -> QModelIndex:  # type: ignore[override]
        return QModelIndex()

    def mapToSource(self, proxy: QModelIndex | QPersistentModelIndex) -> QModelIndex:
        if not proxy.isValid() or proxy.row() >= len(self._source_rows):
            return QModelIndex()
        return self._catalogue.index(self._source_rows[proxy.row()], 0)

    def mapFromSource(self, source: QModelIndex | QPersistentModelIndex) -> QModelIndex:
        row = self._proxy_rows.get(source.row()) if source.isValid() else None
        return QModelIndex() if row is None else self.index(row, 0)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Role.ROW:
            return self.row(index.row())
        if index.row() >= len(self._rows):
            return f"+{self.rest}" if role == Qt.ItemDataRole.DisplayRole else None
        return self._catalogue.data(self.mapToSource(index), role)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def sourceModel(self) -> QAbstractItemModel:
        return self._catalogue
