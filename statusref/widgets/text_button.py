"""A small button without a frame: a word, with an icon before it if one is set."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.press_button import PressButton


class TextButton(PressButton):
    """Shows the current value of a setting; pressing it changes the value."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon: str | None = None

    def describe(self, text: str, icon: str | None, action: str, key: str) -> None:
        """Set text and icon of the current value; ``action`` (what pressing does) and its key are for the tooltip."""
        self.setText(text)
        self._icon = icon
        self.set_tip(action, key)
        self.setAccessibleName(f"{action}: {text}")
        self.refresh()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(TextStyle.SMALL)
        icon = self._theme.px(19) if self._icon else 0
        return QSize(metrics.horizontalAdvance(self.text()) + icon + self._theme.px(14), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        self.paint_box(painter, tokens.line if self.is_lit else None, radius=6)
        left = self._theme.px(7)
        if self._icon:
            side = self._theme.px(15)
            self._theme.icon(self._icon).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
            left += self._theme.px(19)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text2))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
