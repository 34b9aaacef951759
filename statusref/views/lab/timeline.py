"""Exchanges that belong together on one axis of time: a bar for each, and arrows where a redirect was followed."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.domain.status import StatusClass
from statusref.lab.heard import Heard
from statusref.models.exchange_model import milliseconds, one_line
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.lab.exchange_delegate import NO_ANSWER
from statusref.views.localizer import Localizer
from statusref.views.tones import tone_of_class

_ROW, _BAR, _BELOW = 34, 10, 10
"""Heights in pixels at 100 %: of a row, of its bar, and of the space below the last row."""
_NARROWEST = 6
"""So wide is a bar at least, in pixels at 100 %."""


class Timeline(QWidget):
    """Each row has what was asked above its bar; the bar's length is the time that it took."""

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._chain: Sequence[Heard] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_chain(self, chain: Sequence[Heard]) -> None:
        """Show exchanges in their order, each but the first following the one before."""
        self._chain = chain
        self.setAccessibleName(self._localizer.text("lab.timeline"))
        self.setAccessibleDescription("\n".join(map(one_line, chain)))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, _width: int) -> int:
        return self._theme.px(_ROW * len(self._chain) + _BELOW) if self._chain else 0

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.heightForWidth(0))

    def bars(self) -> list[QRectF]:
        """Return where the bars stand, in the order of the exchanges."""
        if not self._chain:
            return []
        px = self._theme.px
        begin = min(heard.began for heard in self._chain)
        whole = max(heard.ended for heard in self._chain) - begin
        scale = (self.width() - px(_NARROWEST) - 2) / (whole.total_seconds() or 1.0)
        bars = []
        for row, heard in enumerate(self._chain):
            left = (heard.began - begin).total_seconds() * scale
            width = max(heard.exchange.ms / 1000 * scale, px(_NARROWEST))
            bars.append(QRectF(left, px(row * _ROW + _ROW - _BAR), width, px(_BAR)))
        return bars

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = self.bars()
        for row, (heard, bar) in enumerate(zip(self._chain, bars, strict=True)):
            self._paint_row(painter, row, heard, bar)
        for before, bar in pairwise(bars):
            self._paint_arrow(painter, before, bar)

    def _paint_row(self, painter: QPainter, row: int, heard: Heard, bar: QRectF) -> None:
        px, tokens, exchange = self._theme.px, self._theme.tokens, heard.exchange
        tone = tokens.tone(tone_of_class(None if exchange.status is None else StatusClass.of(exchange.status)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tone))
        painter.drawRoundedRect(bar, px(3), px(3))
        indent = px(26) if row else 0
        place = QRect(indent, px(row * _ROW + 2), self.width() - indent, px(_ROW - _BAR - 2))
        number = NO_ANSWER if exchange.status is None else str(exchange.status)
        taken = f"{number} · {milliseconds(exchange.ms)}"
        metrics = self._theme.metrics(TextStyle.SMALL)
        room = place.width() - metrics.horizontalAdvance(taken) - px(12)
        asked = metrics.elidedText(f"{exchange.method} {exchange.target}", Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text1))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, asked)
        painter.setPen(color(tone))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, taken)

    def _paint_arrow(self, painter: QPainter, before: QRectF, bar: QRectF) -> None:
        """Paint an arrow from the end of a redirect to the beginning of what followed it."""
        px = self._theme.px
        start = QPointF(max(before.left() + px(3), px(6)), before.bottom())
        end = QPointF(start.x(), bar.top() - px(_ROW - _BAR) / 2 + 1)
        ink = self._theme.color("text2")
        painter.setPen(QPen(ink, 1.5))
        painter.drawLine(start, end)
        corner = QPointF(start.x() + px(8), end.y())
        painter.drawLine(end, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = px(4)
        head = [corner + QPointF(tip, 0), corner + QPointF(-1, -tip + 0.5), corner + QPointF(-1, tip - 0.5)]
        painter.drawPolygon(QPolygonF(head))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
