"""What rows and boxes are painted with.

Rectangles are filled without QPainter.fillRect. To choose among its overloads, PySide creates QGradient with its 180
presets. At start-up this takes longer than painting everything else.
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
    """Paint the ring of the row that has the keyboard."""
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
