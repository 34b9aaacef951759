"""A plain area in one of the theme's colours, with hairlines where it meets its neighbours."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.painting import fill
from statusref.theme.theme import Theme


class Panel(QWidget):
    """``edges`` are the sides that have a hairline."""

    def __init__(
        self, theme: Theme, token: str, edges: tuple[Qt.Edge, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self._edges = edges
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, event.rect(), self._theme.color(self._token))
        line = self._theme.color("line")
        for edge in self._edges:
            match edge:
                case Qt.Edge.TopEdge:
                    fill(painter, QRect(0, 0, self.width(), 1), line)
                case Qt.Edge.BottomEdge:
                    fill(painter, QRect(0, self.height() - 1, self.width(), 1), line)
                case Qt.Edge.LeftEdge:
                    fill(painter, QRect(0, 0, 1, self.height()), line)
                case Qt.Edge.RightEdge:
                    fill(painter, QRect(self.width() - 1, 0, 1, self.height()), line)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
