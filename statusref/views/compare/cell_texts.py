"""Lays out the texts of the table, each once for a width."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from statusref.domain.comparison.parts import Cell
from statusref.domain.links import Link
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.wrapped_text import WrappedText

SIDE, ABOVE = 12, 6
"""Free pixels (at 100 %) at either side of a text in its cell, and above and below it."""


class PlacedItem(NamedTuple):
    """A text of a cell, with its rectangle, and where it leads."""

    text: WrappedText
    place: QRect
    link: Link | None


class CellTexts:
    """Measures and places texts. What was laid out is kept until ``forget``."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, TextStyle, int], WrappedText] = {}

    def forget(self) -> None:
        """Lay everything out anew: the fonts are others."""
        self._kept.clear()

    def text(self, text: str, style: TextStyle, width: int) -> WrappedText:
        """Return a text laid out for a cell of this width."""
        room = width - 2 * self._theme.px(SIDE)
        key = (text, style, room)
        if key not in self._kept:
            line = max(self._theme.px(style.value.line), self._theme.metrics(style).height())
            self._kept[key] = WrappedText(text, self._theme.font(style), room, line)
        return self._kept[key]

    def height(self, text: str, style: TextStyle, width: int) -> int:
        """Return how high a cell with this text is."""
        return self.text(text, style, width).height + 2 * self._theme.px(ABOVE)

    def cell_height(self, cell: Cell, width: int) -> int:
        """Return how high a cell is; its items stand below each other."""
        return sum(self.text(item.text, TextStyle.CELL, width).height for item in cell) + 2 * self._theme.px(ABOVE)

    def placed(self, cell: Cell, rect: QRect) -> list[PlacedItem]:
        """Return the items of the cell that fills ``rect``, with their places."""
        found: list[PlacedItem] = []
        corner = rect.topLeft() + QPoint(self._theme.px(SIDE), self._theme.px(ABOVE))
        for item in cell:
            text = self.text(item.text, TextStyle.CELL, rect.width())
            found.append(PlacedItem(text, QRect(corner.x(), corner.y(), round(text.width), text.height), item.link))
            corner += QPoint(0, text.height)
        return found
