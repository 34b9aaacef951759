"""Paints the rows of the exchanges: the code in the colour of its class, what was asked, and how long it took."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from statusref.domain.status import StatusClass
from statusref.lab.heard import Heard
from statusref.models.exchange_model import milliseconds
from statusref.models.roles import Role
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import paint_ring
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.lab.exchange_words import ending
from statusref.views.localizer import Localizer
from statusref.views.result_list import ResultList
from statusref.views.row_ground import paint_ground
from statusref.views.tones import tone_of_class

NO_ANSWER = "000"
"""Stands where no code was sent, as curl writes it."""


class ExchangeDelegate(QStyledItemDelegate):
    """Works in a ``ResultList``, which knows what is hovered. A row that followed a redirect begins with an arrow."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = self._theme.metrics(TextStyle.ROW_NUMBER).height() + self._theme.metrics(TextStyle.SMALL).height()
        return QSize(self._theme.px(240), lines + self._theme.px(18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        px, tokens = self._theme.px, self._theme.tokens
        shown_in = cast("ResultList", option.widget)
        selected = paint_ground(painter, rect, index.row(), shown_in, self._theme)
        heard: Heard = index.data(Role.ITEM)
        exchange = heard.exchange
        place = rect.adjusted(px(17), px(8), -px(14), -px(8))
        first, second = QRect(place), QRect(place)
        first.setHeight(self._theme.metrics(TextStyle.ROW_NUMBER).height())
        second.setTop(first.bottom() + px(2))
        came = exchange.reason or ending(heard, self._localizer)
        facts = f"{heard.began:%H:%M:%S} · {milliseconds(exchange.ms)} · {came}"
        self._write(painter, second, facts, TextStyle.SMALL, tokens.text2)
        number = NO_ANSWER if exchange.status is None else str(exchange.status)
        tone = tone_of_class(None if exchange.status is None else StatusClass.of(exchange.status))
        width = self._write(painter, first, number, TextStyle.ROW_NUMBER, tokens.tone(tone))
        first.setLeft(first.left() + width + px(10))
        arrow = "" if heard.follows is None else "↳ "
        self._write(painter, first, f"{arrow}{exchange.method} {exchange.target}", TextStyle.ROW_PHRASE, tokens.text1)
        if selected and shown_in.hasFocus():
            paint_ring(painter, rect, color(tokens.accent))

    def _write(self, painter: QPainter, place: QRect, text: str, style: TextStyle, ink: str) -> int:
        """Write a line, as much of it as there is room for, and return its width."""
        metrics = self._theme.metrics(style)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(self._theme.font(style))
        painter.setPen(color(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return metrics.horizontalAdvance(text)
