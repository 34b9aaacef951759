"""Paints the rows of the list of notes: title, the codes that it compares, and its first sentence."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from statusref.domain.description.note import first_sentence
from statusref.domain.library import Library
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.models.roles import Role
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import paint_ring
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.localizer import Localizer
from statusref.views.result_list import ResultList
from statusref.views.row_ground import paint_ground
from statusref.views.tones import tone_of
from statusref.widgets.unbroken import unbroken

_LINES = 3
"""How many lines title and sentence have together. A title on two lines leaves one for the sentence."""
_TITLE = 2


class NoteDelegate(QStyledItemDelegate):
    """All rows are of the same height. What has no room ends in an ellipsis, or in how many more codes there are."""

    def __init__(self, theme: Theme, localizer: Localizer, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._sentences: dict[tuple[str, Language], str] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = _LINES * self._line(TextStyle.ROW_PHRASE) + self._line(TextStyle.CHIP_STRONG)
        return QSize(self._theme.px(240), lines + self._theme.px(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        px, tokens = self._theme.px, self._theme.tokens
        shown_in = cast("ResultList", option.widget)
        selected = paint_ground(painter, rect, index.row(), shown_in, self._theme)
        note: Note = index.data(Role.ITEM)
        place = rect.adjusted(px(17), px(11), -px(14), -px(8))
        title = self._broken(self._localizer.of(note.title), TextStyle.ROW_PHRASE, place.width(), _TITLE)
        self._write(painter, place, title, TextStyle.ROW_PHRASE, "text1")
        place.setTop(place.top() + len(title) * self._line(TextStyle.ROW_PHRASE) + px(3))
        self._paint_codes(painter, place, note)
        place.setTop(place.top() + self._line(TextStyle.CHIP_STRONG) + px(3))
        sentence = self._broken(self._sentence(note), TextStyle.ROW_KOREAN, place.width(), _LINES - len(title))
        self._write(painter, place, sentence, TextStyle.ROW_KOREAN, "text2")
        if selected and shown_in.hasFocus():
            paint_ring(painter, rect, color(tokens.accent))

    def _line(self, style: TextStyle) -> int:
        return self._theme.metrics(style).height()

    def _sentence(self, note: Note) -> str:
        key = note.slug, self._localizer.language
        if key not in self._sentences:
            self._sentences[key] = first_sentence(self._library, note, key[1])
        return self._sentences[key]

    def _write(self, painter: QPainter, place: QRect, lines: Iterable[str], style: TextStyle, token: str) -> None:
        metrics = self._theme.metrics(style)
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.color(token))
        for number, line in enumerate(lines):
            painter.drawText(QPoint(place.left(), place.top() + number * metrics.height() + metrics.ascent()), line)

    def _broken(self, text: str, style: TextStyle, width: int, most: int) -> list[str]:
        """Return ``text`` in at most ``most`` lines no wider than ``width``; the last may end in an ellipsis."""
        text = unbroken(text)
        layout = QTextLayout(text, self._theme.font(style))
        layout.beginLayout()
        lines: list[str] = []
        start = 0
        while len(lines) < most - 1 and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart() + line.textLength()
            lines.append(text[line.textStart() : start].rstrip())
        layout.endLayout()
        if rest := text[start:]:
            lines.append(self._theme.metrics(style).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        return lines

    def _paint_codes(self, painter: QPainter, place: QRect, note: Note) -> None:
        metrics = self._theme.metrics(TextStyle.CHIP_STRONG)
        gap, base = self._theme.px(8), place.top() + metrics.ascent()
        painter.setFont(self._theme.font(TextStyle.CHIP_STRONG))
        entries = [entry for code in note.codes if (entry := self._library.catalogue.get(code)) is not None]
        left = place.left()
        for position, entry in enumerate(entries):
            more = f"+{len(entries) - position}"
            is_last = position == len(entries) - 1
            end = left + metrics.horizontalAdvance(entry.number)
            has_room = end + (0 if is_last else gap + metrics.horizontalAdvance(more)) <= place.right()
            tone = tone_of(entry) if has_room else Tone.UNOFFICIAL
            painter.setPen(color(self._theme.tokens.tone(tone)))
            painter.drawText(left, base, entry.number if has_room else more)
            if not has_room:
                return
            left = end + gap
