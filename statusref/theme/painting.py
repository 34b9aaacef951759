"""Fills rectangles without QPainter.fillRect.

To choose among the overloads of fillRect, PySide creates QGradient with its 180 presets. At start-up this takes longer
than painting everything else.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fill ``rect``. Restores the painter's pen, but not its brush."""
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)
    painter.setPen(pen)
