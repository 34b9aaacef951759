"""Links on a page have an address for other programs, too. One without it is a button, such as the one that copies."""

from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextFormat

ADDRESS_PROPERTY = QTextFormat.Property.UserProperty + 4


def address_of(form: QTextCharFormat) -> str:
    """Return the address for other programs of text in this format, empty if there is none."""
    return str(form.property(ADDRESS_PROPERTY) or "")


def address_on(document: QTextDocument, anchor: str) -> str:
    """Return the address for other programs of a link on a page."""
    forms = (form.toCharFormat() for form in document.allFormats())
    return next((address_of(form) for form in forms if form.isAnchor() and form.anchorHref() == anchor), "")
