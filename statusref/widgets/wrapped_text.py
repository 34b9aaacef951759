"""A text that is laid out once for a width, so that measuring and painting agree."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from statusref.widgets.unbroken import unbroken


class WrappedText:
    """Breaks between words, and inside a word that is longer than a line.

    ``line`` is the height of a line. ``width`` and ``height`` are the size of the whole text. All are in pixels.
    """

    def __init__(self, text: str, font: QFont, width: int, line: int) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(unbroken(text), font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        count = 0
        self.width = 0.0
        while (row := self._layout.createLine()).isValid():
            row.setLineWidth(width)
            # The letters are in the middle of the height of the line.
            row.setPosition(QPointF(0, count * line + (line - row.height()) / 2))
            self.width = max(self.width, row.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        self.height = count * line

    def draw(self, painter: QPainter, x: int, y: int) -> None:
        """Draw the text with the painter's pen, its upper left corner at this place."""
        self._layout.draw(painter, QPointF(x, y))
