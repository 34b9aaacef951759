"""Icons: SVG files in one colour, which can be drawn in any colour."""

import math
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap


class IconSet:
    """The icons of one folder. Their SVG files use ``currentColor``. Icons that were drawn are cached."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, frozenset[float]], QIcon] = {}

    def icon(self, name: str, color: str, size: int) -> QIcon:
        """Return the icon called ``name`` in ``color`` (``#rrggbb``) for a square of ``size`` logical pixels.

        It has a pixmap for the scale of every screen. Raises OSError if there is no such file.
        """
        ratios = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        key = (name, color, size, ratios)
        if key not in self._drawn:
            svg = (self._folder / f"{name}.svg").read_text("utf-8").replace("currentColor", color)
            icon = QIcon()
            for ratio in ratios:
                pixmap = draw(svg, math.ceil(size * ratio))
                pixmap.setDevicePixelRatio(ratio)
                icon.addPixmap(pixmap)
            self._drawn[key] = icon
        return self._drawn[key]


def draw(svg: str, size: int) -> QPixmap:
    """Draw SVG text into a pixmap of ``size`` × ``size`` device pixels."""
    data = QByteArray(svg.encode())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImageReader(reader)
