"""Draws SVG, and tells the pixels of what was drawn."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader, QPixmap


def draw(svg: str, side: int) -> QPixmap:
    """Draw SVG text into a pixmap of ``side`` × ``side`` device pixels."""
    data = QByteArray(svg.encode())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImageReader(reader)


def pixels(pixmap: QPixmap) -> bytes:
    """Return the pixels, premultiplied ARGB with 32 bits each, row by row."""
    return bytes(pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied).constBits())
