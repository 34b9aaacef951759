"""A rounded button with a label and a count, one of a row of which one is chosen."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color


class FilterButton(QAbstractButton):
    """Shows how many rows choosing it would leave."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: int | None = None
        self._digits = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)

    def set_label(self, text: str, key: str) -> None:
        """Name the button and its key."""
        self.setText(text)
        self.setToolTip(f"{text} ({key})" if key else text)
        self._update_accessible_name()
        self.updateGeometry()

    def set_count(self, count: int) -> None:
        """Show another count."""
        if count != self._count:
            self._count = count
            self._update_accessible_name()
            self.update()
            # Room for the most digits so far is kept: the row stands still while a search narrows.
            digits = len(str(count))
            if digits > self._digits:
                self._digits = digits
                self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(TextStyle.CHIP)
        count = metrics.horizontalAdvance("8" * self._digits) + self._theme.px(5) if self._digits else 0
        return QSize(metrics.horizontalAdvance(self.text()) + count + self._theme.px(18), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = self.rect()
        radius = box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        fill = tokens.accent if self.isChecked() else tokens.line if self.underMouse() else tokens.rail
        painter.setBrush(color(fill))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(tokens.on_accent if self.isChecked() else tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), radius - 3, radius - 3)
        metrics = self._theme.metrics(TextStyle.CHIP)
        label = metrics.horizontalAdvance(self.text())
        count = "" if self._count is None else str(self._count)
        gap = self._theme.px(5) if count else 0
        left = (box.width() - label - gap - metrics.horizontalAdvance(count)) // 2
        base = (box.height() + metrics.ascent() - metrics.descent()) // 2
        painter.setFont(self._theme.font(TextStyle.CHIP))
        painter.setPen(color(tokens.on_accent if self.isChecked() else tokens.text1))
        painter.drawText(left, base, self.text())
        if count:
            painter.setPen(color(tokens.on_accent if self.isChecked() else tokens.text2))
            painter.drawText(left + label + gap, base, count)

    def _update_accessible_name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
