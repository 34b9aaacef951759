"""Draws SVG, and writes as PNG what was drawn."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageReader, QPixmap


def draw(svg: str, side: int) -> QPixmap:
    """Draw SVG text into a pixmap of ``side`` × ``side`` device pixels."""
    data = QByteArray(svg.encode())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImageReader(reader)


def png(pixmap: QPixmap) -> bytes:
    """Return the picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())
