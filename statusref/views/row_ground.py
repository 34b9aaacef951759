"""What lies behind the text of a row in a ``ResultList``: the selection with its bar, or the pointer's colour."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.result_list import ResultList


def paint_ground(painter: QPainter, rect: QRect, row: int, shown_in: ResultList, theme: Theme) -> bool:
    """Paint it, and return whether the row is selected. ``rect`` is the whole row."""
    selected = row == shown_in.currentIndex().row()
    if selected:
        fill(painter, rect, color(theme.tokens.selection))
        fill(painter, QRect(rect.left(), rect.top(), theme.px(3), rect.height()), color(theme.tokens.accent))
    elif row == shown_in.hovered_row:
        fill(painter, rect, color(theme.tokens.hover))
    return selected
