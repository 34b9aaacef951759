"""The menu of the tray's icon."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from statusref.app.bootstrap import Application
from statusref.cli.requests import OpenWindow
from statusref.domain.errors import ResourceError
from statusref.domain.links import REVIEW
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.widgets.menus import dress

_RECENT = 5


class TrayMenu(QMenu):
    """``application`` returns the window that is spoken of. ``wanted`` carries what the window shall show.

    The rows stay the same and only their words change: a panel that paints the menu itself knows its size before it
    opens it.
    """

    show_wanted = Signal()
    wanted = Signal(OpenWindow)
    quit_wanted = Signal()

    def __init__(self, application: Callable[[], Application]) -> None:
        super().__init__()
        self._application = application
        self._ids: list[str] = []
        self._show = self.addAction("", self.show_wanted.emit)
        self.addSeparator()
        self._codes = [self.addAction("", self._on_code) for _ in range(_RECENT)]
        self._below_codes = self.addSeparator()
        self._review = self.addAction("", self._on_review)
        self.addSeparator()
        self._quit = self.addAction("", self.quit_wanted.emit)
        self.aboutToShow.connect(self._on_opening)
        # To count the cards, study is loaded; that waits until somebody looks.
        self._review.setText(application().localizer.text("tray.review"))
        self.write()

    @Slot()
    def write(self) -> None:
        """Write the codes that were opened last, in the language of now."""
        application = self._application()
        localizer, catalogue = application.localizer, application.core.library.catalogue
        dress(self, application.theme)
        _name(self._show, localizer.text("tray.show"))
        _name(self._quit, localizer.text("tray.quit"))
        recent = application.core.data.recents.all()
        known = [entry for entry_id in recent if (entry := catalogue.get(entry_id)) is not None][:_RECENT]
        self._ids = [entry.id for entry in known]
        for action in self._codes[len(known) :]:
            action.setVisible(False)
        for action, entry in zip(self._codes, known, strict=False):
            _name(action, _words(entry, localizer.language))
            action.setVisible(True)
        self._below_codes.setVisible(bool(known))

    @Slot()
    def _on_opening(self) -> None:
        self.write()
        application = self._application()
        due = _due_cards(application)
        text = application.localizer.count("tray.due", due) if due else application.localizer.text("tray.no-cards")
        _name(self._review, text)
        self._review.setEnabled(bool(due))

    @Slot()
    def _on_code(self) -> None:
        place = next(place for place, action in enumerate(self._codes) if action is self.sender())
        self.wanted.emit(OpenWindow(code=self._ids[place]))

    @Slot()
    def _on_review(self) -> None:
        self.wanted.emit(OpenWindow(place=str(REVIEW)))


def _name(action: QAction, words: str) -> None:
    action.setText(words.replace("&", "&&"))


def _words(entry: Entry, language: Language) -> str:
    """Return number and phrase, in Korean with the meaning."""
    name = f"{entry.number} {entry.phrase}"
    return f"{name} · {entry.korean}" if language is Language.KOREAN else name


def _due_cards(application: Application) -> int:
    from statusref.study.decks import everything  # noqa: PLC0415 - loaded with study

    try:
        return application.core.study.counts(everything()).total
    except ResourceError:
        return 0  # study's page tells which file is damaged
