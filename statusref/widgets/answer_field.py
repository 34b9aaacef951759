"""A field for a short typed answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color


class AnswerField(QLineEdit):
    """``given`` carries the text at Return, or at Space while nothing was typed.

    ``undo_wanted`` is Ctrl+Z where there is no typing to undo.
    """

    given = Signal(str)
    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaxLength(60)
        self.setFrame(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter or (key == Qt.Key.Key_Space and not self.text()):
            if not event.isAutoRepeat():
                self.given.emit(self.text())
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text() and not self.isUndoAvailable():
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        focused = self.hasFocus()
        width = 2 if focused else 1
        painter.setBrush(color(tokens.surface))
        painter.setPen(QPen(color(tokens.accent if focused else tokens.text3), width))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.end()
        super().paintEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(TextStyle.FIELD))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setTextMargins(self._theme.px(12), 0, self._theme.px(12), 0)
        self.setFixedHeight(self._theme.px(40))
        self.update()
