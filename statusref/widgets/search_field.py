"""The search field: it does not accept long texts, and reports the unfinished syllable, too."""

from PySide6 import QtGui
from PySide6.QtCore import QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.dropping import take_copy
from statusref.widgets.framed_field import FramedField
from statusref.widgets.icon_button import IconButton
from statusref.widgets.menus import show_menu

MAX_LENGTH = 4096
ENDS = {Qt.Key.Key_Home: -(1 << 30), Qt.Key.Key_End: 1 << 30}
"""By how many rows these keys move the selection in the list with Ctrl: to the first or last row."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchField(FramedField):
    """``query_changed`` is emitted with the text after every change, including the syllable that is being composed.

    ``menu_made`` has the context menu (a QMenu) before it opens, so that others can add to it. ``moved`` has the number
    of rows by which the selection in the list should move. ``accepted`` is Enter, ``copy_wanted`` is Ctrl+C with
    nothing selected. Text of several lines, or of more than MAX_LENGTH characters, is not inserted: ``block_given`` has
    it.
    """

    query_changed = Signal(str)
    moved = Signal(int)
    accepted = Signal()
    block_given = Signal(str)
    copy_wanted = Signal()
    menu_made = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, height=38, margin=38, radius=9, parent=parent)
        self._in_input_method = False
        self._query = ""
        self._hint = ""
        self.setMaxLength(MAX_LENGTH)
        self._clear = IconButton(theme, "close", parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)
        self.composition.dropped.connect(self._tell)

    @property
    def query(self) -> str:
        """The text as the user sees it, with the syllable that is being composed."""
        return self._query

    def describe(self, name: str, placeholder: str, clear: str, hint: str) -> None:
        """Set the accessible name, the placeholder, the tooltip of the clear button, and the key shown at the right."""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._clear.describe(clear, "Esc")
        self._hint = hint
        self.update()

    def give(self, text: str) -> None:
        """Insert text that was pasted or dropped if it is one short line; otherwise emit ``block_given``."""
        self.composition.finish()
        line = text.strip("\r\n")
        room = MAX_LENGTH - len(self.text()) + len(self.selectedText())
        if len(line) <= room and not any(end in line for end in "\r\n\u2028\u2029"):
            self.insert(line)
        else:
            self.block_given.emit(text)

    def show_summary(self, text: str) -> None:
        """Show a short text in place of a log that was pasted. The next key replaces it and starts a search."""
        self.blockSignals(True)
        self.setText(text)
        self.selectAll()
        self.blockSignals(False)
        self._query = text
        self._clear.setVisible(bool(text))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._in_input_method = True
        super().inputMethodEvent(event)
        self._in_input_method = False
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.composition.before_key(event)
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.matches(QtGui.QKeySequence.StandardKey.Paste):
            self._paste(QClipboard.Mode.Clipboard)
        elif event.matches(QtGui.QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_wanted.emit()
        elif plain and event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in ENDS:
            self.moved.emit(ENDS[Qt.Key(event.key())])
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton and QGuiApplication.clipboard().supportsSelection():
            self._paste(QClipboard.Mode.Selection)
        else:
            super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            # Files are accepted by the window.
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if take_copy(event):
            self._take(event.mimeData())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._on_paste)
        self.menu_made.emit(menu)
        show_menu(menu, self._theme, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._clear.sizeHint()
        self._clear.move(self.width() - size.width(), (self.height() - size.height()) // 2)

    def paint_inside(self, painter: QPainter) -> None:
        side = self._theme.px(18)
        place = QRect(self._theme.px(12), (self.height() - side) // 2, side, side)
        self._theme.icon("search").paint(painter, place)
        if not self._query and self._hint and self.width() > self._theme.px(420):
            painter.setFont(self._theme.font(TextStyle.SMALL))
            painter.setPen(self._theme.color("text3"))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(0, 0, -self._theme.px(12), 0), middle, self._hint)

    def _paste(self, mode: QClipboard.Mode) -> None:
        self._take(QGuiApplication.clipboard().mimeData(mode))

    def _take(self, data: QMimeData) -> None:
        if data.hasText():
            self.give(data.text())

    @Slot()
    def _tell(self) -> None:
        text = self.text()
        place = self.cursorPosition()
        query = text[:place] + self.composition.text + text[place:]
        if query != self._query:
            self._query = query
            self._clear.setVisible(bool(query))
            self.query_changed.emit(query)

    @Slot()
    def _on_paste(self) -> None:
        self._paste(QClipboard.Mode.Clipboard)

    @Slot()
    def _on_text_changed(self) -> None:
        # inputMethodEvent reports the change itself, after text and syllable are both up to date.
        if not self._in_input_method:
            self.composition.forget()
            self._tell()
