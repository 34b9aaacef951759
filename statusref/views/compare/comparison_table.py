"""The table of a comparison: it scrolls both ways, and its titles and labels stay in sight."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from statusref.domain.comparison.parts import ComparedRow, page_of
from statusref.domain.links import Link, LinkKind
from statusref.models.comparison_model import ComparisonModel, Fold
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.compare.cell_delegate import CellDelegate
from statusref.views.compare.cell_texts import CellTexts
from statusref.views.compare.headers import ColumnHeader, RowHeader
from statusref.widgets.scroll_bars import SlimScrollBars

_NARROWEST, _WIDEST = 190, 460
"""Pixels at 100 % of a column."""
_LABELS = 150
"""Pixels at 100 % of the labels of the rows, where that is no more than a third of the table."""
Index = QModelIndex | QPersistentModelIndex
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ComparisonTable(QTableView):
    """``link_chosen`` carries where a cell or a title leads, ``links_chosen`` the items of a cell with several links.

    ``removed`` and ``moved`` carry the id of an entry (and by how many places it moves), ``copy_wanted`` is Ctrl+C,
    ``menu_wanted`` carries the number of a column and the place for its menu on the screen.
    One that ``is_picture`` has neither scroll bars nor buttons.
    """

    link_chosen = Signal(Link)
    links_chosen = Signal(object, QPoint)
    removed = Signal(str)
    moved = Signal(str, int)
    copy_wanted = Signal()
    menu_wanted = Signal(int, QPoint)

    def __init__(
        self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None, *, is_picture: bool = False
    ) -> None:
        super().__init__(parent)
        # Keep this reference: without it, viewport() makes PySide prepare the type of every widget.
        self._viewport = self.findChild(QWidget, "qt_scrollarea_viewport")
        self._theme = theme
        self._model = model
        self._texts = CellTexts(theme)
        self._delegate = CellDelegate(theme, self._texts, self)
        self._columns = ColumnHeader(theme, self._texts, model, has_buttons=not is_picture)
        self._labels = RowHeader(theme, self._texts, model, has_buttons=not is_picture)
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._labels)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if is_picture else bars.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAlwaysOff if is_picture else bars.ScrollBarAsNeeded)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        SlimScrollBars(theme, self)
        model.modelReset.connect(self._lay_out)
        # The sentences across all columns stay where they are, so Qt must not move their pixels.
        self.horizontalScrollBar().valueChanged.connect(self._repaint)
        self._columns.opened.connect(self._open_page)
        self._columns.removed.connect(self._remove)
        self._labels.fold_pressed.connect(self.toggle_fold)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._lay_out()

    @property
    def full_size(self) -> QSize:
        """The size at which nothing has to be scrolled."""
        return QSize(self._labels.width() + self._columns.length(), self._columns.height() + self._labels.length())

    def begin(self) -> None:
        """Take the keyboard at the first cell, unless another has it already."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def toggle_fold(self) -> None:
        """Open or close the rows that are the same; the cell with the keyboard keeps it."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self._model.toggle_fold()
        self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), column))

    def move_column(self, column: int, step: int) -> None:
        """Move a column by one place, unless it stands at that end; the keyboard goes with it."""
        if 0 <= column + step < self._model.columnCount():
            entry = self._model.entries[column]
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(column + step))
            self.moved.emit(entry.id, step)

    def show_last_column(self) -> None:
        """Scroll sideways to what was added last."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def fit(self) -> None:
        """Give columns and rows the sizes that the texts need in the width of now."""
        model, px = self._model, self._theme.px
        count = model.columnCount()
        if not count:
            return
        self._labels.setFixedWidth(min(px(_LABELS), self.width() // 3))
        room = self.width() - self._labels.width() - self._bar_width
        width = min(max(room // count, min(px(_NARROWEST), room)), px(_WIDEST))
        self._delegate.window_width = min(room, width * count)
        for column in range(count):
            self._columns.resizeSection(column, width)
        self._columns.setFixedHeight(self._columns.wanted_height(width))
        for number in range(model.rowCount()):
            row = model.row(number)
            if isinstance(row, ComparedRow):
                height = max(self._texts.cell_height(cell, width) for cell in row.cells)
            else:
                height = self._texts.height(row.text, TextStyle.CELL, self._delegate.window_width)
            self._labels.resizeSection(number, max(height, self._labels.wanted_height(number)) + 1)
        self.updateGeometries()

    @property
    def _bar_width(self) -> int:
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, control = self.currentIndex(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._activate(index)
        elif event.key() == Qt.Key.Key_Space and isinstance(self._model.row(index.row()), Fold):
            self.toggle_fold()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove(index.column())
        elif control and event.key() in _STEPS:
            self.move_column(index.column(), _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            link = self._delegate.link_at(index, self.visualRect(index), place)
            if link is not None:
                self.link_chosen.emit(link)
            elif isinstance(self._model.row(index.row()), Fold):
                self.toggle_fold()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        pressable = index.isValid() and (
            isinstance(self._model.row(index.row()), Fold) or self._link_at(event.position().toPoint()) is not None
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            link = self._link_at(event.pos())
            QToolTip.showText(event.globalPos(), link.target if link and link.kind is LinkKind.WEB else "", self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFrom(self, event.pos()))
        if index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(index.column(), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_if_shown()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring()
        if QAccessible.isActive():
            # Qt tells of the table itself after this.
            QTimer.singleShot(0, self, self._tell_cell)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._show_ring()

    def _show_ring(self) -> None:
        index = self.currentIndex()
        self._delegate.ring = (index.row(), index.column()) if self.hasFocus() and index.isValid() else None
        self.viewport().update()

    def _tell_cell(self) -> None:
        """Tell screen readers which cell has the keyboard, when the table has got it; Qt tells of the table alone."""
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            # The children are the cells row by row, with the headers above and before them.
            event.setChild((index.row() + 1) * (self._model.columnCount() + 1) + index.column() + 1)
            QAccessible.updateAccessibility(event)

    def _link_at(self, place: QPoint) -> Link | None:
        index = self.indexAt(place)
        return self._delegate.link_at(index, self.visualRect(index), place) if index.isValid() else None

    def _activate(self, index: QModelIndex) -> None:
        """Do what Enter does: follow the link of a cell, let the user choose among several, or open the page."""
        row = self._model.row(index.row())
        if isinstance(row, Fold):
            self.toggle_fold()
        if not isinstance(row, ComparedRow):
            return
        linked = [item for item in row.cells[index.column()] if item.link]
        if len(linked) > 1:
            self.links_chosen.emit(linked, self.viewport().mapToGlobal(self.visualRect(index).center()))
        elif linked and linked[0].link:
            self.link_chosen.emit(linked[0].link)
        else:
            self._open_page(index.column())

    @Slot(int)
    def _open_page(self, column: int) -> None:
        self.link_chosen.emit(page_of(self._model.entries[column]))

    @Slot(int)
    def _remove(self, column: int) -> None:
        self.removed.emit(self._model.entries[column].id)

    @Slot()
    def _lay_out(self) -> None:
        self.clearSpans()
        columns = self._model.columnCount()
        if columns > 1:
            for number in range(self._model.rowCount()):
                if not isinstance(self._model.row(number), ComparedRow):
                    self.setSpan(number, 0, 1, columns)
        self._fit_if_shown()

    def _fit_if_shown(self) -> None:
        """Lay the texts out, but not for a width that nobody sees."""
        if self.isVisible():
            self.fit()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._texts.forget()
        self.setPalette(self._theme.palette())
        tokens = self._theme.tokens
        self.setStyleSheet(
            f"QTableCornerButton::section {{ background: {tokens.background}; border: none; }}"
            f"QAbstractScrollArea::corner {{ background: {tokens.surface}; border: none; }}"
        )
        # Below the rows the viewport's own palette is seen, which a style sheet keeps from following.
        self.viewport().setPalette(self._theme.palette())
        self._fit_if_shown()
        self.viewport().update()
