"""The Markdown that pages and notes are written in, as blocks of styled spans.

It is only the part of CommonMark and GFM that the content needs: paragraphs, ``##`` headings, flat lists, tables,
fenced messages, ``**strong**``, ``code`` and links. Apart from tables and fences, each line is a block. Everything else
is plain text, HTML included. The types are named tuples, because every command that prints a page has to create these
classes, and data classes take longer to create.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statusref.domain.links import Link, parse_link

_INLINE = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*|\[([^\[\]]+)\]\(([^()\s]+)\)")
"""The label of a link cannot contain brackets: otherwise a memo of n opening brackets would take n² steps."""
_LIST_ITEM = re.compile(r"(?:-|(\d+)\.) +(.*)")
# Texts, which ``re`` compiles at the first use: few pages have a table, and compiling takes time at every start.
_TABLE_RULE = r"\|?[ :|-]*-[ :|-]*"
_CELL_BORDER = r"(?<!\\)\|"


class Span(NamedTuple):
    """A run of text in one style. ``link`` is where it leads, or None."""

    text: str
    strong: bool = False
    code: bool = False
    link: Link | None = None


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading inside a note."""

    spans: Spans


class Paragraph(NamedTuple):
    """One paragraph. A ``quiet`` one is less important and shown less strongly; Markdown cannot make one."""

    spans: Spans
    quiet: bool = False


class ListItem(NamedTuple):
    """One item of a list; ``number`` is None under a bullet. ``quiet`` as in a paragraph."""

    spans: Spans
    number: int | None = None
    quiet: bool = False


class Table(NamedTuple):
    """A table; the first row is its header. Every row has as many cells as the header."""

    rows: tuple[tuple[Spans, ...], ...]


class Message(NamedTuple):
    """A fenced block: one HTTP message, or other text that keeps its line breaks."""

    text: str


Block = Heading | Paragraph | ListItem | Table | Message


def parse_blocks(text: str) -> Iterator[Block]:
    """Parse Markdown. Never raises: a line that is not understood becomes a paragraph."""
    lines = iter(text.split("\n"))
    table: list[str] = []
    for line in lines:
        stripped = line.strip()
        if stripped.startswith("|"):
            table.append(stripped)
            continue
        if table:
            yield _table(table)
            table = []
        if line.startswith("```"):
            yield Message("\n".join(_until_fence(lines)).rstrip("\n"))
        elif line.startswith("## "):
            yield Heading(parse_spans(line[3:].strip()))
        elif match := _LIST_ITEM.fullmatch(stripped):
            yield ListItem(parse_spans(match[2]), int(match[1]) if match[1] else None)
        elif stripped:
            yield Paragraph(parse_spans(stripped))
    if table:
        yield _table(table)


def parse_spans(text: str) -> Spans:
    """Parse one line of text into its spans."""
    return tuple(_spans(text, strong=False))


def plain_text(text: str) -> str:
    """Return Markdown without its markup, for searching and for screen readers."""
    return "\n".join(_plain(block) for block in parse_blocks(text))


def _until_fence(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("```"):
            return
        yield line


def _table(lines: list[str]) -> Table:
    rows = [_cells(line) for position, line in enumerate(lines) if position != 1 or not re.fullmatch(_TABLE_RULE, line)]
    width = len(rows[0])
    return Table(tuple((*row, *[()] * width)[:width] for row in rows))


def _cells(line: str) -> tuple[Spans, ...]:
    inner = line.removeprefix("|").removesuffix("|")
    return tuple(parse_spans(cell.strip().replace("\\|", "|")) for cell in re.split(_CELL_BORDER, inner))


def _spans(text: str, *, strong: bool) -> Iterator[Span]:
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            yield Span(text[end : match.start()], strong)
        code, bold, label, target = match.groups()
        if code is not None:
            yield Span(code, strong, code=True)
        elif bold is not None:
            yield from _spans(bold, strong=True)
        else:
            yield from (
                Span(span.text, strong or span.strong, span.code, parse_link(target))
                for span in _spans(label, strong=strong)
            )
        end = match.end()
    if end < len(text):
        yield Span(text[end:], strong)


def _plain(block: Block) -> str:
    match block:
        case Message(text):
            return text
        case Table(rows):
            return "\n".join(" ".join(_joined(cell) for cell in row) for row in rows)
        case Heading(spans) | Paragraph(spans) | ListItem(spans):
            return _joined(spans)


def _joined(spans: Spans) -> str:
    return "".join(span.text for span in spans)
