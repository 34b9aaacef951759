"""Functions that paint rows and boxes.

Rectangles are filled without QPainter.fillRect: to choose among its overloads, PySide creates QGradient with its 180
presets, and at start-up that takes longer than painting everything else.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fill ``rect``. Restores the painter's pen, but not its brush."""
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)
    painter.setPen(pen)


def paint_ring(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Paint the ring around the row that has the keyboard focus."""
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
