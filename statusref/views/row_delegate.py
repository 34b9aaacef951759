"""Paints the rows of the list: number in class colour, phrase, Korean meaning, and marks behind what matched."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.status import Entry
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from statusref.search.results import Field, ForeignAnswer, Found, Mark
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.line_cache import LineCache
from statusref.views.result_list import ResultList
from statusref.views.row_words import RowWords
from statusref.views.tones import tone_of_found

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEAD = 12
"""A match may begin this many characters into a long text before the text is cut at the front."""
_ROOM = 80
"""No row is wide enough for more characters than this."""


class RowDelegate(QStyledItemDelegate):
    """Paints each row without a widget of its own, and places everything on whole pixels."""

    def __init__(self, theme: Theme, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._lines = LineCache(theme, self)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(56))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(Role.ITEM)
        rect: QRect = option.rect
        # Ask the list, not ``option.state``: for that PySide makes all of QStyle's enums, 5 % of the start-up time.
        shown_in = cast("ResultList", option.widget)
        selected = index.row() == shown_in.currentIndex().row()
        tokens = self._theme.tokens
        if selected:
            fill(painter, rect, color(tokens.selection))
        elif index.row() == shown_in.hovered_row:
            fill(painter, rect, color(tokens.hover))
        match item:
            case Row():
                self._paint_row(painter, rect, item, selected=selected)
            case More():
                painter.setFont(self._theme.font(TextStyle.ROW_KOREAN))
                painter.setPen(color(tokens.accent))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words.more(item.count))
        if selected and shown_in.hasFocus():
            painter.setPen(QPen(color(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, *, selected: bool) -> None:
        px = self._theme.px
        tone = color(self._theme.tokens.tone(tone_of_found(row.target)))
        if selected:
            fill(painter, QRect(rect.left(), rect.top(), px(3), rect.height()), tone)
        marks = {mark.field: mark for mark in reversed(row.marks)}
        right = rect.right() - px(14)
        if row.count is not None:
            right = self._paint_count(painter, rect, right, row.count)
        left = rect.left() + px(17)
        place = QRect(left, rect.top(), px(46), rect.height())
        icon = _icon_of(row.target)
        if icon is None:
            number = row.target.number if isinstance(row.target, Entry) else row.target.id
            painter.setPen(tone)
            self._line(painter, place, number, TextStyle.ROW_NUMBER, None, marks.get(Field.CODE))
        else:
            side = px(20)
            square = QRect(left + px(8), rect.top() + (rect.height() - side) // 2, side, side)
            self._theme.icon(icon, "text3").paint(painter, square)
        left += px(54)
        upper = QRect(left, rect.top() + px(8), right - left, px(20))
        lower = QRect(left, upper.bottom() + 1, right - left, px(20))
        words = self._words.lines(row.target)
        end = self._line(painter, upper, words.upper, TextStyle.ROW_PHRASE, "text1", marks.get(Field.PHRASE))
        if words.vendor:
            place = QRect(end, upper.top(), max(0, upper.right() - end), upper.height())
            self._line(painter, place, f" · {words.vendor}", TextStyle.ROW_KOREAN, "text2", None)
        end = self._line(painter, lower, words.lower, TextStyle.ROW_KOREAN, "text2", marks.get(Field.KOREAN))
        why = self._words.why(row.marks)
        if why is not None:
            self._paint_why(painter, lower, end, why)

    def _paint_why(self, painter: QPainter, lower: QRect, end: int, why: tuple[str, Mark]) -> None:
        """Paint what else matched behind the Korean meaning: ``· Former name: Payload Too Large``."""
        label, mark = why
        text = f" · {label}: "
        metrics = self._theme.metrics(TextStyle.ROW_KOREAN)
        place = QRect(end, lower.top(), lower.right() - end, lower.height())
        if place.width() < metrics.horizontalAdvance(text):
            return
        after = self._line(painter, place, text, TextStyle.ROW_KOREAN, "text3", None)
        rest = QRect(after, lower.top(), lower.right() - after, lower.height())
        around = _around(mark)
        self._line(painter, rest, around.text, TextStyle.ROW_KOREAN, "text2", around)

    def _paint_count(self, painter: QPainter, rect: QRect, right: int, count: int) -> int:
        text = f"×{count:,}"
        painter.setFont(self._theme.font(TextStyle.CHIP_STRONG))
        painter.setPen(self._theme.color("text2"))
        width = self._theme.metrics(TextStyle.CHIP_STRONG).horizontalAdvance(text)
        painter.drawText(QRect(right - width, rect.top(), width + 2, rect.height()), _LEFT, text)
        return right - width - self._theme.px(10)

    def _line(
        self, painter: QPainter, rect: QRect, text: str, style: TextStyle, pen: str | None, mark: Mark | None
    ) -> int:
        """Paint one line with its marks and return its right edge. Text that is too long ends in an ellipsis.

        ``pen`` is a colour token; None keeps the painter's pen.
        """
        metrics = self._theme.metrics(style)
        line = self._lines.line(style, text)
        if line.width > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            line = self._lines.line(style, text)
        painter.setFont(self._theme.font(style))
        if pen is not None:
            painter.setPen(self._theme.color(pen))
        top = rect.top() + (rect.height() - metrics.height()) // 2
        stretches = _stretches(metrics, text, mark.spans) if mark is not None else ()
        for left, right in stretches:
            place = QRect(rect.left() + left - 1, top - 1, right - left + 2, metrics.height() + 2)
            fill(painter, place, self._theme.color("mark"))
        painter.drawStaticText(rect.left(), top, line.static)
        if pen != "text1" and stretches:
            # Draw the marked text again in the strongest text colour, the one that has enough contrast on the mark.
            painter.setPen(self._theme.color("text1"))
            for left, right in stretches:
                painter.setClipRect(rect.left() + left, rect.top(), right - left, rect.height())
                painter.drawStaticText(rect.left(), top, line.static)
            painter.setClipping(False)
        return rect.left() + line.width


def _icon_of(found: Found) -> str | None:
    """Return the icon that stands where a code has its number; None for a code."""
    match found:
        case Note():
            return "notes"
        case Neighbour():
            return "neighbour"
        case Message() | ForeignAnswer():
            return "message"
        case _:
            return None


def _around(mark: Mark) -> Mark:
    """Cut a long text so that its first match stands near the start, and drop what no row has room for."""
    start = mark.spans[0][0] if mark.spans else 0
    cut = 0 if start <= _LEAD else start - _LEAD // 2
    if cut == 0 and len(mark.text) <= _ROOM:
        return mark
    dots = "…" if cut else ""
    shift = cut - len(dots)
    spans = tuple((left - shift, right - shift) for left, right in mark.spans if cut <= left < cut + _ROOM)
    return Mark(mark.field, dots + mark.text[cut : cut + _ROOM], spans)


def _stretches(metrics: QFontMetrics, text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Left and right edge of each marked span of ``text``, in pixels from its start."""
    advance = metrics.horizontalAdvance
    return [(advance(text[:start]), advance(text[:end])) for start, end in spans if start < len(text)]
