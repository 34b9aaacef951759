"""A thin bar that fills from the left."""

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.painting import fill
from statusref.theme.theme import Theme


class ThinProgress(QWidget):
    """Shows a share, such as the questions of a quiz that are done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def share(self) -> float:
        """How much of the bar is filled, from 0 to 1."""
        return self._share

    def show_share(self, done: int, total: int, words: str) -> None:
        """Fill the bar for ``done`` of ``total``; ``words`` say it in the tooltip and to screen readers."""
        self._share = done / total if total else 0.0
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, event.rect(), self._theme.color("line"))
        fill(painter, QRect(0, 0, round(self.width() * self._share), self.height()), self._theme.color("accent"))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(4))
        self.update()
