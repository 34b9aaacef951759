"""The blocks of a page as lines of text for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from statusref.domain.columns import columns, wrapped
from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
    Exchange,
    Fact,
    Facts,
    LinkItem,
)
from statusref.domain.links import LinkKind
from statusref.domain.markdown import Heading, ListItem, Paragraph, Spans, Table

_FOLLOWED = (LinkKind.CODE, LinkKind.NOTE, LinkKind.WEB)
"""The kinds of links whose target is shown: it can be typed on the command line or opened in a browser."""


def plain_lines(blocks: Iterable[Block], width: int | None) -> Iterator[str]:
    """Yield the lines of ``blocks``, wrapped at ``width`` columns (None: not at all); messages stay as they are."""
    for block in blocks:
        yield from _lines(block, width)


def _lines(block: Block, width: int | None) -> Iterator[str]:
    match block:
        case Exchange(messages):
            yield from _messages(messages)
        case Table(rows):
            yield from _hanging((" | ".join(map(plain, row)) for row in rows), width)
        case ListItem(spans, number):
            marker = f"{number}. " if number is not None else "- "
            yield from wrapped(marker + plain(spans), width, len(marker))
        case Facts(facts):
            yield from _facts(facts, width)
        case LinkItem():
            yield from _hanging([f"- {_link_text(block)}"], width)
        case CodeLines(lines):
            yield from _hanging(map(_code_text, lines), width)
        case Caution(blocks):
            yield from plain_lines(blocks, width)
        case Heading(spans):
            yield from ("", *wrapped(plain(spans), width))
        case Paragraph(spans):
            yield from wrapped(plain(spans), width)
        case _:
            assert_never(block)


def _messages(messages: Iterable[str]) -> Iterator[str]:
    for message in messages:
        yield from (f"    {line}".rstrip() for line in message.split("\n"))
        yield ""


def _facts(facts: Sequence[Fact], width: int | None) -> Iterator[str]:
    """Yield facts in a column of their own beside their labels."""
    edge = max(columns(fact.label) for fact in facts) + 2
    for label, value in facts:
        text = value.text if isinstance(value, Chip) else value
        yield from wrapped(f"{label}{' ' * (edge - columns(label))}{text}", width, edge)


def _hanging(lines: Iterable[str], width: int | None) -> Iterator[str]:
    for line in lines:
        yield from wrapped(line, width, 2)


def plain(spans: Spans) -> str:
    """Return spans as one line without markup; a link to a web page keeps its address behind it."""
    return "".join(
        f"{span.text} ({span.link})" if span.link is not None and span.link.kind is LinkKind.WEB else span.text
        for span in spans
    )


def _link_text(item: LinkItem) -> str:
    """Return the words of a link, its target in parentheses unless the words begin with it, and the remark."""
    kind, target = item.link
    shown = f" ({target})" if kind in _FOLLOWED and not item.text.startswith(target) else ""
    remark = f": {item.remark}" if item.remark else ""
    return f"{item.text}{shown}{remark}"


def _code_text(line: CodeLine) -> str:
    remark = f" ({line.remark})" if line.remark else ""
    return f"{line.language}: {line.code}{remark}"
