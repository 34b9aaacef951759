"""A quiet button of one word, with an icon before it if there is one."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color


class TextButton(QAbstractButton):
    """Takes no more room than its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon: str | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)

    def describe(self, text: str, icon: str | None, action: str, key: str) -> None:
        """Say what is in force, and what pressing does."""
        self.setText(text)
        self._icon = icon
        self.setToolTip(f"{action} ({key})")
        self.setAccessibleName(f"{action}: {text}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(TextStyle.SMALL)
        icon = self._theme.px(19) if self._icon else 0
        return QSize(metrics.horizontalAdvance(self.text()) + icon + self._theme.px(14), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.line))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(color(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        left = self._theme.px(7)
        if self._icon:
            side = self._theme.px(15)
            self._theme.icon(self._icon).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
            left += self._theme.px(19)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text2))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
