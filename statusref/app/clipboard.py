"""What goes to the clipboard."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow


class Clipboard(QObject):
    """Copies what the page that is shown offers, and says so in the status line."""

    def __init__(self, window: MainWindow, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._localizer = localizer

    @Slot(str)
    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        shown = text.replace("\n", " ")
        self._window.status.show_message(self._localizer.text("status.copied", text=shown))

    @Slot(str)
    def copy_unopened(self, address: str) -> None:
        """Copy an address that no browser was found for, and show it."""
        self.copy(address)
        self._window.messages.tell(self._localizer.text("problem.browser", address=address), "browser")

    @Slot()
    def copy_page(self) -> None:
        """Copy what copying the page copies: of a code's page the code, in the form that the settings say."""
        text = self._window.page.copied_text()
        if text:
            self.copy(text)

    @Slot()
    def copy_correction(self) -> None:
        """Copy the file and the sentence that the reader wants to correct, ready for a report.

        On a page without prose of its own, such as the one that explains corrections, that is the code looked up last.
        """
        correction = self._window.page.correction() or self._window.lookup.correction()
        self.copy(f"resources/{correction.file}\n> {correction.sentence}\n→ ")
