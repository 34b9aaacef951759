"""A button of the navigation rail: an icon above its label, or the icon alone."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.press_button import PressButton

FULL_HEIGHT = 56
"""Height of a button with icon and label, in pixels at 100 %."""
_ICON = 20
_SIDE = 44
"""The side of a button without its label, in pixels at 100 %, if there is enough room."""


class RailButton(PressButton):
    """Checkable. The rail puts its buttons into an exclusive group."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._compact = False
        self._room = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to screen readers

    def describe(self, text: str, key: str) -> None:
        """Set the label, and the key that does the same, for the tooltip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.set_tip(text, key)
        self.refresh()

    def set_compact(self, *, compact: bool, room: int) -> None:
        """Show the icon without its label if ``compact``, else with it.

        A compact button is at most ``room`` pixels high, but never lower than its icon.
        """
        self._compact = compact
        self._room = room
        self.refresh()

    def sizeHint(self) -> QSize:
        if self._compact:
            side = self._theme.px(_SIDE)
            return QSize(side, min(side, max(self._room, self._theme.px(_ICON))))
        label = self._theme.metrics(TextStyle.CHIP).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(60), label + self._theme.px(12)), self._theme.px(FULL_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        fill = tokens.selection if self.isChecked() else tokens.line if self.is_lit else None
        self.paint_box(painter, fill, inset=1)
        token = "accent" if self.isChecked() else "text2"
        side = self._theme.px(_ICON)
        top = (self.height() - side) // 2 if self._compact else self._theme.px(9)
        self._theme.icon(self._icon, token).paint(painter, QRect((self.width() - side) // 2, top, side, side))
        if not self._compact:
            painter.setFont(self._theme.font(TextStyle.CHIP))
            painter.setPen(self._theme.color(token))
            place = QRect(0, top + side, self.width(), self.height() - top - side - self._theme.px(4))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())
