"""A square button that shows an icon, with a tooltip that names its key."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.theme.theme import Theme
from statusref.theme.tokens import color

SIDE = 36


class IconButton(QAbstractButton):
    """Checkable if a ``checked_icon`` is given."""

    def __init__(
        self, theme: Theme, icon: str, *, checked_icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._checked_icon = checked_icon
        self.setCheckable(checked_icon is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(self.sizeHint())
        theme.changed.connect(self._on_theme_changed)

    def describe(self, text: str, key: str = "") -> None:
        """Say what the button does, on hovering and to a screen reader."""
        self.setToolTip(f"{text} ({key})" if key else text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = self.rect().adjusted(2, 2, -2, -2)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.selection if self.isDown() else tokens.line))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(color(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        checked = self.isChecked() and self._checked_icon is not None
        icon = self._theme.icon(self._checked_icon or self._icon, "accent") if checked else self._theme.icon(self._icon)
        side = self._theme.px(20)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()
