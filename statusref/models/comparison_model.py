"""A comparison as a Qt table model: the sentences that tell entries apart, the rows that differ, the other rows."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statusref.domain.comparison.parts import Compared, ComparedRow, Comparison, full_title
from statusref.models.roles import Role

_ROOT: Final = QModelIndex()
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
_SHOWN_ABOVE = "compare.phrase"
"""The row of names is left out: the headers of the columns have the names."""


class Sentence(NamedTuple):
    """A row with one sentence across all columns, which tells two entries apart."""

    label: str
    text: str


class Fold(NamedTuple):
    """The row before the rows that are the same in all columns. Pressing it shows or hides them."""

    label: str
    text: str
    is_open: bool


TableRow = Sentence | Fold | ComparedRow


class FoldWords(NamedTuple):
    """Words for screen and screen reader.

    ``label`` is the label of a Fold, ``open`` and ``close`` what pressing it does, ``differs`` what is said of a row
    whose cells differ.
    """

    label: str
    open: str
    close: str
    differs: str


class ComparisonModel(QAbstractTableModel):
    """DisplayRole is the text of a cell, Role.ITEM the TableRow. A header's DisplayRole is its label."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison = Comparison((), (), ())
        self._words = FoldWords("", "", "", "")
        self._rows: Sequence[TableRow] = ()
        self._is_open = False

    @property
    def entries(self) -> tuple[Compared, ...]:
        """What the columns are about."""
        return self._comparison.entries

    def show(self, comparison: Comparison, words: FoldWords) -> None:
        """Show another comparison, or the same in another language."""
        self._comparison, self._words = comparison, words
        self._fill()

    def toggle_fold(self) -> None:
        """Open or close the rows that are the same."""
        self._is_open = not self._is_open
        self._fill()

    def row(self, number: int) -> TableRow:
        return self._rows[number]

    def is_marked(self, number: int) -> bool:
        """Whether the cells of a row differ, so that it is marked."""
        row = self._rows[number]
        return isinstance(row, ComparedRow) and row.differs

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ITEM:
            return row
        if role not in _TEXTS:
            return None
        match row:
            case ComparedRow():
                return row.values[index.column()]
            case Fold() if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.text}. {self._words.close if row.is_open else self._words.open}"
            case _:
                return row.text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _TEXTS:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return full_title(self.entries[section])
        label = self._rows[section].label
        is_spoken = role == Qt.ItemDataRole.AccessibleTextRole and self.is_marked(section)
        return f"{label}, {self._words.differs}" if is_spoken else label

    def _fill(self) -> None:
        self.beginResetModel()
        facts = [row for row in self._comparison.rows if row.key != _SHOWN_ABOVE]
        sentences = [Sentence(" · ".join(ids), text) for ids, text in self._comparison.differences]
        alike = [row for row in facts if not row.differs]
        # With a single entry there is nothing to compare, so no row is folded away.
        if not alike or len(self.entries) == 1:
            self._rows = [*sentences, *facts]
        else:
            labels = " · ".join(row.label for row in alike)
            fold = Fold(f"{self._words.label} {len(alike)}", labels, self._is_open)
            differing = [row for row in facts if row.differs]
            self._rows = [*sentences, *differing, fold, *(alike if self._is_open else ())]
        self.endResetModel()
