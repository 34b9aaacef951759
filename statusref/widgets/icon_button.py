"""A square button that shows an icon, with a tooltip that names its key."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.theme import Theme
from statusref.widgets.press_button import PressButton

SIDE = 36


class IconButton(PressButton):
    """Checkable if it has a ``checked_icon``.

    If another button is made checkable by its owner, it is painted like a rail button while it is checked.
    """

    def __init__(
        self, theme: Theme, icon: str, *, checked_icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._checked_icon = checked_icon
        self.setCheckable(checked_icon is not None)
        self.resize(self.sizeHint())

    def describe(self, text: str, key: str = "") -> None:
        """Set what the button does, for the tooltip and for screen readers."""
        self.set_tip(text, key)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        checked = self.isChecked()
        lit = tokens.selection if self.isDown() else tokens.line
        marked = tokens.selection if checked and self._checked_icon is None else None
        self.paint_box(painter, lit if self.is_lit and not marked else marked, inset=1)
        icon = self._theme.icon(self._checked_icon or self._icon, "accent") if checked else self._theme.icon(self._icon)
        side = self._theme.px(20)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)

    @Slot()
    def refresh(self) -> None:
        # Some of these buttons are not in a layout, which would resize them.
        self.resize(self.sizeHint())
        super().refresh()
