"""Writes a described page, or single blocks, into the document of a reader."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
    Description,
    Exchange,
    Fact,
    Facts,
    LinkItem,
    Part,
)
from statusref.domain.links import LinkKind, copy_link
from statusref.domain.markdown import Heading, ListItem, Paragraph, Span, Table
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.http_highlighting import Paint, PaintLine, paint_message
from statusref.views.page_formats import PageFormats
from statusref.views.tones import tone_of_class
from statusref.widgets.frames import KIND_PROPERTY, TONE_PROPERTY, FrameKind
from statusref.widgets.link_address import ADDRESS_PROPERTY
from statusref.widgets.text_chips import CHIP_PADDING, CHIP_PROPERTY
from statusref.widgets.unbroken import unbroken

_PAINTS = {Paint.START: "text1", Paint.NAME: "accent", Paint.PLAIN: "text1", Paint.QUIET: "text2"}

_NO_LINE = QTextBlockFormat()
_NO_LINE.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)


class PageWriter:
    """Fills one document from top to bottom. It writes plain text only: Qt never parses it as HTML."""

    def __init__(self, document: QTextDocument, theme: Theme, *, append: bool = False) -> None:
        """Empty the document, or go on at its end (``append``)."""
        self._theme = theme
        self._document = document
        if not append:
            document.clear()
            document.setDefaultFont(theme.font(TextStyle.BODY))
        self._cursor = QTextCursor(document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.beginEditBlock()
        self._fresh = not append
        self._gap = 0
        self._formats = PageFormats(theme)
        self._below_label = False
        self._above: QTextFrame | None = None

    def finish(self) -> None:
        """Lay out what was written. Nothing may be written afterwards, unless ``go_on`` is called."""
        self._cursor.endEditBlock()

    def go_on(self) -> None:
        """Write more, after ``finish``."""
        self._cursor.beginEditBlock()

    def page(self, page: Description) -> None:
        """Write a whole page, apart from what the header shows."""
        self.lead(page.head.summary)
        self.parts(page.parts())

    def parts(self, parts: Iterable[Part]) -> None:
        """Write parts of a page, each below its label."""
        for part in parts:
            if part.label:
                self.label(part.label)
            else:
                self.gap(10)
            self.blocks(part.blocks)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks of a described page."""
        for block in blocks:
            self._write(block)

    def _write(self, block: Block) -> None:
        match block:
            case Heading(spans):
                self.heading("".join(span.text for span in spans))
            case Paragraph(spans, quiet):
                self.body(spans, quiet=quiet)
            case ListItem(spans, number, quiet):
                self.item(spans, number, quiet=quiet)
            case Table(rows):
                self.table(rows)
            case Facts(facts, tone):
                self.facts(facts, tone_of_class(tone))
            case Exchange(messages):
                self.messages(messages)
            case Caution(blocks, tone):
                self.caution(blocks, tone_of_class(tone))
            case LinkItem():
                self.link_item(block)
            case CodeLines(lines, copy):
                self.code_lines(lines, copy)
            case _:
                assert_never(block)

    def gap(self, measure: int) -> None:
        """Leave at least so many pixels (at 100 %) free above what is written next."""
        self._gap = max(self._gap, measure)

    def label(self, text: str) -> None:
        """Write the label of a part."""
        self.gap(22)
        self._paragraph((Span(text),), TextStyle.LABEL, "text3", after=4)
        self._below_label = True

    def heading(self, text: str) -> None:
        """Write a heading inside a part."""
        self.gap(26)
        self._paragraph((Span(text),), TextStyle.HEADING, "text1", after=6)
        self._below_label = True

    def summary(self, text: str) -> None:
        """Write the sentence at the top of the page."""
        self.lead((Span(text),))

    def lead(self, spans: Sequence[Span]) -> None:
        """Write the sentence at the top where it has links or other styles."""
        self._paragraph(spans, TextStyle.SUMMARY, "text1", after=4)

    def body(self, spans: Sequence[Span], *, quiet: bool = False) -> None:
        """Write a paragraph."""
        self._paragraph(spans, TextStyle.BODY, "text2" if quiet else "text1", after=8)

    def small(self, spans: Sequence[Span]) -> None:
        """Write a paragraph in small type."""
        self._paragraph(spans, TextStyle.SMALL, "text2", after=3)

    def item(self, spans: Sequence[Span], number: int | None = None, *, quiet: bool = False) -> None:
        """Write an item of a list, in small type if it is ``quiet``."""
        style, token = (TextStyle.SMALL, "text2") if quiet else (TextStyle.BODY, "text1")
        self._start(self._formats.hanging(style, self._theme.px(20), after=5))
        self._cursor.insertText(f"{number}.\t" if number is not None else "•\t", self._formats.char(style, "text3"))
        self._spans(spans, style, token)

    def facts(self, facts: Sequence[Fact], tone: Tone) -> None:
        """Write facts behind their labels, which stand in a column of their own; toned chips are in ``tone``."""
        labels = self._theme.metrics(TextStyle.LABEL)
        indent = max(labels.horizontalAdvance(fact.label) for fact in facts) + self._theme.px(16)
        for label, value in facts:
            if isinstance(value, Chip):
                text, shown = value.text, tone if value.toned else Tone.UNOFFICIAL
                shape = self._formats.hanging(TextStyle.BODY, indent + self._theme.px(CHIP_PADDING), after=8)
                shape.setProperty(CHIP_PROPERTY, shown.value)
                form = QTextCharFormat(self._formats.char(TextStyle.CHIP_STRONG, "text1"))
                form.setForeground(color(self._theme.tokens.tone(shown)))
            else:
                text, shape = value, self._formats.hanging(TextStyle.BODY, indent, after=8)
                form = self._formats.char(TextStyle.BODY, "text1")
            self._start(shape)
            self._cursor.insertText(f"{label}\t", self._formats.char(TextStyle.LABEL, "text3"))
            self._cursor.insertText(text, form)

    def messages(self, messages: Sequence[str], paint_line: PaintLine = paint_message) -> None:
        """Write HTTP messages, or other listings, in one frame, with space between them."""
        frame = self._enter_frame(FrameKind.CODE)
        for position, message in enumerate(messages):
            for number, line in enumerate(message.split("\n")):
                shape = self._formats.block(TextStyle.CODE, after=0)
                if position and not number:
                    self.gap(14)
                self._start(shape)
                for text, paint in paint_line(line, number, message):
                    form = self._formats.char(TextStyle.CODE, _PAINTS[paint])
                    if paint is Paint.START:
                        form = QTextCharFormat(form)
                        form.setFontWeight(QFont.Weight.Bold)
                    self._cursor.insertText(unbroken(text, code=True), form)
        self._leave(frame)

    def caution(self, blocks: Iterable[Block], tone: Tone) -> None:
        """Write blocks on a tinted background with a bar at the left, in a class's colour."""
        frame = self._enter_frame(FrameKind.CAUTION, tone)
        self.blocks(blocks)
        self._leave(frame)

    def code_lines(self, lines: Iterable[CodeLine], copy: str) -> None:
        """Write names in code, a row for each, with a link at its end that copies it; ``copy`` is its text."""
        self.plain_rows(
            [
                (
                    (Span(line.language),),
                    (Span(line.code, code=True), *_remark(line.remark)),
                    (Span(copy, link=copy_link(line.code)),),
                )
                for line in lines
            ]
        )

    def link_item(self, item: LinkItem) -> None:
        """Write an item that leads elsewhere, in bold if it leads to a code."""
        link = Span(item.text, strong=item.link.kind is LinkKind.CODE, link=item.link)
        self.item((link, *_remark(item.remark)))

    def table(
        self, rows: Sequence[Sequence[Sequence[Span]]], *, padding: int = 6, widths: Sequence[float] = ()
    ) -> None:
        """Write a table. The first row is its header. ``widths`` are percentages; without, the text decides."""
        shape = self._formats.ruled_table(padding, widths)
        self._set_off(shape)
        self._rows(rows, shape, head=True)

    def plain_rows(self, rows: Sequence[Sequence[Sequence[Span]]], widths: Sequence[int] = ()) -> None:
        """Write rows without lines, the first column in grey. ``widths`` are percentages; without, the text decides."""
        shape = self._formats.plain_table(widths)
        shape.setTopMargin(self._theme.px(self._gap or 2))
        shape.setBottomMargin(self._theme.px(20))
        self._rows(rows, shape, head=False)

    def _rows(self, rows: Sequence[Sequence[Sequence[Span]]], shape: QTextTableFormat, *, head: bool) -> None:
        self._gap = 0
        table = self._cursor.insertTable(len(rows), len(rows[0]), shape)
        body = self._formats.cell(shape)
        if not head:
            # Without lines, the first column begins where the text above does.
            body.setLeftPadding(0)
            body.setRightPadding(self._theme.px(16))
        top = QTextTableCellFormat(body)
        top.setBackground(self._theme.color("code"))
        block = self._formats.block(TextStyle.CELL, after=0)
        for y, row in enumerate(rows):
            is_head = head and y == 0
            for x, cell in enumerate(row):
                place = table.cellAt(y, x)
                place.setFormat(top if is_head else body)
                self._cursor = place.firstCursorPosition()
                self._cursor.setBlockFormat(block)
                token = "text2" if is_head or (not head and x == 0) else "text1"
                self._spans(cell, TextStyle.LABEL if is_head else TextStyle.CELL, token)
        self._cursor = QTextCursor(self._document)
        self._go_below(table)

    def _set_off(self, shape: QTextFrameFormat) -> None:
        """Leave as much space below a frame as above it; a label above belongs to it and stands nearer."""
        near, space = 6, 16
        shape.setTopMargin(self._theme.px(near if self._below_label else max(self._gap, space)))
        shape.setBottomMargin(self._theme.px(space) - self._formats.spare(TextStyle.BODY))
        self._gap = 0
        self._below_label = False
        if self._above is not None:
            # Qt keeps an empty line between two frames.
            self._cursor.setBlockFormat(_NO_LINE)
            self._leave_below(0)

    def _leave_below(self, pixels: int) -> None:
        """Leave so much below the frame above: Qt gives the block that follows a frame no margin of its own."""
        if self._above is not None:
            shape = self._above.frameFormat()
            shape.setBottomMargin(pixels)
            self._above.setFrameFormat(shape)
            self._above = None

    def _paragraph(self, spans: Sequence[Span], style: TextStyle, token: str, after: int) -> None:
        self._start(self._formats.block(style, after))
        self._spans(spans, style, token)

    def _start(self, shape: QTextBlockFormat) -> None:
        """Begin a block. An empty document, frame or cell already has one to begin with."""
        self._below_label = False
        if self._gap:
            shape = QTextBlockFormat(shape)
            shape.setTopMargin(self._theme.px(self._gap))
            self._leave_below(self._theme.px(self._gap))
            self._gap = 0
        self._above = None
        if self._fresh:
            self._cursor.setBlockFormat(shape)
            self._fresh = False
        else:
            self._cursor.insertBlock(shape, QTextCharFormat())

    def _spans(self, spans: Sequence[Span], style: TextStyle, token: str) -> None:
        plain = self._formats.char(style, token)
        for span in spans:
            form = plain
            if span.code or span.strong or span.link:
                form = QTextCharFormat(plain)
                if span.code:
                    form.setFont(self._formats.code_font(style))
                if span.strong:
                    form.setFontWeight(QFont.Weight.DemiBold)
                if span.link:
                    form.setAnchor(True)
                    form.setAnchorHref(str(span.link))
                    if span.link.address:
                        form.setProperty(ADDRESS_PROPERTY, span.link.address)
                    form.setForeground(self._theme.color("accent"))
            self._cursor.insertText(unbroken(span.text, code=span.code), form)

    def _enter_frame(self, kind: FrameKind, tone: Tone = Tone.UNOFFICIAL) -> QTextCursor:
        shape = QTextFrameFormat()
        shape.setProperty(KIND_PROPERTY, int(kind))
        shape.setProperty(TONE_PROPERTY, tone.value)
        shape.setPadding(self._theme.px(14))
        self._set_off(shape)
        frame = self._cursor.insertFrame(shape)
        outside = self._cursor
        self._cursor = frame.firstCursorPosition()
        self._fresh = True
        return outside

    def _leave(self, outside: QTextCursor) -> None:
        frame = self._cursor.currentFrame()
        self._cursor = outside
        self._go_below(frame)

    def _go_below(self, frame: QTextFrame) -> None:
        self._cursor.setPosition(frame.lastPosition() + 1)
        self._fresh = True
        self._above = frame


def _remark(text: str) -> tuple[Span, ...]:
    return (Span(f"  {text}"),) if text else ()
