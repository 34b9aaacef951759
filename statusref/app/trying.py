"""Takes the code that is read to the lab."""

from PySide6.QtCore import QObject, Slot

from statusref.app.navigation import Navigation
from statusref.domain.links import LinkKind, lab_link
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow


class Trying(QObject):
    """Where there is nothing to try, it says so."""

    def __init__(self, window: MainWindow, navigation: Navigation, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._navigation = navigation
        self._localizer = localizer

    @Slot()
    def try_shown(self) -> None:
        """Try the code that is shown."""
        shown = self._window.page.shown_code
        self.try_code(shown.target if shown is not None and shown.kind is LinkKind.CODE else "")

    def try_code(self, entry_id: str) -> None:
        """Have the lab ask for a code, given by the id of one of its uses."""
        if not self._navigation.go(lab_link(entry_id)):
            self._window.status.show_message(self._localizer.text("lab.try.none"))
