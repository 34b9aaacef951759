"""Paints the rows of the card list: the class colour, the title, and what is said of the card's state."""

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from statusref.models.card_list_model import CardRow
from statusref.models.roles import Role
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill, paint_ring
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.result_list import ResultList
from statusref.views.tones import tone_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CardRowDelegate(QStyledItemDelegate):
    """Two lines a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(50))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: CardRow = index.data(Role.ITEM)
        rect, tokens, px = option.rect, self._theme.tokens, self._theme.px
        shown_in = cast("ResultList", option.widget)
        selected = index.row() == shown_in.currentIndex().row()
        if selected:
            fill(painter, rect, color(tokens.selection))
        elif index.row() == shown_in.hovered_row:
            fill(painter, rect, color(tokens.hover))
        bar = QRect(rect.left() + px(12), rect.top() + px(9), px(4), rect.height() - px(18))
        fill(painter, bar, color(tokens.tone(tone_of(row.card.entries[0]))))
        half = (rect.height() - px(10)) // 2
        place = QRect(bar.right() + px(10), rect.top() + px(5), self._room(rect), half)
        for (words, style), shade in zip(_lines(row), (tokens.text1, tokens.text2), strict=True):
            painter.setFont(self._theme.font(style))
            painter.setPen(color(shade))
            line = self._theme.metrics(style).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _LEFT, line)
            place.translate(0, half)
        if selected and shown_in.hasFocus():
            paint_ring(painter, rect, color(tokens.accent))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a row that has no room for it."""
        row = index.data(Role.ITEM) if event.type() == QEvent.Type.ToolTip else None
        lines = () if row is None else _lines(row)
        room = self._room(option.rect)
        is_cut = any(self._theme.metrics(style).horizontalAdvance(words) > room for words, style in lines)
        tip = "\n".join(words for words, _ in lines) if is_cut else ""
        QToolTip.showText(event.globalPos(), tip, view, option.rect)
        return True

    def _room(self, rect: QRect) -> int:
        """Return the width of the text: right of the bar, with a margin at either side."""
        return rect.width() - self._theme.px(12) - self._theme.px(4) - self._theme.px(22)


def _lines(row: CardRow) -> tuple[tuple[str, TextStyle], ...]:
    return (row.title, TextStyle.ROW_PHRASE), (row.about, TextStyle.SMALL)
