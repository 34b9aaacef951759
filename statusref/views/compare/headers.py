"""The headers of a comparison: the titles of its columns, and the labels of its rows, which stay in sight."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from statusref.domain.comparison.parts import Compared
from statusref.domain.neighbours import Neighbour
from statusref.models.comparison_model import ComparisonModel, Fold
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.compare.cell_texts import ABOVE, SIDE, CellTexts
from statusref.views.tones import tone_of_found

_MARK = "≠"
"""Stands before the label of a row that differs."""
_LONGEST_NUMBER = 8
"""Longer ones, such as ERR_FAILED, are names."""


class _Header(QHeaderView):
    """Paints its sections itself. Qt's style would paint each as a button."""

    def __init__(
        self, theme: Theme, texts: CellTexts, model: ComparisonModel, orientation: Qt.Orientation, *, has_buttons: bool
    ) -> None:
        super().__init__(orientation)
        self.has_buttons = has_buttons
        self._theme = theme
        self._texts = texts
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        # Keep this reference: without it, viewport() makes PySide prepare the type of every widget.
        self._viewport = self.findChild(QWidget, "qt_scrollarea_viewport")
        theme.changed.connect(self._on_theme_changed)

    def place_of(self, section: int) -> QRect:
        """Return the rectangle of a section in the viewport."""
        start, size = self.sectionViewportPosition(section), self.sectionSize(section)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(start, 0, size, self.height())
        return QRect(0, start, self.width(), size)

    def sizeHint(self) -> QSize:
        # The table sets one side; Qt would ask the model for a dozen roles of each section.
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._theme.color("surface"))
        for section in range(self.count()):
            place = self.place_of(section)
            if place.intersects(event.rect()):
                fill(painter, place, self._theme.color("background"))
                self.paint(painter, section, place)
                fill(painter, QRect(place.x(), place.bottom(), place.width(), 1), self._theme.color("line"))
                fill(painter, QRect(place.right(), place.y(), 1, place.height()), self._theme.color("line"))

    def paint(self, painter: QPainter, section: int, place: QRect) -> None:
        """Paint what is inside the lines of a section."""
        raise NotImplementedError

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()


class ColumnHeader(_Header):
    """``opened`` and ``removed`` carry the number of a column."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, theme: Theme, texts: CellTexts, model: ComparisonModel, *, has_buttons: bool) -> None:
        super().__init__(theme, texts, model, Qt.Orientation.Horizontal, has_buttons=has_buttons)
        self._pressed = -1

    def wanted_height(self, width: int) -> int:
        """Return how high the titles are in columns of this width."""
        px = self._theme.px
        number = self._theme.metrics(TextStyle.ROW_NUMBER).height()
        names = (self._texts.text(_name(entry), TextStyle.CELL, width).height for entry in self._model.entries)
        return number + max(names, default=0) + px(2 * ABOVE + 2)

    def paint(self, painter: QPainter, section: int, place: QRect) -> None:
        entry = self._model.entries[section]
        px = self._theme.px
        corner = place.topLeft() + QPoint(px(SIDE), px(ABOVE))
        numbers = self._theme.metrics(TextStyle.ROW_NUMBER)
        painter.setFont(self._theme.font(TextStyle.ROW_NUMBER))
        painter.setPen(color(self._theme.tokens.tone(tone_of_found(entry))))
        painter.drawText(corner + QPoint(0, numbers.ascent()), _number(entry))
        painter.setPen(self._theme.color("text1"))
        name = self._texts.text(_name(entry), TextStyle.CELL, place.width())
        name.draw(painter, corner.x(), corner.y() + numbers.height() + px(2))
        if self.has_buttons:
            self._theme.icon("close").paint(painter, self._close_place(place).adjusted(px(6), px(6), -px(6), -px(6)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section, place = self.logicalIndexAt(event.position().toPoint()), event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and 0 <= section == self._pressed:
            closes = self._close_place(self.place_of(section)).contains(place)
            (self.removed if closes else self.opened).emit(section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = self.logicalIndexAt(event.position().toPoint()) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor)

    def _close_place(self, place: QRect) -> QRect:
        side = self._theme.px(28)
        return QRect(place.right() - side - self._theme.px(2), place.y() + self._theme.px(2), side, side)


class RowHeader(_Header):
    """``fold_pressed`` tells that the label of the rows that are the same was pressed."""

    fold_pressed = Signal()

    def __init__(self, theme: Theme, texts: CellTexts, model: ComparisonModel, *, has_buttons: bool) -> None:
        super().__init__(theme, texts, model, Qt.Orientation.Vertical, has_buttons=has_buttons)

    def wanted_height(self, section: int) -> int:
        """Return how high the label of a row is."""
        return self._texts.height(self._label(section), TextStyle.LABEL, self._room(section))

    def paint(self, painter: QPainter, section: int, place: QRect) -> None:
        px = self._theme.px
        row = self._model.row(section)
        painter.setPen(self._theme.color("text1" if self._model.is_marked(section) else "text2"))
        label = self._texts.text(self._label(section), TextStyle.LABEL, self._room(section))
        label.draw(painter, place.x() + px(SIDE), place.y() + px(ABOVE))
        if self.has_buttons and isinstance(row, Fold):
            icon = QRect(place.right() - px(28), place.y() + px(ABOVE), px(18), px(18))
            self._theme.icon("up" if row.is_open else "down").paint(painter, icon)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and isinstance(self._model.row(section), Fold):
            self.fold_pressed.emit()

    def _room(self, section: int) -> int:
        """Return the width for a label; that of the rows that are the same has its button beside it."""
        has_button = self.has_buttons and isinstance(self._model.row(section), Fold)
        return self.width() - (self._theme.px(24) if has_button else 0)

    def _label(self, section: int) -> str:
        label = self._model.row(section).label
        return f"{_MARK} {label}" if self._model.is_marked(section) else label


def _number(entry: Compared) -> str:
    """Return what stands large above a column."""
    if isinstance(entry, Neighbour):
        return entry.number if len(entry.number) <= _LONGEST_NUMBER else ""
    return entry.number


def _name(entry: Compared) -> str:
    return entry.name if isinstance(entry, Neighbour) else entry.phrase
