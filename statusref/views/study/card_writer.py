"""Writes a card into a document: numbers in their class colour, names, prompts, two codes side by side."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextLength

from statusref.domain.markdown import Span
from statusref.theme.fonts import TextStyle
from statusref.theme.tokens import Tone, color
from statusref.views.page_writer import PageWriter


class CardWriter(PageWriter):
    """Writes what only cards have, beside the blocks of pages."""

    def numbers(self, parts: Sequence[tuple[str, Tone]]) -> None:
        """Write large numbers on one line, each in its class colour."""
        self._start(self._formats.block(TextStyle.CODE_NUMBER, after=4))
        for position, (text, tone) in enumerate(parts):
            if position:
                self._cursor.insertText("  ", self._formats.char(TextStyle.CODE_NUMBER, "text3"))
            self._cursor.insertText(text, self._toned(TextStyle.CODE_NUMBER, tone))

    def name(self, text: str) -> None:
        """Write a name in large type."""
        self._paragraph((Span(text),), TextStyle.PHRASE, "text1", after=2)

    def second_name(self, text: str) -> None:
        """Write a second name, smaller, below the first."""
        self._paragraph((Span(text),), TextStyle.KOREAN, "text2", after=4)

    def kind(self, text: str) -> None:
        """Write what kind of card this is."""
        self._paragraph((Span(text),), TextStyle.LABEL, "text3", after=10)

    def prompt(self, text: str) -> None:
        """Write the question."""
        self.gap(8)
        self._paragraph((Span(text),), TextStyle.BODY, "text2", after=4)

    def rule(self) -> None:
        """Draw a thin line between question and answer."""
        shape = QTextBlockFormat()
        shape.setTopMargin(self._theme.px(20))
        shape.setBottomMargin(self._theme.px(20))
        shape.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth, _full())
        shape.setBackground(self._theme.color("line"))
        self._start(shape)

    def verdict(self, text: str, *, right: bool) -> None:
        """Write whether a typed or chosen answer was right."""
        self._paragraph((Span(text, strong=True),), TextStyle.BODY, "accent" if right else "text1", after=8)

    def code_line(self, number: str, tone: Tone, spans: Sequence[Span]) -> None:
        """Write a number in its class colour and words after it."""
        self._start(self._formats.block(TextStyle.HEADING, after=4))
        self._cursor.insertText(number, self._toned(TextStyle.ROW_NUMBER, tone))
        self._cursor.insertText("  ", self._formats.char(TextStyle.HEADING, "text1"))
        self._spans(spans, TextStyle.HEADING, "text1")

    def side_by_side(self, rows: Sequence[Sequence[tuple[Span, ...]]]) -> None:
        """Write rows of columns of equal width. The first row is the header."""
        count = len(rows[0])
        shape = self._formats.ruled_table(10, [100 / count] * count)
        self.gap(8)
        self._rows(rows, shape, head=True)

    def _toned(self, style: TextStyle, tone: Tone) -> QTextCharFormat:
        form = QTextCharFormat(self._formats.char(style, "text1"))
        form.setForeground(color(self._theme.tokens.tone(tone)))
        return form


def _full() -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, 100)
