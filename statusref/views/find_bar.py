"""Find in page: a field, the number of matches, previous, next, close."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.announcing import announce
from statusref.widgets.framed_field import FramedField
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.reader import Reader


class FindBar(Panel):
    """Searches one reader. Hidden until ``open`` is called. After ``closed`` the owner moves the keyboard focus."""

    closed = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(theme, "background", (Qt.Edge.TopEdge,), parent)
        self._localizer = localizer
        self._reader = reader
        self._field = FramedField(theme, height=34, margin=12, radius=8, parent=self)
        self._field.setMaxLength(200)
        self._count = QLabel(self)
        self._previous = IconButton(theme, "up", parent=self)
        self._next = IconButton(theme, "down", parent=self)
        self._close = IconButton(theme, "close", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 6)
        layout.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            layout.addWidget(widget)
        # The bar is made after the rest of the window, so Tab would reach it last.
        stops = (reader, self._field, self._previous, self._next, self._close)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._field.textChanged.connect(self._on_text_changed)
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.close_bar)
        for key, slot in (("F3", self._on_next), ("Shift+F3", self._on_previous)):
            # The keys work in the page as well as in the bar, so they belong to the widget around both.
            shortcut = QShortcut(QKeySequence(key), parent or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._font_changed()
        theme.changed.connect(self._font_changed)
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the bar and give it the keyboard focus."""
        if not self.isVisible():
            self._field.begin(self._field.text())
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self._on_text_changed()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and remove the marks from the page."""
        self._reader.mark_matches("")
        self.closed.emit()  # before hiding: Qt would give the keyboard to some button in between
        self.hide()

    def close_if_open(self) -> bool:
        """Close the bar. Return False if it was not open."""
        if not self.isVisible():
            return False
        self.close_bar()
        return True

    def page_changed(self) -> None:
        """Mark the matches in the page that is shown now."""
        if self.isVisible():
            self._on_text_changed()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._field.setPlaceholderText(text("find.title"))
        self._field.setAccessibleName(text("find.title"))
        self._previous.describe(text("find.previous"), "Shift+F3")
        self._next.describe(text("find.next"), "F3")
        self._close.describe(text("find.close"), "Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                # The field passes these keys on.
                self._go(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case _:
                super().keyPressEvent(event)

    def _go(self, *, backward: bool) -> None:
        found = self._reader.find_next(self._field.text(), backward=backward)
        self._show_count()
        if found:
            announce(self, f"{self._count.text()}, {self._reader.textCursor().block().text()}")

    @Slot()
    def _on_next(self) -> None:
        self._go(backward=False)

    @Slot()
    def _on_previous(self) -> None:
        self._go(backward=True)

    @Slot()
    def _on_text_changed(self) -> None:
        self._reader.mark_matches(self._field.text())
        before = self._count.text()
        self._show_count()
        if self._count.text() not in {"", before}:
            announce(self, self._count.text())

    def _show_count(self) -> None:
        """Say how many matches there are, and which of them is selected."""
        marks = self._reader.extraSelections()
        cursor = self._reader.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        places = [(mark.cursor.selectionStart(), mark.cursor.selectionEnd()) for mark in marks]
        if not self._field.text():
            self._count.setText("")
        elif chosen in places:
            self._count.setText(self._localizer.text("find.place", n=places.index(chosen) + 1, m=len(places)))
        else:
            self._count.setText(self._localizer.count("find.count", len(places)))

    @Slot()
    def _font_changed(self) -> None:
        self._count.setFont(self._theme.font(TextStyle.CONTROL))
        self._count.setPalette(self._theme.palette())
