"""Paints the rows of a plain list: a title, on two lines if need be."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill, paint_ring
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.result_list import ResultList


class TitleDelegate(QStyledItemDelegate):
    """Works in a ``ResultList``, which knows what is hovered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(56))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        tokens = self._theme.tokens
        shown_in = cast("ResultList", option.widget)
        selected = index.row() == shown_in.currentIndex().row()
        if selected:
            fill(painter, rect, color(tokens.selection))
            fill(painter, QRect(rect.left(), rect.top(), self._theme.px(3), rect.height()), color(tokens.accent))
        elif index.row() == shown_in.hovered_row:
            fill(painter, rect, color(tokens.hover))
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text1))
        place = rect.adjusted(self._theme.px(17), 0, -self._theme.px(14), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, index.data())
        if selected and shown_in.hasFocus():
            paint_ring(painter, rect, color(tokens.accent))
