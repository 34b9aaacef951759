"""Dragging a row of a list to another place in it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from statusref.theme.theme import Theme
from statusref.views.result_list import ResultList

_EDGE = 24
"""Pixels at 100 %: this near to the upper or lower edge, the list scrolls."""
_SCROLL_MS = 30


class RowDragging(QObject):
    """``dropped`` carries the number of the row and that of the row whose place it takes.

    It is off until ``turn`` turns it on. A line shows where the row would come. Escape, or letting go outside of the
    list, leaves everything as it is.
    """

    dropped = Signal(int, int)

    def __init__(self, theme: Theme, rows: ResultList) -> None:
        super().__init__(rows)
        self._theme = theme
        self._rows = rows
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self._place = QPoint()
        self._is_on = False
        self._line = QWidget(rows.viewport())
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Window)  # else that of the list
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    def turn(self, *, on: bool) -> None:
        """Let rows be dragged or not."""
        if on == self._is_on:
            return
        self._is_on = on
        self._end()
        for watched in (self._rows.viewport(), self._rows):
            if on:
                watched.installEventFilter(self)
            else:
                watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is not self._rows:
            return self._on_mouse(event)
        if (
            self._gap is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            self._end()
            event.accept()
            return True
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                index = self._rows.indexAt(place)
                self._pressed = (index.row(), place) if index.isValid() else None
            case QEvent.Type.MouseMove if self._pressed is not None:
                far = (place - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
                if self._gap is not None or far:
                    self._drag_to(place)
                return True  # else the list would select every row that the pointer passes
            case QEvent.Type.MouseButtonRelease:
                self._drop(place)
            case _:
                pass
        return False

    def _drag_to(self, place: QPoint) -> None:
        self._place = place
        if self._gap is None:
            self._rows.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scrolling.start()
        last = self._rows.model().rowCount() - 1
        index = self._rows.indexAt(QPoint(1, min(max(place.y(), 0), self._rows.viewport().height() - 1)))
        row = index.row() if index.isValid() else last
        rect = self._rows.visualRect(self._rows.model().index(row, 0))
        below = place.y() > rect.center().y()
        self._gap = row + below
        palette = QPalette(self._line.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.color("accent"))
        self._line.setPalette(palette)
        edge = rect.bottom() if below else rect.top() - 1
        thick = self._theme.px(2)
        self._line.setGeometry(0, min(max(edge, 0), self._rows.viewport().height() - thick), rect.width(), thick)
        self._line.raise_()
        self._line.show()

    @Slot()
    def _scroll(self) -> None:
        place = self._place
        edge = self._theme.px(_EDGE)
        step = min(place.y() - edge, 0) + max(place.y() + edge - self._rows.viewport().height(), 0)
        if step:
            bar = self._rows.verticalScrollBar()
            bar.setValue(bar.value() + max(-edge, min(step, edge)))
            self._drag_to(place)

    def _drop(self, place: QPoint) -> None:
        pressed, gap = self._pressed, self._gap
        self._end()
        if pressed is None or gap is None or not self._rows.viewport().rect().contains(place):
            return
        row = pressed[0]
        other = gap - 1 if gap > row else gap
        if other != row:
            self.dropped.emit(row, other)

    def _end(self) -> None:
        self._pressed = None
        if self._gap is not None:
            self._gap = None
            self._scrolling.stop()
            self._line.hide()
            self._rows.viewport().unsetCursor()
