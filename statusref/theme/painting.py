"""Filling rectangles.

QPainter.fillRect is avoided: to choose among its overloads PySide makes QGradient with its 180 presets, which costs the
start more than painting everything else.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fill ``rect``. The painter's pen is kept, its brush is not."""
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)
    painter.setPen(pen)
