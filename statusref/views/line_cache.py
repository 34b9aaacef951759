"""Lines of text laid out once and painted many times: laying out Hangul takes longer than the rest of a row."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QStaticText

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme

_LIMIT = 2000


class Line(NamedTuple):
    """A laid-out line and its width in pixels."""

    static: QStaticText
    width: int


class LineCache(QObject):
    """Emptied when fonts or text size change, and when it holds too many lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[tuple[TextStyle, str], Line] = {}
        theme.changed.connect(self._on_theme_changed)

    def line(self, style: TextStyle, text: str) -> Line:
        """Return ``text`` laid out in a style. Markup in it is shown as it is written."""
        key = (style, text)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _LIMIT:
                self._lines.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self._theme.font(style))
            line = self._lines[key] = Line(static, self._theme.metrics(style).horizontalAdvance(text))
        return line

    @Slot()
    def _on_theme_changed(self) -> None:
        self._lines.clear()
