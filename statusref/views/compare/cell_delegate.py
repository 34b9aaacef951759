"""Paints the cells of a comparison, and knows which link lies under the pointer."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from statusref.domain.comparison.parts import ComparedRow
from statusref.domain.links import Link
from statusref.models.comparison_model import TableRow
from statusref.models.roles import Role
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill, paint_ring
from statusref.theme.theme import Theme
from statusref.views.compare.cell_texts import ABOVE, SIDE, CellTexts


class CellDelegate(QStyledItemDelegate):
    """``ring`` is the cell with the keyboard, ``window_width`` how much of a row can be seen.

    A sentence across all columns keeps to that width, and stays where it is when the table scrolls sideways.
    """

    def __init__(self, theme: Theme, texts: CellTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self.ring: tuple[int, int] | None = None
        self.window_width = 0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        row: TableRow = index.data(Role.ITEM)
        is_fact = isinstance(row, ComparedRow)
        place = rect if is_fact else QRect(0, rect.y(), self.window_width, rect.height())
        painter.save()
        fill(painter, rect, self._theme.color("surface" if is_fact else "background"))
        if isinstance(row, ComparedRow):
            self._paint_fact(painter, row, index.column(), place)
        else:
            painter.setPen(self._theme.color("text1"))
            text = self._texts.text(row.text, TextStyle.CELL, place.width())
            text.draw(painter, place.x() + self._theme.px(SIDE), place.y() + self._theme.px(ABOVE))
        fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if is_fact:
            fill(painter, QRect(rect.right(), rect.y(), 1, rect.height()), self._theme.color("line"))
        if self.ring == (index.row(), index.column()) or (self.ring and not is_fact and self.ring[0] == index.row()):
            paint_ring(painter, place, self._theme.color("accent"))
        painter.restore()

    def link_at(self, index: QModelIndex, rect: QRect, place: QPoint) -> Link | None:
        """Return the link at ``place`` in the cell that fills ``rect``."""
        row: TableRow = index.data(Role.ITEM)
        if not isinstance(row, ComparedRow):
            return None
        items = self._texts.placed(row.cells[index.column()], rect)
        return next((item.link for item in items if item.place.contains(place)), None)

    def _paint_fact(self, painter: QPainter, row: ComparedRow, column: int, rect: QRect) -> None:
        plain = self._theme.color("text1" if row.differs else "text2")
        for item in self._texts.placed(row.cells[column], rect):
            painter.setPen(self._theme.color("accent") if item.link else plain)
            item.text.draw(painter, item.place.x(), item.place.y())
