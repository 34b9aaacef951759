"""Icons: SVG files in one colour, which can be drawn in any colour."""

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPixmap

from statusref.system.kept_file import KeptFile

_PROGRAM_ICON = "statusref"
_PROGRAM_SIDES = (16, 32, 64, 128)
"""The sizes that X11 gets of a window's icon, in device pixels."""
_Key = tuple[str, str, int]
"""Name, colour and side in device pixels."""


def kept_icons(cache: Path | None, root: Path) -> KeptFile:
    """Return the kept file of drawn icons: one piece, a dict of their pixels.

    ``root`` is the folder of the resource files.
    """

    def sources() -> Iterator[Path]:
        yield Path(__file__)
        yield from (root / "icons").iterdir()

    return KeptFile("icons.bin", cache, root, sources)


class IconSet:
    """The icons of one folder. Their SVG files use ``currentColor``. Icons that were drawn are cached.

    Those that an earlier start has drawn come from ``kept``. While no other is needed, Qt's SVG library is not loaded,
    which takes a megabyte and a half.
    """

    def __init__(self, folder: Path, kept: KeptFile | None = None) -> None:
        self._folder = folder
        self._kept = kept
        pieces = [] if kept is None else kept.load()
        self._earlier: dict[_Key, bytes] = pieces[0] if pieces else {}
        self._has_drawn = False
        self._pixmaps: dict[_Key, QPixmap] = {}
        self._icons: dict[tuple[str, str, int, frozenset[float]], QIcon] = {}

    def icon(self, name: str, color: str, size: int) -> QIcon:
        """Return the icon called ``name`` in ``color`` (``#rrggbb``) for a square of ``size`` logical pixels.

        It has a pixmap for the scale of every screen. Raises OSError if there is no such file.
        """
        ratios = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        key = (name, color, size, ratios)
        if key not in self._icons:
            icon = QIcon()
            for ratio in ratios:
                pixmap = QPixmap(self._pixmap(name, color, math.ceil(size * ratio)))
                pixmap.setDevicePixelRatio(ratio)
                icon.addPixmap(pixmap)
            self._icons[key] = icon
        return self._icons[key]

    def program_icon(self) -> QIcon:
        """Return the icon of the program, for its windows."""
        icon = QIcon()
        for side in _PROGRAM_SIDES:
            icon.addPixmap(self._pixmap(_PROGRAM_ICON, "", side))
        return icon

    def keep(self) -> None:
        """If an icon had to be drawn, keep for later starts all that were used, and the others in the commonest look.

        A later start may show another page, with icons that this one did not need.
        """
        if self._kept is not None and self._has_drawn:
            from statusref.theme.svg import pixels  # noqa: PLC0415 - see ``IconSet``

            looks = Counter((color, side) for name, color, side in self._pixmaps if name != _PROGRAM_ICON)
            for (color, side), _ in looks.most_common(1):
                for path in self._folder.glob("*.svg"):
                    self._pixmap(path.stem, color, side)
            self._kept.save([{key: pixels(pixmap) for key, pixmap in self._pixmaps.items()}])
        self._kept = None

    def _pixmap(self, name: str, color: str, side: int) -> QPixmap:
        key = (name, color, side)
        if key not in self._pixmaps:
            earlier = self._earlier.pop(key, b"")
            if len(earlier) == 4 * side * side:
                image = QImage(earlier, side, side, 4 * side, QImage.Format.Format_ARGB32_Premultiplied)
                pixmap = QPixmap.fromImage(image.copy())  # the image has the pixels only while there is ``earlier``
            else:
                self._has_drawn = True
                from statusref.theme.svg import draw  # noqa: PLC0415 - see ``IconSet``

                pixmap = draw((self._folder / f"{name}.svg").read_text("utf-8").replace("currentColor", color), side)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]
