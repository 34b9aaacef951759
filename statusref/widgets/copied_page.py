"""A selection on a page for the clipboard: its links work in other programs; no buttons, no theme colours."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextTable,
)

from statusref.widgets.link_address import address_of
from statusref.widgets.unbroken import JOINER, plain


def copied(selection: QTextDocumentFragment, title: str = "") -> QMimeData:
    """Return the selection as text and HTML, below ``title`` where there is one."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    if title:
        cursor.insertText(title)
        cursor.insertBlock()
    cursor.insertFragment(selection)
    # From the end, so that removing a piece does not move the pieces that come next.
    for start, end, form in reversed(list(_pieces(document))):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        address = address_of(form)
        if form.isAnchor() and not address:
            cursor.removeSelectedText()
            continue
        form.clearForeground()
        form.clearBackground()
        if address:
            form.setAnchorHref(address)
        cursor.setCharFormat(form)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _remove_backgrounds(frame)
    data = QMimeData()
    data.setText(plain(QTextDocumentFragment(document).toPlainText()))
    data.setHtml(document.toHtml().replace(JOINER, ""))
    return data


def _pieces(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield start, end and format of each run of text in one format."""
    block = document.begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            piece = run.fragment()
            yield piece.position(), piece.position() + piece.length(), QTextCharFormat(piece.charFormat())
            run += 1
        block = block.next()


def _remove_backgrounds(table: QTextTable) -> None:
    """Remove the backgrounds of a table's cells."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format()
            form.clearBackground()
            cell.setFormat(form)
