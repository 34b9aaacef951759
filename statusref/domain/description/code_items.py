"""Items that lead to the page of a code."""

from statusref.domain.catalogue import title
from statusref.domain.description.blocks import LinkItem
from statusref.domain.links import code_link
from statusref.domain.status import Entry
from statusref.domain.text import Language


def code_item(entry: Entry, remark: str) -> LinkItem:
    """Return the item that leads to an entry's page, such as ``410 Gone`` with a remark on it."""
    return LinkItem(title(entry), code_link(entry.id), remark)


def named_code_item(entry: Entry, language: Language) -> LinkItem:
    """Return the item with the Korean meaning as the remark, and for an unofficial code its vendor."""
    vendor = f" · {entry.vendor[language]}" if entry.vendor else ""
    return code_item(entry, f"{entry.korean}{vendor}")
