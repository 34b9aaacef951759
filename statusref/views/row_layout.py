"""Where the texts of a row stand: worked out when a row is first shown, not again with every key."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize, Slot
from PySide6.QtGui import QColor

from statusref.search.results import Field
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.line_cache import Line, LineCache
from statusref.views.row_words import RowLines, Spans, cut_before

_LIMIT = 500


_ENOUGH = 4
"""A match of more characters than this counts as seen when so many of them are."""
_LEADS = (6, 2, 0)
"""How many characters may stand before a match that is cut to; the first with which it is seen is taken."""
_WHY = 80
_MEANING = 60
"""Pixels at 100 % that what matched may take from the meaning before it, and those that are left to the meaning."""


class RowFace(NamedTuple):
    """All that a row shows, apart from its marks.

    A code has a number, what is none has an icon in its place. ``times`` is how often a log has the code. ``why`` is
    the field that matched where the row shows no match otherwise, its name and its text.
    """

    number: str
    icon: str | None
    tone: Tone
    lines: RowLines
    times: int | None
    why: tuple[Field, str, str] | None

    def text(self, field: Field) -> str:
        """Return the text in which a match in ``field`` is marked."""
        return {Field.PHRASE: self.lines.upper, Field.KOREAN: self.lines.lower}.get(field) or (self.why or ("",))[-1]

    def with_text(self, field: Field, text: str) -> "RowFace":
        """Return a face with another text there."""
        match field, self.why:
            case Field.PHRASE, _:
                return self._replace(lines=self.lines._replace(upper=text))
            case Field.KOREAN, _:
                return self._replace(lines=self.lines._replace(lower=text))
            case _, (why, name, _) if why is field:
                return self._replace(why=(why, name, text))
            case _:
                return self


class Piece(NamedTuple):
    """A line of text in a row, and its place from the row's left and top. What matched in ``field`` is marked in it."""

    line: Line
    left: int
    top: int
    pen: QColor
    field: Field | None


class RowLayout(NamedTuple):
    """The texts of a row, the place of its icon, and whether some of the text has no room."""

    pieces: tuple[Piece, ...]
    icon: QRect
    is_cut: bool

    def hidden(self, spans: Mapping[Field, Spans]) -> list[Field]:
        """Return the fields of which the first match does not fit into the row."""
        marked = [(piece.field, piece.line) for piece in self.pieces if piece.field is not None]
        return [field for field, line in marked if spans.get(field) and not _is_seen(line, *spans[field][0])]


class RowLayouts(QObject):
    """Keeps the layouts of many rows. Emptied when the theme changes, and when it holds too many."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = LineCache(theme, self)
        self._layouts: dict[tuple[RowFace, int, int], RowLayout] = {}
        theme.changed.connect(self._on_theme_changed)

    def layout(self, face: RowFace, size: QSize) -> RowLayout:
        """Return where everything stands in a row of this size."""
        key = (face, size.width(), size.height())
        layout = self._layouts.get(key)
        if layout is None:
            if len(self._layouts) >= _LIMIT:
                self._layouts.clear()
            layout = self._layouts[key] = self._lay_out(face, size)
        return layout

    def layout_with(
        self, face: RowFace, spans: dict[Field, Spans], size: QSize
    ) -> tuple[RowFace, RowLayout, dict[Field, Spans]]:
        """Return a layout in which each first match is seen: before one that would not be, the text is cut."""
        layout = self.layout(face, size)
        for lead in _LEADS:
            hidden = layout.hidden(spans)
            if not hidden:
                break
            for field in hidden:
                text, cut = cut_before(face.text(field), spans[field], lead)
                face, spans = face.with_text(field, text), {**spans, field: cut}
            layout = self.layout(face, size)
        return face, layout, spans

    @Slot()
    def _on_theme_changed(self) -> None:
        self._layouts.clear()

    def _lay_out(self, face: RowFace, size: QSize) -> RowLayout:
        px, theme, line = self._theme.px, self._theme, self._lines.line
        text1, text2, text3 = (theme.color(token) for token in ("text1", "text2", "text3"))
        pieces: list[Piece] = []

        def put(line: Line, left: int, band: tuple[int, int], pen: QColor, field: Field | None = None) -> int:
            """Place a line in the middle of a band, which has a top and a height, and return where it ends."""
            top, height = band
            pieces.append(Piece(line, left, top + (height - line.height) // 2, pen, field))
            return left + line.width

        row, upper, lower = (0, size.height()), (px(8), px(20)), (px(8) + px(20), px(20))
        right = size.width() - 1 - px(14)
        if face.times is not None:
            count = line(TextStyle.CHIP_STRONG, f"×{face.times:,}")
            right -= count.width
            put(count, right, row, text2)
            right -= px(10)
        left = px(17)
        side = px(20)
        icon = QRect(left + px(8), (size.height() - side) // 2, side, side)
        if face.icon is None:
            number = line(TextStyle.ROW_NUMBER, face.number, px(46))
            put(number, left, row, color(theme.tokens.tone(face.tone)), Field.CODE)
        left += px(54)
        phrase = line(TextStyle.ROW_PHRASE, face.lines.upper, right - left)
        end = put(phrase, left, upper, text1, Field.PHRASE)
        if face.lines.vendor:
            put(line(TextStyle.ROW_KOREAN, f" · {face.lines.vendor}", max(0, right - 1 - end)), end, upper, text2)
        has_room = True
        if face.why is None:
            put(line(TextStyle.ROW_KOREAN, face.lines.lower, right - left), left, lower, text2, Field.KOREAN)
        else:
            field, name, text = face.why
            label = line(TextStyle.ROW_KOREAN, f" · {name}: " if face.lines.lower else f"{name}: ")
            # What matched is why the row is here: a long meaning makes room for it.
            needed = label.width + min(self._lines.width(TextStyle.ROW_KOREAN, text), px(_WHY)) + 1
            korean = line(TextStyle.ROW_KOREAN, face.lines.lower, max(right - left - needed, px(_MEANING)))
            end = put(korean, left, lower, text2, Field.KOREAN)
            has_room = label.width < right - end
            if has_room:
                end = put(label, end, lower, text3)
                put(line(TextStyle.ROW_KOREAN, text, right - 1 - end), end, lower, text2, field)
        is_cut = not has_room or any(piece.line.is_cut for piece in pieces)
        return RowLayout(tuple(pieces), icon, is_cut)


def _is_seen(line: Line, start: int, end: int) -> bool:
    return min(end, start + _ENOUGH) <= line.shown
