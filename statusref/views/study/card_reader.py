"""Shows one card: its question, and below it the answer when the user has asked for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QWidget

from statusref.theme.theme import Theme
from statusref.widgets.reader import Reader
from statusref.widgets.unbroken import plain

_ANSWER = 240
"""How much of an answer should be visible without scrolling, in pixels at 100 %."""
RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth


class CardReader(Reader):
    """``pressed`` is a click that neither follows a link nor selects text. Ignores keys that do not scroll."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, header: QWidget | None = None) -> None:
        super().__init__(theme, header, parent)

    def show_end(self) -> None:
        """Scroll only as far as the beginning of the answer needs, so that the question moves as little as possible."""
        top = self._answer_top()
        needed = top + self._theme.px(_ANSWER) - self.viewport().height()
        self.verticalScrollBar().setValue(max(min(needed, top + self._theme.px(12)), 0))

    def newest_words(self) -> str:
        """Return the text below the line, which is what the user has not read yet; without a line, all of it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._line().position())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return plain(cursor.selection().toPlainText()).strip()

    def _answer_top(self) -> int:
        """Return the position of the line below the question, in document coordinates."""
        line = self._line()
        if line == self.document().begin():
            return 0
        return round(self.document().documentLayout().blockBoundingRect(line).top())

    def _line(self) -> QTextBlock:
        """Return the line below the question, or the first block if there is none."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().hasProperty(RULE):
                return block
            block = block.next()
        return self.document().begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scrolls = {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        }
        opens = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.has_marked_link
        copies = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
        selects = event.matches(QKeySequence.StandardKey.SelectAll)
        if event.key() in scrolls or opens or copies or selects:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = not self.anchorAt(event.position().toPoint()) and not self.textCursor().hasSelection()
        if event.button() == Qt.MouseButton.LeftButton and plain:
            self.pressed.emit()
