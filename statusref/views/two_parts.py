"""A list beside what is chosen in it; where that is too narrow, one of the two at a time."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.hairline_splitter import HairlineSplitter
from statusref.widgets.text_button import TextButton

_ROOM_FOR_BOTH = 780
_NARROWEST = 220
"""Pixels at 100 %: of both parts, and of the list beside the detail."""


class Shown(Enum):
    """Which parts can be seen."""

    BOTH = auto()
    LIST = auto()
    DETAIL = auto()


class TwoParts(QWidget):
    """Give it both parts with ``put``. ``shown_changed`` tells that other parts can be seen than before.

    Above a detail that stands alone is a button that brings the list up. ``list_came_up`` tells that the list took the
    place of the detail, which may have had the keyboard.
    """

    shown_changed = Signal()
    list_came_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Shown.BOTH
        self._splitter = HairlineSplitter(theme, self)
        self._list_width = 0
        self._back: TextButton | None = None
        self._back_name = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._splitter)
        self._unit = theme.px(100)
        self._splitter.splitterMoved.connect(self._on_moved)
        theme.changed.connect(self._on_theme_changed)

    def put(self, the_list: QWidget, detail: QWidget) -> None:
        """Put the two parts in. The list keeps its width when the window grows."""
        self._list, self._detail = the_list, detail
        self._splitter.addWidget(the_list)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._limit_list()

    @property
    def shown(self) -> Shown:
        """Which parts can be seen."""
        return self._shown

    @property
    def list_width(self) -> int:
        """The width in pixels that the list has beside the detail; where it stands alone, the one that it will have."""
        return self._list_width

    def set_list_width(self, width: int) -> None:
        """Give the list a width in pixels, from 240 to 480 at 100 %."""
        self._list_width = width = min(max(width, self._theme.px(240)), self._theme.px(480))
        self._splitter.setSizes([width, max(self.width() - width, self._theme.px(300))])

    def describe(self, handle: str, back: str) -> None:
        """Name the handle between the parts for a screen reader, and the button that leads back to the list."""
        self._splitter.handle(1).setAccessibleName(handle)
        self._back_name = back
        if self._back is not None:
            self._back.describe(back, "back", back, "Esc")
            self._back.setAccessibleName(back)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Let the list grow and shrink with the text."""
        before, self._unit = self._unit, self._theme.px(100)
        if before != self._unit:
            self._limit_list()
            self.set_list_width(round(self._list_width * self._unit / before))

    def _limit_list(self) -> None:
        """Let nobody drag the list too narrow to be read. Where it stands alone, it has what room there is."""
        self._list.setMinimumWidth(self._theme.px(_NARROWEST) if self._shown is Shown.BOTH else 0)

    @Slot(int, int)
    def _on_moved(self, place: int, _handle: int) -> None:
        self._list_width = place

    def show_detail(self) -> None:
        """Bring the detail up where only one part has room."""
        if self._shown is Shown.LIST:
            self._show(Shown.DETAIL)

    def show_list(self) -> bool:
        """Bring the list up where only one part has room. False if it could be seen already."""
        if self._shown is not Shown.DETAIL:
            return False
        self._show(Shown.LIST)
        self.list_came_up.emit()
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
        self._limit_list()
        if shown is Shown.BOTH:
            self.set_list_width(self._list_width)
        if shown is Shown.DETAIL and self._back is None:
            self._make_back()
        if self._back is not None:
            self._back.setVisible(shown is Shown.DETAIL)
        self.shown_changed.emit()

    def _make_back(self) -> None:
        self._back = TextButton(self._theme, self)
        self._back.clicked.connect(self.show_list)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 4)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.insertLayout(0, row)
        # It is made after the detail, so Tab would reach it last.
        QWidget.setTabOrder(_last_stop(self._list), self._back)
        self.describe(self._splitter.handle(1).accessibleName(), self._back_name)


def _last_stop(part: QWidget) -> QWidget:
    """Return where Tab leaves a part of the window."""
    last, child = part, part.nextInFocusChain()
    while child is not None and part.isAncestorOf(child):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = child
        child = child.nextInFocusChain()
    return last
