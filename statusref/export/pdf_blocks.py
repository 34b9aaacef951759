"""The blocks of a page as plain data, which the templates in ``resources/export`` set in type.

Text stays text: nothing in it can be taken for Typst's markup. A span that is plain is a string.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, assert_never

from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
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

_UNPRINTABLE = re.compile(
    r"[^\n\t -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, surrogates, byte order marks and what is no character: a PDF must not contain them."""

_LONG_WORD = re.compile(r"[!-~\xa1-\u0fff]{60}(?=[!-~\xa1-\u0fff])")
"""So long a run of letters and signs may have no place where a line can end."""

Data = dict[str, Any]


class BlockData:
    """Makes the data of blocks. ``address`` says where links lead."""

    def __init__(self, address: AddressOf) -> None:
        self._address = address

    def part(self, part: Part) -> Data:
        """Return a part; its label is empty where it goes on without one."""
        return {"label": printable(part.label), "blocks": list(self.blocks(part.blocks))}

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Data]:
        """Yield blocks, each with its kind as ``is``; items that follow each other become one list."""
        for is_list, held in groupby(blocks, lambda block: isinstance(block, ListItem | LinkItem)):
            if is_list:
                yield {"is": "list", "items": [item for block in held for item in self._item(block)]}
            else:
                yield from (made for block in held for made in self._block(block))

    def spans(self, spans: Spans) -> list[str | Data]:
        """Return a run of text."""
        return [self._span(span) for span in spans]

    def _item(self, block: Block) -> Iterator[Data]:
        match block:
            case ListItem(spans, number, quiet):
                yield {"number": number, "spans": self.spans(spans), "quiet": quiet}
            case LinkItem(text, link, remark):
                yield {"number": None, "spans": [self._span(Span(text, link=link))], "remark": printable(remark)}

    def _block(self, block: Block) -> Iterator[Data]:
        match block:
            case Heading(spans):
                yield {"is": "heading", "spans": self.spans(spans)}
            case Paragraph(spans, quiet):
                yield {"is": "paragraph", "spans": self.spans(spans), "quiet": quiet}
            case Table(rows):
                yield {"is": "table", "rows": [[self.spans(cell) for cell in row] for row in rows]}
            case Exchange(messages):
                yield {"is": "messages", "messages": [printable(message) for message in messages]}
            case Facts(facts, tone):
                yield {"is": "facts", "facts": [_fact(fact) for fact in facts], "tone": tone_name(tone)}
            case CodeLines(lines):
                yield {"is": "code-lines", "lines": [_code_line(line) for line in lines]}
            case Caution(blocks, tone):
                yield {"is": "caution", "blocks": list(self.blocks(blocks)), "tone": tone_name(tone)}
            case ListItem() | LinkItem():
                pass  # in a list
            case _:
                assert_never(block)

    def _span(self, span: Span) -> str | Data:
        text = printable(span.text)
        address = self._address(span.link) if span.link is not None else ""
        if not (span.strong or span.code or address):
            return text
        return {"text": text, "strong": span.strong, "code": span.code, "to": address}


def head_data(head: Head, data: BlockData) -> Data:
    """Return what stands below the heading of a page: chips and summary."""
    chips = [{"text": printable(chip.text), "toned": chip.toned} for chip in head.chips]
    return {"chips": chips, "summary": data.spans(head.summary)}


def tone_name(tone: StatusClass | None) -> str:
    """Return the name that a status class, or the unofficial codes, have in the templates."""
    return tone.value if tone else "unofficial"


def printable(text: str) -> str:
    """Return text without what a PDF must not contain, so that no word runs over the edge of the paper."""
    if len(text) <= 60 and text.isprintable():
        return text  # most are like this
    return _LONG_WORD.sub("\\g<0>\u200b", _UNPRINTABLE.sub("", text))


def _fact(fact: Fact) -> Data:
    is_chip = isinstance(fact.value, Chip)
    value = fact.value.text if isinstance(fact.value, Chip) else fact.value
    return {"label": printable(fact.label), "value": printable(value), "chip": is_chip}


def _code_line(line: CodeLine) -> Data:
    return {"language": line.language, "code": line.code, "remark": line.remark}
