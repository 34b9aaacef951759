"""A button of the navigation rail: an icon above its label, or the icon alone."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color

FULL_HEIGHT = 56
"""Pixels at 100 % that the icon and its label take."""


class RailButton(QAbstractButton):
    """Checkable; the owner makes the rail's buttons exclusive."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._compact = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)

    def describe(self, text: str, key: str) -> None:
        """Name the button and its key."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(self._theme.px(44), self._theme.px(44))
        label = self._theme.metrics(TextStyle.CHIP).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(60), label + self._theme.px(12)), self._theme.px(FULL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(color(tokens.selection if self.isChecked() else tokens.line))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(tokens.accent), 2))
            painter.drawRoundedRect(box, 8, 8)
        token = "accent" if self.isChecked() else "text2"
        side = self._theme.px(20)
        top = (self.height() - side) // 2 if self._compact else self._theme.px(9)
        self._theme.icon(self._icon, token).paint(painter, QRect((self.width() - side) // 2, top, side, side))
        if not self._compact:
            painter.setFont(self._theme.font(TextStyle.CHIP))
            painter.setPen(self._theme.color(token))
            place = QRect(0, top + side, self.width(), self.height() - top - side - self._theme.px(4))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
