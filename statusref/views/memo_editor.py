"""The editor for the user's memo on an entry, below the page. It saves while the user types."""

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from statusref.domain.memo_texts import both_texts
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.announcing import announce
from statusref.widgets.composition import Composition
from statusref.widgets.dropping import take_copy
from statusref.widgets.icon_button import IconButton
from statusref.widgets.menus import show_menu
from statusref.widgets.panel import Panel
from statusref.widgets.reader import Reader
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel

_PAUSE_MS = 400
"""The memo is saved this long after the last key, or earlier when the editor loses the focus."""


class MemoTexts(Protocol):
    """Where memos are kept."""

    def get(self, entry_id: str) -> str:
        """Return the memo on an entry."""

    def set(self, entry_id: str, text: str) -> None:
        """Save the memo on an entry."""


class _Field(QPlainTextEdit):
    """``left`` is emitted when the field loses the focus, ``escaped`` when Escape is pressed."""

    left = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.composition = Composition(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composition.takes(event):
            super().inputMethodEvent(self.composition.visible(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self.createStandardContextMenu(event.pos()), self._theme, event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.adopt()
        super().focusOutEvent(event)
        self.left.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.isAccepted() and self._is_from_outside(event):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._is_from_outside(event):
            super().dropEvent(event)  # text is moved inside the memo
        elif take_copy(event):
            super().dropEvent(event)
            take_copy(event)

    def _is_from_outside(self, event: QDropEvent) -> bool:
        return event.source() not in {self, self.viewport()}

    def event(self, event: QEvent) -> bool:
        # Without this, the shortcut of the window would get the Escape key.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            return self._keep(event) or super().event(event)
        return super().event(event)

    def _keep(self, event: QKeyEvent) -> bool:
        escape = event.key() == Qt.Key.Key_Escape
        if escape:
            event.accept()
        return escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.composition.before_key(event)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class MemoEditor(Panel):
    """Edits the memo of one entry. ``saved`` carries the entry's id.

    ``closed`` carries whether the editor had the keyboard; if so, the owner moves it to another widget.
    """

    closed = Signal(bool)
    saved = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, "background", (Qt.Edge.TopEdge,), parent)
        self._localizer = localizer
        self._memos: MemoTexts | None = None
        self._entry_id = ""
        self._subject = ""
        self._known = ""
        self._unsaved = False
        self._title = ThemedLabel(theme, TextStyle.LABEL, "text2", wraps=True, parent=self)
        self._notice = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True, parent=self)
        self._notice.hide()
        self._close = IconButton(theme, "close", parent=self)
        self._field = _Field(theme, self)
        self._field.setFrameShape(QFrame.Shape.NoFrame)
        self._field.setTabChangesFocus(True)
        SlimScrollBars(theme, self._field)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 8, 12)
        layout.setSpacing(4)
        self._layout = layout
        layout.addLayout(head)
        layout.addWidget(self._notice)
        layout.addWidget(self._field)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self._field.textChanged.connect(self._on_typed)
        self._field.left.connect(self.save)
        self._field.escaped.connect(self.close_editor)
        self._close.clicked.connect(self.close_editor)
        theme.changed.connect(self._on_looks_changed)
        self._on_looks_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    @property
    def entry_id(self) -> str:
        """The id of the entry whose memo is open, empty if none is."""
        return self._entry_id

    @property
    def text(self) -> str:
        """The text in the editor."""
        return self._field.toPlainText()

    def open(self, memos: MemoTexts, entry_id: str, subject: str) -> None:
        """Open the memo of an entry and take the focus; ``subject`` is the entry's name."""
        self._finish()
        self._memos = memos
        self._entry_id = entry_id
        self._subject = subject
        self._notice.hide()
        self._put(memos.get(entry_id))
        self.retranslate()
        self.show()
        self._field.setFocus()

    @Slot()
    def adopt(self) -> None:
        """Show the memo as another window has saved it, unless it is being changed here, too."""
        if self._memos is None or not self._entry_id or self._unsaved or self._field.composition.text:
            return
        stored = self._memos.get(self._entry_id)
        if stored != self._known:
            self._put(stored)

    def _put(self, text: str) -> None:
        """Show a text that is saved already. The cursor stays where it is."""
        self._known = text
        if text != self.text:
            place = self._field.textCursor().position()
            self._field.blockSignals(True)
            self._field.setPlainText(text)
            self._field.blockSignals(False)
            cursor = self._field.textCursor()
            cursor.setPosition(min(place, len(text.encode("utf-16-le")) // 2))
            self._field.setTextCursor(cursor)

    def stand_below(self, reader: Reader) -> None:
        """Keep in the column of the text of a reader of the same width."""
        reader.column_changed.connect(self._on_column_changed)
        self._on_column_changed(*reader.column)

    def follow_in_tab_order(self, widget: QWidget) -> None:
        """Make Tab lead from ``widget`` to the editor."""
        QWidget.setTabOrder(widget, self._close)
        QWidget.setTabOrder(self._close, self._field)

    @Slot()
    def save(self) -> None:
        """Save the memo now if it was changed. Where it was changed elsewhere, too, both texts are kept."""
        self._pause.stop()
        if self._unsaved and self._memos is not None and self._entry_id:
            self._unsaved = False
            stored = self._memos.get(self._entry_id)
            if stored != self._known:
                self._join(stored)
            self._known = self.text
            self._memos.set(self._entry_id, self._known)
            self.saved.emit(self._entry_id)

    def _join(self, stored: str) -> None:
        """Keep what was saved elsewhere beside what is written here, and say so."""
        self._field.composition.finish()
        mine = self.text
        self._put(stored if mine == self._known else both_texts(mine, stored) or stored)
        if self.text != mine:
            self._notice.show()
            announce(self._notice, self._notice.text())
        self._unsaved = False

    @Slot()
    def close_editor(self) -> None:
        """Save and hide."""
        if self._entry_id:
            self._finish()
            self._entry_id = ""
            had_keyboard = self._field.hasFocus() or self._close.hasFocus()
            self.hide()
            self.closed.emit(had_keyboard)

    @Slot()
    def retranslate(self) -> None:
        title = (
            self._localizer.text("memo.of", subject=self._subject)
            if self._subject
            else self._localizer.text("memo.title")
        )
        self._title.setText(title)
        self._field.setAccessibleName(title)
        self._notice.setText(self._localizer.text("memo.both"))
        self._field.setPlaceholderText(self._localizer.text("memo.hint"))
        self._close.describe(self._localizer.text("memo.close"), "Esc")

    def _finish(self) -> None:
        """Save the memo, with the syllable that is being composed."""
        self._field.composition.finish()
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        self._finish()
        super().hideEvent(event)

    @Slot(int, int)
    def _on_column_changed(self, left: int, right: int) -> None:
        self._layout.setContentsMargins(left, 4, right, 12)

    @Slot()
    def _on_typed(self) -> None:
        self._unsaved = True
        self._pause.start()

    @Slot()
    def _on_looks_changed(self) -> None:
        self._field.setFont(self._theme.font(TextStyle.BODY))
        self._field.setPalette(self._theme.palette())
        self._field.setFixedHeight(self._theme.px(112))
