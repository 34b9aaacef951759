"""The links of a page: their places, texts and addresses."""

from typing import NamedTuple

from PySide6.QtGui import QTextDocument, QTextFormat

LABEL_PROPERTY = QTextFormat.Property.UserProperty + 5
"""On a block: it is the label of the part of the page that is below it."""


class PageLink(NamedTuple):
    """A link. ``start`` and ``end`` are positions in the document."""

    start: int
    end: int
    text: str
    address: str


def page_links(document: QTextDocument) -> list[PageLink]:
    """Return the links in the order in which they are read."""
    found: list[PageLink] = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            address = piece.charFormat().anchorHref()
            text = piece.text().replace("\N{NO-BREAK SPACE}", " ")
            start, end = piece.position(), piece.position() + piece.length()
            # A link that is partly bold has several pieces.
            if found and address and (found[-1].end, found[-1].address) == (start, address):
                found[-1] = found[-1]._replace(end=end, text=found[-1].text + text)
            elif address:
                found.append(PageLink(start, end, text, address))
            pieces += 1
        block = block.next()
    return found


def label_above(document: QTextDocument, position: int) -> str:
    """Return the label of the part that a position in the document is in; empty where there is none."""
    block = document.findBlock(position)
    while block.isValid() and not block.blockFormat().property(LABEL_PROPERTY):
        block = block.previous()
    return block.text()
