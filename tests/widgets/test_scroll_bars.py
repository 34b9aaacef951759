"""Slim scroll bars."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.scroll_bars import SlimScrollBars


def test_nothing_is_drawn_where_both_bars_meet(theme: Theme, show: Callable[[QScrollArea], QScrollArea]) -> None:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    content = QWidget()
    content.resize(5000, 5000)
    area.setWidget(content)
    SlimScrollBars(theme, area)
    picture = show(area).grab().toImage()
    right, bottom = picture.width() - 1, picture.height() - 1
    colours = {picture.pixel(right - x, bottom - y) for x in range(10) for y in range(10)}
    assert len(colours) == 1
