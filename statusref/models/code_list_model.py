"""The list of codes as a Qt list model, filtered by class."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.models.found_title import found_title
from statusref.models.result_rows import More, Row, RowChooser
from statusref.models.roles import Role

MAX_ROWS = 200
_ROOT: Final = QModelIndex()


class CodeListModel(QAbstractListModel):
    """Has at most MAX_ROWS rows, and one more for the rest (More), until ``show_all`` is called.

    The rows come from a search, a log or the whole catalogue and keep their order. DisplayRole is ``404 Not Found``,
    Role.ITEM is the Row or More, AccessibleTextRole is what ``speak`` returns for that.
    """

    def __init__(self, speak: Callable[[Row | More], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._chooser = RowChooser()
        self._filtered: Sequence[Row] = ()
        self._counts: Mapping[ClassFilter, int] = {}
        self._rows: Sequence[Row] = ()
        # The rows that were asked for so far: of two hundred, about a dozen is painted.
        self._made: dict[int, Row] = {}
        self._row_count = 0
        self._language = Language.ENGLISH

    def set_language(self, language: Language) -> None:
        """Name notes in ``language``; codes have the same names in both."""
        self._language = language

    def show(
        self, rows: Sequence[Row], chosen: ClassFilter = ClassFilter.ALL, only: Collection[str] | None = None
    ) -> None:
        """Show the rows that the class filter ``chosen`` shows. If ``only`` is given, the id must be in it, too."""
        choice = self._chooser.choose(rows, chosen, only)
        self._filtered, self._counts = choice
        self._reset(MAX_ROWS)

    def expect(self, rows: Sequence[Row]) -> None:
        """Look up now which class filters show these rows, so that ``show`` is quick when some of them are found."""
        self._chooser.kinds_of(rows)

    def show_all(self) -> int:
        """Show all rows, and return the number of the first one that was not shown before."""
        first = len(self._rows)
        self._reset(len(self._filtered))
        return first

    @property
    def total(self) -> int:
        """How many rows pass the filter, including those that are not shown yet."""
        return len(self._filtered)

    @property
    def counts(self) -> Mapping[ClassFilter, int]:
        """How many rows there would be with each class filter. A filter that is missing has none."""
        return self._counts

    def item(self, row: int) -> Row | More:
        """Return what a row shows."""
        if row >= len(self._rows):
            return More(self.total - len(self._rows))
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = self._rows[row]
        return made

    def row_of(self, target_id: str) -> int | None:
        """Return the row that shows an entry or number, or None."""
        return next((row for row, shown in enumerate(self._rows) if shown.target.id == target_id), None)

    # Qt calls ``index`` and ``flags`` over a hundred times for each key typed, so they are not overridden in Python.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._row_count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.item(index.row())
        if role == Role.ITEM:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speak(item)
        if isinstance(item, More):
            return f"+{item.count}" if role == Qt.ItemDataRole.DisplayRole else None
        target = item.target
        if role == Qt.ItemDataRole.DisplayRole:
            return found_title(target, self._language)
        return target.id if role == Role.ID else None

    def _reset(self, limit: int) -> None:
        self.beginResetModel()
        self._rows = self._filtered[:limit]
        self._made.clear()
        self._row_count = len(self._rows) + (len(self._filtered) > len(self._rows))
        self.endResetModel()
