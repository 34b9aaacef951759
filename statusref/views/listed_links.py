"""What the list of a page's links says of each."""

from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from statusref.domain.links import Link, LinkKind, parse_link
from statusref.widgets.page_links import PageLink, label_above, page_links
from statusref.widgets.unbroken import plain

_ROOM = 64
"""Two lines have room for so many characters, most of them Hangul."""


class ListedLink(NamedTuple):
    """A link in the list: the words of its row, and its address."""

    words: str
    address: str


def links_of(document: QTextDocument) -> list[ListedLink]:
    """Return the links of a text, each with what a reader of the page would see beside it."""
    shown = {(link.text, link.address): link for link in reversed(page_links(document))}
    return [listed(link.text, _beside(link, document), link.address) for link in reversed(shown.values())]


def listed(text: str, beside: str, address: str) -> ListedLink:
    """Make a row of the list: the text of the link, which is found by its first letters, and what stands beside it."""
    said, beside = (" ".join(plain(words).split()) for words in (text, beside))
    beside = beside.removeprefix("• ")
    words = beside if beside.startswith(said) else f"{said} – {beside}"
    return ListedLink(words if len(words) <= _ROOM else f"{words[: _ROOM - 1]}…", address)


def _beside(link: PageLink, document: QTextDocument) -> str:
    match parse_link(link.address):
        case Link(LinkKind.WEB, target):
            return target
        case Link(LinkKind.COPY, target) if "\n" not in target:
            return target
        case Link(LinkKind.COPY, target):
            return f"{label_above(document, link.start)}: {target}"
        case Link(LinkKind.ACTION, _) if _stands_in_a_row(link, document):
            return label_above(document, link.start)
        case _:
            return _sentence(link, document)


def _stands_in_a_row(link: PageLink, document: QTextDocument) -> bool:
    """Whether a link is one of several in its line, so that the line does not describe this link."""
    block = document.findBlock(link.start)
    return sum(document.findBlock(other.start) == block for other in page_links(document)) > 1


def _sentence(link: PageLink, document: QTextDocument) -> str:
    """Return the sentence that a link stands in."""
    block = document.findBlock(link.start)
    text = block.text()
    start, end = link.start - block.position(), link.end - block.position()
    begin = text.rfind(". ", 0, start)
    stop = text.find(". ", end)
    return text[0 if begin < 0 else begin + 2 : len(text) if stop < 0 else stop + 1]
