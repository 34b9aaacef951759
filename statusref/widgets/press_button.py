"""What the larger buttons have in common: pointer, focus by Tab, Return as well as Space, repainting."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.theme.theme import Theme
from statusref.theme.tokens import color


class PressButton(QAbstractButton):
    """Paints itself in a subclass. A key that is held down presses once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paint_box(self, painter: QPainter, fill: str, border: str, ring: str) -> None:
        """Paint the rounded box in these colours, and the ring where the button has the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color(border), 1))
        painter.setBrush(color(fill))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(ring), 2))
            inset = 2.5 if ring != self._theme.tokens.accent else 0.5
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8 - inset, 8 - inset)

    @property
    def is_lit(self) -> bool:
        """Whether the pointer is over it and pressing does something."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
