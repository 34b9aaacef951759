"""The view of a list: codes or notes. An empty list shows a line of text instead of rows."""

from typing import NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from statusref.models.roles import Role
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.search_field import ENDS


class _Pressed(NamedTuple):
    """The item on which the mouse button was pressed, and its rectangle in the viewport."""

    item: object
    place: QRect


class ResultList(QListView):
    """``item_chosen`` carries the item (Role.ITEM) that the user moved to, ``item_opened`` the one of Enter or a click.

    ``copy_wanted`` is Ctrl+C. ``menu_wanted`` carries the item whose menu is asked for, and the place for it on the
    screen. ``hovered_row`` is the row under the pointer, or -1.
    """

    item_chosen = Signal(object)
    item_opened = Signal(object)
    copy_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Keep this reference: without it, viewport() makes PySide prepare the type of every widget at start-up.
        self._viewport = self.findChild(QWidget, "qt_scrollarea_viewport")
        self._theme = theme
        self._empty = ""
        self._silent = False
        self._pressed: _Pressed | None = None
        self.hovered_row = -1
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)
        SlimScrollBars(theme, self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_empty_text(self, text: str) -> None:
        """Set the text that an empty list shows."""
        self._empty = text
        self.viewport().update()

    @property
    def empty_text(self) -> str:
        """The text that an empty list shows."""
        return self._empty

    def spoken_row(self) -> str:
        """Return what a screen reader says of the selected row; empty if there is none."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def select_row(self, row: int | None) -> None:
        """Select a row, or none, without emitting ``item_chosen``."""
        self._silent = True
        if row is None:
            self.selectionModel().clear()
        else:
            index = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._silent = False

    def move_by(self, step: int) -> None:
        """Move the selection by ``step`` rows, at most to either end. If no row is selected, select the first one."""
        count = self.model().rowCount()
        if count:
            current = self.currentIndex()
            begin = current.row() if current.isValid() or step in ENDS.values() else -step
            row = min(max(begin + step, 0), count - 1)
            self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.item_opened.emit(self.currentIndex().data(Role.ITEM))
        elif event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in ENDS:
            self.move_by(ENDS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = None
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = _Pressed(index.data(Role.ITEM), self.visualRect(index))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        # The rows may have changed since the button was pressed. A click opens the item that the user saw then.
        if pressed is not None and pressed.place.contains(event.position().toPoint()):
            self.item_opened.emit(pressed.item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(index.data(Role.ITEM), self.viewport().mapToGlobal(place))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # A commit that arrives after the focus moved here would select the row that begins with its text.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
            painter.setPen(self._theme.color("text2"))
            side = self._theme.px(20)
            place = self.viewport().rect().adjusted(side, self._theme.px(28), -side, 0)
            painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter, self._empty)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._silent:
            self.item_chosen.emit(current.data(Role.ITEM))

    def leaveEvent(self, event: QEvent) -> None:
        self._on_left()
        super().leaveEvent(event)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered_row = index.row()
        self.viewport().update()

    @Slot()
    def _on_left(self) -> None:
        self.hovered_row = -1
        self.viewport().update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setPalette(self._theme.palette())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
