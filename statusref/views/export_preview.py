"""Shows the first page of an export: as it reads, or of a format made of text the text itself."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.description.blocks import Head
from statusref.domain.description.sheet import describe_sheet
from statusref.domain.errors import ResourceError
from statusref.domain.markdown import Span
from statusref.export.contents import Contents
from statusref.export.errors import CannotExportError
from statusref.export.formats import Format
from statusref.export.pages import heading, pages_of
from statusref.export.writing import write_export
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader

_RAW = frozenset({"md", "csv", "json"})
"""Formats whose text is shown as it is."""
_LONGEST = 4000
"""More characters of text, or of a memo, than this nobody reads in a preview."""
_ROWS = 20
"""Rows of a cheat sheet that fill a preview."""


class ExportPreview(QWidget):
    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._shown: tuple[Format, Contents] | None = None
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        self.reader.only_look()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._write)

    def show_first(self, form: Format, contents: Contents) -> None:
        """Show the first page of ``contents`` from its top."""
        self._shown = form, contents
        self._write()
        self.reader.to_top()

    @Slot()
    def _write(self) -> None:
        if self._shown is None:
            return
        form, contents = self._shown
        self.reader.setAccessibleName(self._localizer.text("export.preview"))
        self._header.show_head(Head("", self._localizer.text(f"export.format.{form.name}")))
        writer = PageWriter(self.reader.document(), self._theme)
        try:
            if form.name in _RAW:
                for line in _text(form, contents).split("\n"):
                    writer.body((Span(line, code=True),))
            elif form.name == "sheet":
                _write_sheet(writer, contents)
            else:
                self._write_page(writer, contents)
        except CannotExportError as error:
            writer.body((Span(self._localizer.text(error.key, **error.values)),))
        except (ResourceError, OSError) as error:
            writer.body((Span(str(error)),))
        writer.finish()
        self.reader.lay_out()

    def _write_page(self, writer: PageWriter, contents: Contents) -> None:
        """Write the first page that is no chapter, in each language."""
        memos = {entry_id: memo[:_LONGEST] for entry_id, memo in contents.memos.items()}
        page = next((page for page in pages_of(contents._replace(memos=memos)) if page.level == 2), None)
        if page is None:
            raise CannotExportError("export.nothing")
        descriptions = [page.describe(language) for language in contents.languages]
        head = descriptions[0].head
        titled = heading([description.head._replace(number="", subtitle="") for description in descriptions])
        self._header.show_head(head._replace(title=titled))
        self._header.copy_button.hide()
        for description in descriptions:
            writer.page(description)


def _write_sheet(writer: PageWriter, contents: Contents) -> None:
    """Write the first rows of a cheat sheet, in each language."""
    if not contents.entries:
        raise CannotExportError("export.nothing")
    for language in contents.languages:
        writer.page(describe_sheet(contents.library, contents.entries[:_ROWS], language))


def _text(form: Format, contents: Contents) -> str:
    """Return how the file begins."""
    first = contents._replace(entries=contents.entries[:1], notes=(), neighbours=contents.neighbours[:1])
    with TemporaryDirectory() as folder:
        path = Path(folder, "preview")
        write_export(form, first, path, lambda _done, _steps: None)
        return path.read_text("utf-8-sig")[:_LONGEST]
