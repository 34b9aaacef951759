"""What goes to the clipboard."""

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from statusref.domain.citation import CitationFormat, written
from statusref.domain.markdown import Spans
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow


class Clipboard(QObject):
    """Copies what the page that is shown offers, and says so in the status line."""

    def __init__(self, window: MainWindow, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._localizer = localizer

    @Slot(str)
    def copy(self, text: str, name: str = "") -> None:
        """Copy a text and tell the user. ``name`` is told in place of a text that is too long for that."""
        QGuiApplication.clipboard().setText(text)
        self._tell((name or text).replace("\n", " "))

    @Slot(str)
    def copy_unopened(self, address: str) -> None:
        """Copy an address that no browser was found for, and show it."""
        self.copy(address)
        self._window.messages.tell(self._localizer.text("problem.browser", address=address), "browser")

    @Slot()
    def copy_page(self) -> None:
        """Copy what copying the page copies: of a code's page the code, in the form that the settings say."""
        page = self._window.page
        text = page.copied_text()
        if text:
            self.copy(text, page.copied_name())
        else:
            self._window.status.show_message(self._localizer.text("status.no-copy"))

    @Slot()
    def copy_citation(self) -> None:
        """Copy the reference to what the page shows: with its links for documents, as text for everything else."""
        citation = self._window.page.citation(self._localizer.language)
        if citation:
            self.copy_cited(citation, CitationFormat.HTML)
        else:
            self._window.status.show_message(self._localizer.text("status.no-citation"))

    def copy_cited(self, citation: Spans, form: CitationFormat) -> None:
        """Copy a reference. As HTML it goes with its text, for programs that take no HTML."""
        if form is not CitationFormat.HTML:
            self.copy(written(citation, form))
            return
        text = written(citation, CitationFormat.TEXT)
        data = QMimeData()
        data.setHtml(written(citation, form))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self._tell(text)

    @Slot()
    def copy_correction(self) -> None:
        """Copy the file and the sentence that the reader wants to correct, ready for a report."""
        correction = self._window.page.correction()
        if correction is None:
            self._window.status.show_message(self._localizer.text("status.no-correction"))
        else:
            self.copy(f"resources/{correction.file}\n> {correction.sentence}\n→ ")

    def _tell(self, copied: str) -> None:
        self._window.status.show_message(self._localizer.text("status.copied", text=copied))
