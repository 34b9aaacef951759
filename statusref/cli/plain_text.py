"""Reduces the Markdown of the pages to text for a terminal."""

from collections.abc import Iterator
from typing import assert_never
from unicodedata import east_asian_width

from statusref.domain.links import LinkKind
from statusref.domain.markdown import Block, Heading, ListItem, Message, Paragraph, Spans, Table, parse_blocks


def plain_lines(markdown: str, width: int | None) -> list[str]:
    """Return the lines of a section, wrapped at ``width`` columns (None: not at all); examples stay as they are."""
    return [line for block in parse_blocks(markdown) for line in _lines(block, width)]


def _lines(block: Block, width: int | None) -> Iterator[str]:
    match block:
        case Message(text):
            yield from (f"    {line}".rstrip() for line in text.split("\n"))
            yield ""
        case Table(rows):
            yield from (" | ".join(_text(cell) for cell in row) for row in rows)
        case ListItem(spans, number):
            marker = f"{number}. " if number is not None else "- "
            yield from wrapped(marker + _text(spans), width, len(marker))
        case Heading(spans) | Paragraph(spans):
            yield from wrapped(_text(spans), width)
        case _:
            assert_never(block)


def _text(spans: Spans) -> str:
    """One line without its markup; a link to a web page keeps its address behind it."""
    return "".join(
        f"{span.text} ({span.link})" if span.link is not None and span.link.kind is LinkKind.WEB else span.text
        for span in spans
    )


def wrapped(text: str, width: int | None, indent: int = 0) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns, the later ones indented by ``indent``."""
    if width is None or columns(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        length = columns(word)
        if line.strip() and used + 1 + length > width:
            lines.append(line)
            line, used = " " * indent + word, indent + length
        elif line:
            line, used = f"{line} {word}", used + 1 + length
        else:
            line, used = word, length
    return [*lines, line]


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: two for a Hangul syllable."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
