"""The blocks of a page as GitHub-flavoured Markdown."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

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
    Part,
)
from statusref.domain.markdown import Heading, ListItem, Paragraph, Span, Spans, Table
from statusref.export.anchors import AddressOf

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
_BLOCK_START = re.compile(r"(?:[-+#=]|\d+[.)])")
"""What would begin a heading, a list or a rule at the start of a line. What else could is escaped everywhere."""
_BAR = re.compile(r"(?<!\\)\|")
_TICKS = re.compile("`+")


class MarkdownWriter:
    """Writes parts of a page below a heading of ``level``. ``address`` says where links lead."""

    def __init__(self, address: AddressOf, level: int) -> None:
        self._address = address
        self._inner = f"{'#' * (level + 1)} "

    def parts(self, parts: Iterable[Part]) -> Iterator[str]:
        """Yield the paragraphs of parts, each of one or several lines. Between two belongs an empty line."""
        for part in parts:
            if part.label:
                yield self._inner + escaped(part.label)
            yield from self.blocks(part.blocks)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the paragraphs of ``blocks``; the items of one list are one paragraph."""
        items: list[str] = []
        for block in blocks:
            if item := self._item(block):
                items.append(item)
                continue
            if items:
                yield "\n".join(items)
                items = []
            yield from self._paragraphs(block)
        if items:
            yield "\n".join(items)

    def spans(self, spans: Spans) -> str:
        """Return a line of text."""
        runs = [(strong, "".join(map(self._span, run))) for strong, run in groupby(spans, lambda span: span.strong)]
        around = ["", *(text for _, text in runs), ""]
        return "".join(
            _strong(text, around[place][-1:], around[place + 2][:1]) if strong and text.strip() else text
            for place, (strong, text) in enumerate(runs)
        )

    def _item(self, block: Block) -> str:
        match block:
            case ListItem(spans, number):
                return f"{'-' if number is None else f'{number}.'} {_at_start(self.spans(spans))}"
            case LinkItem(text, link, remark):
                more = f": {escaped(remark)}" if remark else ""
                return f"- {self._span(Span(text, link=link))}{more}"
            case _:
                return ""

    def _paragraphs(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(spans):
                yield self._inner + self.spans(spans)
            case Paragraph(spans):
                yield _at_start(self.spans(spans))
            case Table(rows):
                yield "\n".join(self._table(rows))
            case Exchange(messages):
                yield from map(_fenced, messages)
            case Facts(facts):
                yield "\n".join(map(_fact, facts))
            case CodeLines(lines):
                yield "\n".join(map(_code_line, lines))
            case Caution(blocks):
                inner = "\n\n".join(self.blocks(blocks))
                yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
            case ListItem() | LinkItem():
                pass  # in a list
            case _:
                assert_never(block)

    def _table(self, rows: Iterable[Iterable[Spans]]) -> Iterator[str]:
        for number, row in enumerate(rows):
            # GitHub ends a cell at every bar, in code, too, that has no backslash.
            cells = [_BAR.sub(r"\\|", self.spans(cell)) for cell in row]
            yield f"| {' | '.join(cells)} |"
            if number == 0:
                yield f"|{'---|' * len(cells)}"

    def _span(self, span: Span) -> str:
        text = _code(span.text) if span.code else escaped(span.text)
        address = self._address(span.link) if span.link is not None else ""
        return f"[{text}](<{address}>)" if address else text


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is, in a table, too."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _strong(text: str, before: str, after: str) -> str:
    """Return strong text between the characters ``before`` and ``after``.

    Stars count only where a letter does not stand next to punctuation that they would enclose (CommonMark, 6.2), which
    happens where a Korean particle follows: ``**(1)**은``. There the element is written.
    """
    opens = text[0].isalnum() or not before.isalnum()
    closes = text[-1].isalnum() or not after.isalnum()
    return f"**{text}**" if opens and closes else f"<strong>{text}</strong>"


def _at_start(text: str) -> str:
    return _BLOCK_START.sub(_escaped_end, text, count=1) if _BLOCK_START.match(text) else text


def _escaped_end(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\{match[0][-1]}"


def _code(text: str) -> str:
    ticks = "`" * (_longest(text) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _fenced(message: str) -> str:
    fence = "`" * max(3, _longest(message) + 1)
    return f"{fence}http\n{message}\n{fence}"


def _longest(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)


def _fact(fact: Fact) -> str:
    value = fact.value.text if isinstance(fact.value, Chip) else fact.value
    return f"- **{escaped(fact.label)}** {escaped(value)}"


def _code_line(line: CodeLine) -> str:
    remark = f" ({escaped(line.remark)})" if line.remark else ""
    return f"- {escaped(line.language)}: {_code(line.code)}{remark}"
