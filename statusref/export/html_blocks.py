"""The blocks of a page as HTML. Everything that is not markup is escaped.

End tags that HTML lets one leave out (of paragraphs, items, cells, rows) are left out: they are a twentieth of a file
that people send to each other.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

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
    Head,
    LinkItem,
    Part,
)
from statusref.domain.markdown import Heading, ListItem, Paragraph, Span, Spans, Table
from statusref.domain.status import StatusClass
from statusref.export.anchors import AddressOf

_PLAIN = re.compile(r"[\w#:./-]*[\w#-]", re.ASCII)


class HtmlWriter:
    """Writes what stands below the heading of a page, whose own headings are ``h<level>``.

    ``address`` says where links lead.
    """

    def __init__(self, address: AddressOf, level: int) -> None:
        self._address = address
        self._level = level

    def description(self, page: Description) -> Iterator[str]:
        """Yield a page without its heading. Raises ResourceError."""
        yield from self.head(page.head)
        for part in page.parts():
            yield from self.part(part)

    def head(self, head: Head) -> Iterator[str]:
        """Yield the chips and the summary of a page."""
        if head.chips:
            yield f"<p class=chips>{' '.join(map(_chip, head.chips))}"
        if head.summary:
            yield f"<p>{self.spans(head.summary)}"

    def part(self, part: Part) -> Iterator[str]:
        """Yield a part below its label."""
        if part.label:
            yield self.heading(escape(part.label, quote=False))
        yield from self.blocks(part.blocks)

    def heading(self, text: str) -> str:
        """Return a heading on the page; ``text`` is HTML."""
        return f"<h{self._level}>{text}</h{self._level}>"

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield blocks; items that follow each other become one list."""
        around = ""
        for block in blocks:
            kind = _list_of(block)
            if kind != around:
                yield from (f"</{around}>",) if around else ()
                yield from (f"<{kind}>",) if kind else ()
                around = kind
            yield from self._block(block)
        yield from (f"</{around}>",) if around else ()

    def spans(self, spans: Spans) -> str:
        """Return a run of text."""
        return "".join(map(self._span, spans))

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(spans):
                yield self.heading(self.spans(spans))
            case Paragraph(spans, quiet):
                yield f"<p{_quiet(quiet)}>{self.spans(spans)}"
            case ListItem(spans, number, quiet):
                value = "" if number is None else f" value={number}"
                yield f"<li{value}{_quiet(quiet)}>{self.spans(spans)}"
            case LinkItem(text, link, remark):
                more = f" <small>{escape(remark, quote=False)}</small>" if remark else ""
                yield f"<li>{self._span(Span(text, link=link))}{more}"
            case Table(rows):
                yield from self._table(rows)
            case Exchange(messages):
                yield from (f"<pre>{escape(message, quote=False)}</pre>" for message in messages)
            case Facts(facts):
                yield f"<dl>{''.join(map(_fact, facts))}</dl>"
            case CodeLines(lines):
                yield f"<ul>{''.join(map(_code_line, lines))}</ul>"
            case Caution(blocks, tone):
                yield f'<div class="caution {tone_class(tone)}">'
                yield from self.blocks(blocks)
                yield "</div>"
            case _:
                assert_never(block)

    def _table(self, rows: Iterable[Iterable[Spans]]) -> Iterator[str]:
        # The box scrolls sideways where the page is too narrow; only what takes the focus scrolls by keyboard.
        yield "<div class=wide tabindex=0><table>"
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            yield f"<tr>{''.join(f'<{tag}>{self.spans(cell)}' for cell in row)}"
        yield "</table></div>"

    def _span(self, span: Span) -> str:
        text = escape(span.text, quote=False)
        if span.code:
            text = f"<code>{text}</code>"
        if span.strong:
            text = f"<b>{text}</b>"
        address = self._address(span.link) if span.link is not None else ""
        return f"<a href={attribute(address)}>{text}</a>" if address else text


def attribute(value: str) -> str:
    """Return the value of an attribute, in quotes only where HTML needs them: half of all links need none."""
    return value if _PLAIN.fullmatch(value) else f'"{escape(value)}"'


def tone_class(tone: StatusClass | None) -> str:
    """Return the class that gives an element the colour of a status class, or of unofficial codes."""
    return f"c{tone.value[0]}" if tone else "c0"


def _list_of(block: Block) -> str:
    match block:
        case ListItem(number=None) | LinkItem():
            return "ul"
        case ListItem():
            return "ol"
        case _:
            return ""


def _quiet(quiet: bool) -> str:
    return " class=quiet" if quiet else ""


def _chip(chip: Chip) -> str:
    return f"<i{' class=toned' if chip.toned else ''}>{escape(chip.text, quote=False)}</i>"


def _fact(fact: Fact) -> str:
    value = _chip(fact.value) if isinstance(fact.value, Chip) else escape(fact.value, quote=False)
    return f"<dt>{escape(fact.label, quote=False)}<dd>{value}"


def _code_line(line: CodeLine) -> str:
    remark = f" <small>{escape(line.remark, quote=False)}</small>" if line.remark else ""
    return f"<li>{escape(line.language, quote=False)} <code>{escape(line.code, quote=False)}</code>{remark}"
