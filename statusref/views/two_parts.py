"""A list beside what is chosen in it; where that is too narrow, one of the two at a time."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.hairline_splitter import HairlineSplitter

_ROOM_FOR_BOTH = 780
"""Pixels at 100 %."""


class Shown(Enum):
    """Which parts can be seen."""

    BOTH = auto()
    LIST = auto()
    DETAIL = auto()


class TwoParts(QWidget):
    """Give it both parts with ``put``. ``shown_changed`` tells that other parts can be seen than before."""

    shown_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Shown.BOTH
        self._splitter = HairlineSplitter(theme, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def put(self, the_list: QWidget, detail: QWidget) -> None:
        """Put the two parts in. The list keeps its width when the window grows."""
        self._list, self._detail = the_list, detail
        self._splitter.addWidget(the_list)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)

    @property
    def shown(self) -> Shown:
        """Which parts can be seen."""
        return self._shown

    def set_list_width(self, width: int) -> None:
        """Give the list a width in pixels, from 240 to 480 at 100 %."""
        width = min(max(width, self._theme.px(240)), self._theme.px(480))
        self._splitter.setSizes([width, max(self.width() - width, self._theme.px(300))])

    def name_handle(self, name: str) -> None:
        """Name the handle between the parts for a screen reader."""
        self._splitter.handle(1).setAccessibleName(name)

    def show_detail(self) -> None:
        """Bring the detail up where only one part has room."""
        if self._shown is Shown.LIST:
            self._show(Shown.DETAIL)

    def show_list(self) -> bool:
        """Bring the list up where only one part has room. False if it could be seen already."""
        if self._shown is not Shown.DETAIL:
            return False
        self._show(Shown.LIST)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self._theme.px(_ROOM_FOR_BOTH)
        if has_room and self._shown is not Shown.BOTH:
            self._show(Shown.BOTH)
        elif not has_room and self._shown is Shown.BOTH:
            # Whoever is reading goes on reading.
            focused = QApplication.focusWidget()
            reading = focused is not None and self._detail.isAncestorOf(focused)
            self._show(Shown.DETAIL if reading else Shown.LIST)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._list.setVisible(shown is not Shown.DETAIL)
        self._detail.setVisible(shown is not Shown.LIST)
        self.shown_changed.emit()
