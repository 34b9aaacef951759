"""The address that a link on a page has in other programs. A link without one is a button, such as "copy"."""

from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextFormat

ADDRESS_PROPERTY = QTextFormat.Property.UserProperty + 4


def address_of(form: QTextCharFormat) -> str:
    """Return the address for other programs of text in this format; empty if there is none."""
    return str(form.property(ADDRESS_PROPERTY) or "")


def address_on(document: QTextDocument, anchor: str) -> str:
    """Return the address for other programs of the link to ``anchor``; empty if there is none."""
    forms = (form.toCharFormat() for form in document.allFormats())
    return next((address_of(form) for form in forms if form.isAnchor() and form.anchorHref() == anchor), "")
