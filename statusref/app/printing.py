"""Prints the page at hand, or the cheat sheet, by the system's dialog. Imported when something is first printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSizeF, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from statusref.domain.description.blocks import CodeLines, Description, Part
from statusref.domain.description.sheet import describe_sheet
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.markdown import Span, Table
from statusref.theme.theme import Theme
from statusref.theme.tokens import LIGHT
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow
from statusref.views.page_writer import PageWriter

_PAGE, _SHEET = 0.8, 0.55
"""Text sizes on paper: a page has 9 points, and at 7 all codes fit on two sheets of A4."""
_COLUMNS = (6, 20, 13, 39, 22)
"""Percentages of the width of a sheet."""
_DOTS = 96
"""Pixels an inch of a document that is not on a screen."""


class Printing(QObject):
    def __init__(self, window: MainWindow, library: Library, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._localizer = localizer

    @Slot()
    def print_page(self) -> None:
        """Print what the page shows; say so where it shows nothing to print."""
        page = self._window.page.printed()
        if page is None:
            self._window.status.show_message(self._localizer.text("print.nothing"))
        else:
            self._print(page, _PAGE, _write)

    @Slot()
    def print_sheet(self) -> None:
        """Print the cheat sheet: every code in a line or two."""
        sheet = describe_sheet(self._library, self._library.catalogue.entries, self._localizer.language)
        self._print(sheet, _SHEET, _write_sheet)

    def _print(
        self, page: Description, size: float, write: Callable[[QTextDocument, Description, Theme], None]
    ) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_title(page))
        if not self._ask(printer):
            return
        inches = printer.pageRect(QPrinter.Unit.Inch)
        document = QTextDocument()
        write(document, page, self._theme(size))
        # With the size of a page the document is scaled to the paper; without, its pixels would be the printer's dots.
        document.setPageSize(QSizeF(inches.width() * _DOTS, inches.height() * _DOTS))
        document.print_(printer)
        self._window.status.show_message(self._localizer.text("print.done", title=_title(page)))

    def _theme(self, size: float) -> Theme:
        """Return the light appearance: paper is white."""
        theme = Theme(self._library.root / "icons", LIGHT, self)
        theme.apply(factor=size)
        return theme

    def _ask(self, printer: QPrinter) -> bool:
        """Show the system's dialog, and return whether to print."""
        return QPrintDialog(printer, self._window).exec() == QPrintDialog.DialogCode.Accepted


def _title(page: Description) -> str:
    head = page.head
    return " · ".join(filter(None, (f"{head.number} {head.title}".strip(), head.subtitle)))


def _on_paper(part: Part) -> Part:
    """Return a part without the words that copy a name when they are clicked."""
    return part._replace(
        blocks=tuple(block._replace(copy="") if isinstance(block, CodeLines) else block for block in part.blocks)
    )


def _write(document: QTextDocument, page: Description, theme: Theme) -> None:
    writer = PageWriter(document, theme)
    writer.heading(_title(page))
    if page.head.chips:
        writer.small((Span(" · ".join(chip.text for chip in page.head.chips)),))
    try:
        writer.lead(page.head.summary)
        writer.parts(map(_on_paper, page.parts()))
    except ResourceError as error:
        writer.body((Span(str(error)),))
    writer.finish()


def _write_sheet(document: QTextDocument, page: Description, theme: Theme) -> None:
    writer = PageWriter(document, theme)
    writer.heading(_title(page))
    for part in page.parts():
        for block in part.blocks:
            if isinstance(block, Table):
                writer.table(block.rows, padding=2, widths=_COLUMNS)
    writer.finish()
