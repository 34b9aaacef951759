"""The navigation rail: one button per page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.pages import LOOKUP, PAGES
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.panel import Panel
from statusref.widgets.rail_button import FULL_HEIGHT, RailButton

_MARGIN, _GAP = 10, 4
"""Pixels above and below the buttons, and between them."""
_ON_RAIL = [row for row in PAGES if row.icon is not None]


class Rail(Panel):
    """``chosen`` carries the name of a page. While a page without a button is shown, no button is checked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, "rail", (Qt.Edge.RightEdge,), parent)
        self._localizer = localizer
        self._compact = False
        self._room = 0
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, _MARGIN, 6, _MARGIN)
        layout.setSpacing(_GAP)
        for number, row in enumerate(_ON_RAIL):
            button = RailButton(theme, row.icon or "", self)
            self._group.addButton(button, number)
            self._buttons[row.name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._buttons[LOOKUP].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        theme.changed.connect(self._on_size_changed)
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        self._on_size_changed()

    def show_page(self, page: str) -> None:
        """Check the button of a page; none if it has no button."""
        self._group.setExclusive(False)
        for member, button in self._buttons.items():
            button.setChecked(member == page)
        self._group.setExclusive(True)

    @property
    def full_height(self) -> int:
        """The height in pixels that the buttons need when they show their labels."""
        return len(self._buttons) * (self._theme.px(FULL_HEIGHT) + _GAP) + 2 * _MARGIN

    def set_compact(self, *, compact: bool, height: int) -> None:
        """Show icons without labels, as high as ``height`` (of the rail, in pixels) leaves room for."""
        count = len(self._buttons)
        room = (height - 2 * _MARGIN - (count - 1) * _GAP) // count
        if (compact, room) != (self._compact, self._room):
            self._compact, self._room = compact, room
            for button in self._buttons.values():
                button.set_compact(compact=compact, room=room)
            self._on_size_changed()

    @Slot()
    def retranslate(self) -> None:
        for row in _ON_RAIL:
            self._buttons[row.name].describe(self._localizer.text(f"page.{row.name}"), row.keys[0])

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(_ON_RAIL[number].name)

    @Slot()
    def _on_size_changed(self) -> None:
        self.setFixedWidth(self._theme.px(56 if self._compact else 72))
