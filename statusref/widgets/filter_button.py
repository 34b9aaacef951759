"""A rounded, checkable button with a label and a count."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.widgets.press_button import PressButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilterButton(PressButton):
    """The count is the number of rows that the list has when this button is checked.

    Only one button of a row is checked, unless they are made with ``several``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(theme, parent)
        self._count: int | None = None
        self._digits = 0
        self.setCheckable(True)
        # So that screen readers call it a radio button. The button group already does the rest.
        self.setAutoExclusive(not several)

    def set_label(self, text: str, key: str) -> None:
        """Set the label, and the key that does the same, for the tooltip; ``key`` may be empty."""
        self.setText(text)
        self.set_tip(text, key)
        self._update_accessible_name()
        self.refresh()

    def set_count(self, count: int | None) -> None:
        """Show the number of rows; None if it is not known yet."""
        if count != self._count:
            self._count = count
            self._update_accessible_name()
            self.update()
            # Keep room for the most digits so far, so that the buttons do not move while the user types.
            digits = 0 if count is None else len(str(count))
            if digits > self._digits:
                self._digits = digits
                self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(TextStyle.CHIP)
        count = metrics.horizontalAdvance("8" * self._digits) + self._theme.px(5) if self._digits else 0
        return QSize(metrics.horizontalAdvance(self.text()) + count + self._theme.px(18), self._theme.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.group() is None:
            super().keyPressEvent(event)
        else:
            self._go(step)

    def _go(self, step: int) -> None:
        """Check the next button of the group; Qt would look for one that lies left or right, and pass over others."""
        buttons = [button for button in self.group().buttons() if button.isEnabled() and not button.isHidden()]
        place = buttons.index(self) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[place].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        box = self.rect()
        is_on = self.isChecked() and self.isEnabled()
        fill = tokens.accent if is_on else tokens.line if self.is_lit else tokens.tint(Tone.UNOFFICIAL)
        self.paint_box(painter, fill, radius=box.height() / 2)
        metrics = self._theme.metrics(TextStyle.CHIP)
        label = metrics.horizontalAdvance(self.text())
        count = "" if self._count is None else str(self._count)
        gap = self._theme.px(5) if count else 0
        left = (box.width() - label - gap - metrics.horizontalAdvance(count)) // 2
        base = (box.height() + metrics.ascent() - metrics.descent()) // 2
        painter.setFont(self._theme.font(TextStyle.CHIP))
        painter.setPen(color(tokens.on_accent if is_on else tokens.text1 if self.isEnabled() else tokens.text3))
        painter.drawText(left, base, self.text())
        if count:
            painter.setPen(color(tokens.on_accent if is_on else tokens.text2))
            painter.drawText(left + label + gap, base, count)

    def _update_accessible_name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")
