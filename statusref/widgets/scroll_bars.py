"""Slim scroll bars in the theme's colours."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from statusref.theme.theme import Theme

_STYLE = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class SlimScrollBars(QObject):
    """Styles both scroll bars of ``area``. It becomes a child of ``area``."""

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        # Qt's style would draw a frame where both bars meet.
        area.setCornerWidget(QWidget(area))
        theme.changed.connect(self._apply)
        self._apply()

    @Slot()
    def _apply(self) -> None:
        tokens = self._theme.tokens
        style = _STYLE.format(handle=tokens.scroll, hover=tokens.text3)
        for bar in (self._area.verticalScrollBar(), self._area.horizontalScrollBar()):
            bar.setStyleSheet(style)
