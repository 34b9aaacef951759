"""Lines of text laid out once and painted many times: laying out Hangul takes longer than the rest of a row."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QStaticText

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme

_LIMIT = 2000
_ENOUGH = 1 << 20


class Line:
    """A laid-out line with its width in pixels and its font.

    ``is_cut`` says that it is the beginning of a longer text, of which ``shown`` characters are not swallowed.
    """

    __slots__ = ("_edges", "_metrics", "_text", "font", "height", "is_cut", "shown", "static", "width")

    def __init__(self, text: str, width: int, font: QFont, metrics: QFontMetrics, *, is_cut: bool) -> None:
        self._text = text
        self.is_cut = is_cut
        self._metrics = metrics
        self._edges: dict[int, int] = {}
        self.shown = len(text) - is_cut
        self.width = width
        self.height = metrics.height()
        self.font = font
        self.static = QStaticText(text)
        self.static.setTextFormat(Qt.TextFormat.PlainText)
        self.static.prepare(font=font)

    def has(self, place: int) -> bool:
        """Whether there is a character at ``place``: the ellipsis may have swallowed it."""
        return place < len(self._text)

    def edge(self, place: int) -> int:
        """Return how many pixels the characters before ``place`` take."""
        edge = self._edges.get(place)
        if edge is None:
            edge = self._edges[place] = self._metrics.horizontalAdvance(self._text[:place])
        return edge


class LineCache(QObject):
    """Emptied when fonts or text size change, and when it holds too many lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[tuple[TextStyle, str, int], Line] = {}
        theme.changed.connect(self._on_theme_changed)

    def line(self, style: TextStyle, text: str, room: int = _ENOUGH) -> Line:
        """Return ``text`` laid out in a style. Text that is wider than ``room`` pixels ends in an ellipsis.

        Markup in it is shown as it is written.
        """
        key = (style, text, room)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _LIMIT:
                self._lines.clear()
            metrics = self._theme.metrics(style)
            width = metrics.horizontalAdvance(text)
            is_cut = width > room
            if is_cut:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                width = metrics.horizontalAdvance(text)
            line = self._lines[key] = Line(text, width, self._theme.font(style), metrics, is_cut=is_cut)
        return line

    def width(self, style: TextStyle, text: str) -> int:
        """Return how many pixels ``text`` takes. Quicker than to lay it out, for text that has room only in part."""
        return self._theme.metrics(style).horizontalAdvance(text)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._lines.clear()
