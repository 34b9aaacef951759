"""Exchanges that belong together on one axis of time: a bar for each, and arrows where a redirect was followed."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.domain.status import StatusClass
from statusref.lab.heard import Heard
from statusref.models.exchange_model import milliseconds
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.lab.exchange_delegate import NO_ANSWER
from statusref.views.lab.exchange_words import one_line
from statusref.views.localizer import Localizer
from statusref.views.tones import tone_of_class

_ROW, _BAR, _BELOW = 26, 10, 16
"""Heights in pixels at 100 %: of a row, of its bar, and of the space below the last row."""
_NARROWEST = 6
"""So wide is a bar at least, in pixels at 100 %."""
_SHARE = 0.38
"""How much of the width has what was asked; the bars have the rest, but for code and time at the right."""


class Timeline(QWidget):
    """Each row has what was asked, a bar as long as the time that it took, and the code with that time."""

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
        self.setAccessibleDescription("\n".join(one_line(heard, self._localizer) for heard in chain))
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
        begin = min(heard.exchange.began for heard in self._chain)
        whole = max(heard.exchange.began + heard.exchange.ms / 1000 for heard in self._chain) - begin
        metrics = self._theme.metrics(TextStyle.SMALL)
        right = self.width() - max(metrics.horizontalAdvance(_outcome(heard)) for heard in self._chain) - px(12)
        left = self.width() * _SHARE
        scale = max(right - left - px(_NARROWEST), 1) / (whole or 1.0)
        top = px((_ROW - _BAR) / 2)
        return [
            QRectF(
                left + (heard.exchange.began - begin) * scale,
                px(row * _ROW) + top,
                max(heard.exchange.ms / 1000 * scale, px(_NARROWEST)),
                px(_BAR),
            )
            for row, heard in enumerate(self._chain)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = self.bars()
        for row, (heard, bar) in enumerate(zip(self._chain, bars, strict=True)):
            self._paint_row(painter, row, heard, bar)
        for before, bar in pairwise(bars):
            self._paint_arrow(painter, before, bar)

    def _paint_row(self, painter: QPainter, row: int, heard: Heard, bar: QRectF) -> None:
        px, tokens, status = self._theme.px, self._theme.tokens, heard.exchange.status
        tone = tokens.tone(tone_of_class(None if status is None else StatusClass.of(status)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tone))
        painter.drawRoundedRect(bar, px(3), px(3))
        place = QRect(0, px(row * _ROW), self.width(), px(_ROW))
        room = round(self.width() * _SHARE) - px(12)
        asked = f"{heard.exchange.method} {heard.exchange.target}"
        asked = self._theme.metrics(TextStyle.SMALL).elidedText(asked, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text1))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, asked)
        painter.setPen(color(tone))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _outcome(heard))

    def _paint_arrow(self, painter: QPainter, before: QRectF, bar: QRectF) -> None:
        """Paint an arrow from the end of a redirect to the beginning of what followed it."""
        px = self._theme.px
        tip = px(4)
        ink = self._theme.color("text2")
        start = QPointF(before.right() - px(3), before.bottom())
        painter.setPen(QPen(ink, 1.5))
        if bar.left() - start.x() > 3 * tip:
            corner, end = QPointF(start.x(), bar.center().y()), QPointF(bar.left() - 1, bar.center().y())
            painter.drawPolyline([start, corner, end - QPointF(tip, 0)])
            head = [end, end + QPointF(-tip, -tip), end + QPointF(-tip, tip)]
        else:  # there is no room beside it
            end = QPointF(start.x(), bar.top())
            painter.drawLine(start, end - QPointF(0, tip))
            head = [end, end + QPointF(-tip, -tip), end + QPointF(tip, -tip)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF(head))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _outcome(heard: Heard) -> str:
    status = heard.exchange.status
    return f"{NO_ANSWER if status is None else status} · {milliseconds(heard.exchange.ms)}"
