"""Paints the rows of the list: number in class colour, phrase, Korean meaning, and marks behind what matched."""

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.status import Entry
from statusref.models.code_list_model import CodeListModel
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from statusref.search.results import Choice, ForeignAnswer, Found, Memo
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill, paint_ring
from statusref.theme.theme import Theme
from statusref.views.result_list import ResultList
from statusref.views.row_layout import Piece, RowFace, RowLayouts
from statusref.views.row_pictures import RowPictures
from statusref.views.row_words import RowWords, Spans, Why
from statusref.views.tones import tone_of_found


class RowDelegate(QStyledItemDelegate):
    """Paints each row without a widget of its own, and places everything on whole pixels."""

    def __init__(self, theme: Theme, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._layouts = RowLayouts(theme, self)
        self._pictures = RowPictures(theme, self)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(56))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Not by ``data``: for each row, Qt would go from Python to C++ and back.
        item = cast("CodeListModel", index.model()).item(index.row())
        rect: QRect = option.rect
        # Ask the list, not ``option.state``: for that PySide makes all of QStyle's enums, 5 % of the start-up time.
        shown_in = cast("ResultList", option.widget)
        selected = index.row() == shown_in.currentIndex().row()
        hovered = index.row() == shown_in.hovered_row
        background = "selection" if selected else "hover" if hovered else "surface"
        match item:
            case Row():
                self._paint_row(painter, rect, item, background, shown_in.devicePixelRatioF())
            case More():
                fill(painter, rect, self._theme.color(background))
                painter.setFont(self._theme.font(TextStyle.ROW_KOREAN))
                painter.setPen(self._theme.color("accent"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words.more(item.count))
        if selected and shown_in.hasFocus():
            paint_ring(painter, rect, self._theme.color("accent"))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a row that has no room for it."""
        item = index.data(Role.ITEM) if event.type() == QEvent.Type.ToolTip else None
        tip = self._tip(item, option.rect.size()) if isinstance(item, Row) else ""
        QToolTip.showText(event.globalPos(), tip, view, option.rect)
        return True

    def _tip(self, row: Row, size: QSize) -> str:
        face = self._face(row, self._words.why(row.marks))
        if not self._layouts.layout(face, size).is_cut:
            return ""
        upper, vendor, lower = face.lines
        lines = [f"{face.number} {upper}" if face.icon is None else upper, vendor, lower]
        if face.why is not None:
            lines.append(f"{face.why[1]}: {face.why[2]}")
        return "\n".join(filter(None, lines))

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, background: str, ratio: float) -> None:
        spans = {mark.field: mark.spans for mark in reversed(row.marks)}
        why = self._words.why(row.marks)
        if why is not None:
            spans[why.field] = why.spans
        face, layout, spans = self._layouts.layout_with(self._face(row, why), spans, rect.size())
        is_found = row.match is not None
        self._pictures.paint(painter, rect, face, layout, background, ratio, is_found=is_found)
        for piece in layout.pieces:
            if piece.field in spans:
                self._paint_marks(painter, rect.topLeft(), piece, spans[piece.field])

    def _face(self, row: Row, why: Why | None) -> RowFace:
        target = row.target
        number = target.number if isinstance(target, Entry) else target.id
        return RowFace(
            number,
            _icon_of(target),
            tone_of_found(target),
            self._words.lines(target),
            row.count,
            None if why is None else (why.field, why.name, why.text),
        )

    def _paint_marks(self, painter: QPainter, corner: QPoint, piece: Piece, spans: Spans) -> None:
        """Paint what matched over the text, in the strongest text colour: it has enough contrast on the mark."""
        line, left, top = piece.line, corner.x() + piece.left, corner.y() + piece.top
        painter.setFont(line.font)
        for start, end in spans:
            if line.has(start):
                edge = line.edge(start)
                place = QRect(left + edge - 1, top - 1, line.edge(end) - edge + 2, line.height + 2)
                fill(painter, place, self._theme.color("mark"))
                painter.setPen(self._theme.color("text1"))
                painter.setClipRect(place)
                painter.drawStaticText(left, top, line.static)
                painter.setClipping(False)


def _icon_of(found: Found) -> str | None:
    """Return the icon that stands where a code has its number; None for a code."""
    match found:
        case Note():
            return "notes"
        case Neighbour():
            return "neighbour"
        case Choice():
            return "choose"
        case Memo():
            return "memo"
        case Message() | ForeignAnswer():
            return "message"
        case _:
            return None
