"""The base of the charts on the progress page."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer


class Chart(QWidget):
    """A painted chart of fixed height. Its accessible description says what the chart shows."""

    def __init__(self, theme: Theme, localizer: Localizer, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(self._height))

    def tip_at(self, _place: QPoint) -> str:
        """Return the tooltip for a point of the chart, empty if there is none."""
        return ""

    def part_at(self, place: QPoint, parts: int) -> int:
        """Return the number, from 0, of the part at a point, where the width is in so many equal ``parts``."""
        return min(max(place.x() * parts // max(self.width(), 1), 0), parts - 1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def small(self, painter: QPainter, place: QRect, text: str, token: str, flags: Qt.AlignmentFlag) -> None:
        """Paint ``text`` in small type. ``token`` names its colour."""
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(self._theme.color(token))
        painter.drawText(place, flags, text)

    @property
    def small_height(self) -> int:
        """Height of a line in small type, in pixels."""
        return self._theme.px(20)

    def small_width(self, text: str) -> int:
        """Width of ``text`` in small type, in pixels."""
        return self._theme.metrics(TextStyle.SMALL).horizontalAdvance(text)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
