"""The sentence in the status line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_MOST = 4
"""Lines. Most sentences fit on one; in a narrow window with large text, few need more than four."""


class StatusText(QLabel):
    """Plain text on one line, or on several if it is too long for one. The rest of a very long text is in the tooltip.

    ``height_changed`` tells that it takes more lines, or fewer, than before.
    """

    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._extra_height = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        # It has the room that the others leave; a long text does not squeeze them.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def extra_height(self) -> int:
        """The height in pixels of the lines after the first."""
        return self._extra_height

    def say(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.fit()

    def fit(self) -> None:
        """Show as much of the text as there is room for."""
        metrics, room = self.fontMetrics(), self.width()
        wraps = metrics.horizontalAdvance(self._whole) > room
        # Each line but the last ends at a word, so that some of its width stays free.
        most = round(room * (_MOST - 0.5))
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, most) if wraps else self._whole
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)
        self.setWordWrap(wraps)
        extra_height = max(self.heightForWidth(room) - metrics.height(), 0) if wraps else 0
        if extra_height != self._extra_height:
            self._extra_height = extra_height
            self.height_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
