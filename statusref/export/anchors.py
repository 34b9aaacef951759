"""The names by which links in one document find their target."""

from collections.abc import Callable, Iterable

from statusref.domain.links import Link, LinkKind
from statusref.export.pages import Page

AddressOf = Callable[[Link], str]
"""Returns where a link leads in an export; empty where it leads nowhere, so that its words stand alone."""


def anchor(link: Link) -> str:
    """Return the name of the place that a link leads to: ``404``, ``curl-52``, ``4xx``, ``note-redirects``."""
    return f"note-{link.target}" if link.kind is LinkKind.NOTE else link.target


def within_document(pages: Iterable[Page]) -> AddressOf:
    """Return the addresses of links in a document that holds all ``pages``."""
    held = {page.link for page in pages}

    def address(link: Link) -> str:
        if link.kind is LinkKind.WEB:
            return link.target
        return f"#{anchor(link)}" if link in held else ""

    return address
