"""The menu of the tray's icon. It is written each time it opens, in the language that is in force then."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu

from statusref.app.bootstrap import Application
from statusref.cli.requests import OpenWindow
from statusref.domain.errors import ResourceError
from statusref.domain.links import REVIEW
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.theme.fonts import TextStyle

_RECENT = 5


class TrayMenu(QMenu):
    """``application`` returns the window that is spoken of. ``wanted`` carries what the window shall show."""

    show_wanted = Signal()
    wanted = Signal(OpenWindow)
    quit_wanted = Signal()

    def __init__(self, application: Callable[[], Application]) -> None:
        super().__init__()
        self._application = application
        self.aboutToShow.connect(self.write)
        # A desktop shows no menu that is empty when it first asks.
        self._add(application().localizer.text("tray.show"), self.show_wanted.emit)

    @Slot()
    def write(self) -> None:
        """Write the menu as of now. The first time, this loads study."""
        application = self._application()
        text = application.localizer.text
        self.setFont(application.theme.font(TextStyle.CONTROL))
        self.clear()
        self._add(text("tray.show"), self.show_wanted.emit)
        self.addSeparator()
        for entry_id, name in _recent_codes(application):
            self._add(name, partial(self.wanted.emit, OpenWindow(code=entry_id)))
        self.addSeparator()
        self._add_review(application)
        self.addSeparator()
        self._add(text("tray.quit"), self.quit_wanted.emit)

    def _add(self, words: str, run: Callable[[], None]) -> None:
        self.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked: run())

    def _add_review(self, application: Application) -> None:
        due = _due_cards(application)
        if due:
            self._add(application.localizer.count("tray.due", due), self._review)
        else:
            self.addAction(application.localizer.text("tray.no-cards")).setEnabled(False)

    def _review(self) -> None:
        self.wanted.emit(OpenWindow(place=str(REVIEW)))


def _recent_codes(application: Application) -> list[tuple[str, str]]:
    """Return the ids and names of the entries that were opened last."""
    catalogue, language = application.core.library.catalogue, application.localizer.language
    known = [entry for entry_id in application.core.data.recents.all() if (entry := catalogue.get(entry_id))]
    return [(entry.id, _name(entry, language)) for entry in known[:_RECENT]]


def _name(entry: Entry, language: Language) -> str:
    """Return number and phrase, in Korean with the meaning; a use without a phrase has only that."""
    if entry.phrase == entry.number:
        return f"{entry.number} {entry.korean}"
    name = f"{entry.number} {entry.phrase}"
    return f"{name} · {entry.korean}" if language is Language.KOREAN else name


def _due_cards(application: Application) -> int:
    from statusref.study.decks import everything  # noqa: PLC0415 - loaded with study

    try:
        return application.core.study.counts(everything()).total
    except ResourceError:
        return 0  # study's page tells which file is damaged
