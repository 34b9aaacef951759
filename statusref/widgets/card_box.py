"""A rounded box with a hairline around other widgets."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.theme.theme import Theme


class CardBox(QWidget):
    """The widgets inside are added to the layout ``inner``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.inner = QVBoxLayout(self)
        self.inner.setContentsMargins(20, 16, 20, 20)
        self.inner.setSpacing(12)
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
