"""Start-up, read from top to bottom: what is built, in which order, and how it is wired."""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from statusref import __version__
from statusref.app.appearance import AppearanceControl
from statusref.app.errors import CrashHook
from statusref.app.preferences import Preferences
from statusref.app.session import Session
from statusref.app.translation import Translation
from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.text import Language, messages_locale
from statusref.domain.words import Words
from statusref.search.results import Results
from statusref.settings.settings import Settings
from statusref.settings.store import open_store
from statusref.system.appearance import Portal, SystemAppearance
from statusref.system.paths import Paths
from statusref.theme.fonts import load_bundled_fonts
from statusref.theme.theme import Theme
from statusref.views.class_page import ClassPage
from statusref.views.code_page import CodePage
from statusref.views.detail_pane import Pages
from statusref.views.lookup_page import LookupPage
from statusref.views.main_window import MainWindow
from statusref.views.rail import Page
from statusref.views.speech import Speech
from statusref.views.status_line import StatusLine
from statusref.views.top_bar import TopBar

if TYPE_CHECKING:
    from statusref.app.idle_work import IdleWork
    from statusref.search.engine import SearchEngine
    from statusref.study.study import Study
    from statusref.userdata.user_data import UserData
    from statusref.views.settings_page import SettingsPage


@dataclass(frozen=True)
class Library:
    """What the resource files hold."""

    root: Path
    words: Words
    catalogue: Catalogue
    prose: ProseStore
    notes: NoteStore


class Application:
    """The running program: everything that lives as long as the window."""

    def __init__(self, qt: QApplication, root: Path, paths: Paths) -> None:
        """Build the window. Raises ResourceError if one of the program's own files cannot be used."""
        CrashHook(paths.log).install()
        self.qt = qt
        self.library = load_library(root)
        load_bundled_fonts(root / "fonts")
        store, self._broken_settings = open_store(paths.settings)
        self.settings = Settings(store)
        self.speech = Speech(self.library.words, self.settings.language or language_of_locale())
        self.translation = Translation(qt, root)
        self.translation.use(self.speech.language)
        self.theme = Theme(root / "icons")
        self.theme.apply(bundled=self.settings.font.value == "pretendard", factor=self.settings.text_size / 100)
        system = SystemAppearance(qt.styleHints(), desktop_portal(qt), qt)
        self.appearance = AppearanceControl(self.theme, system, self.settings.appearance, qt)
        self._engine: SearchEngine | None = None
        self._study: Study | None = None
        self._no_data: UserData | None = None
        self._closers: list[Callable[[], None]] = []
        self.paths = paths
        self.idle: IdleWork | None = None
        self.window = self._build_window()
        self.session = Session(self.window, self.speech, self.settings, self.library.notes)
        self.preferences = Preferences(
            self.window, self.theme, self.speech, self.settings, self.translation, self.appearance
        )
        self._wire()
        self._restore_window()

    @property
    def engine(self) -> "SearchEngine":
        """The search, made when it is first needed: at the first key, or right after the first picture."""
        if self._engine is None:
            from statusref.search.engine import SearchEngine  # noqa: PLC0415 - a sixth of all modules

            self._engine = SearchEngine(self.library.catalogue, self.library.prose)
        return self._engine

    def search(self, query: str) -> Results:
        """Search the catalogue."""
        return self.engine.search(query)

    def start_idle_work(self) -> None:
        """Do what may wait until the first picture is on the screen."""
        from statusref.app.idle_work import IdleWork  # noqa: PLC0415 - with all that it needs, a third of all modules

        self.window.setWindowIcon(QIcon(str(self.library.root / "icons" / "statusref.svg")))
        # What start-up made stays to the end: no collection need look at it again.
        gc.freeze()
        gc.enable()
        self.idle = IdleWork(
            self.window,
            self.session,
            self.preferences,
            self.theme,
            self.speech,
            self.settings,
            self.library.catalogue,
            self.engine,
            self.paths.data,
        )
        if self._broken_settings is not None:
            self.window.messages.tell(self.speech.say("problem.settings", path=self._broken_settings))

    @property
    def data(self) -> "UserData | None":
        """The user's data, once the idle work has opened it."""
        return self.idle.data if self.idle is not None else None

    def show_keys(self) -> None:
        """The list of keys."""
        if self.idle is not None:
            self.idle.show_keys()

    def _build_window(self) -> MainWindow:
        library = self.library
        code_page = CodePage(library.catalogue, library.prose, library.notes, library.words, self.speech)
        class_page = ClassPage(library.root, library.catalogue, library.words, self.speech)
        lookup = LookupPage(self.theme, self.speech, library.catalogue, self.search, Pages(code_page, class_page))
        status = StatusLine(self.theme, library.catalogue.dates.updated)
        makers = {
            Page.NOTES: self._make_notes,
            Page.STUDY: self._make_study,
            Page.SETTINGS: self._make_settings,
            Page.ABOUT: self._make_about,
        }
        return MainWindow(self.theme, TopBar(self.theme), lookup, status, makers)

    def _wire(self) -> None:
        window, session, preferences = self.window, self.session, self.preferences
        lookup, top = window.lookup, window.top
        top.field.query_changed.connect(session.show_results)
        top.field.query_changed.connect(lookup.set_query)
        top.field.moved.connect(lookup.move_selection)
        top.field.accepted.connect(lookup.open_current)
        top.field.copy_wanted.connect(session.copy_code)
        top.back.clicked.connect(session.back)
        top.forward.clicked.connect(session.forward)
        top.bookmarks.toggled.connect(session.show_bookmarks_only)
        top.settings.clicked.connect(lambda: session.show_page(Page.SETTINGS))
        window.rail.chosen.connect(session.show_page)
        window.status.language_stepped.connect(preferences.step_language)
        window.status.appearance_stepped.connect(preferences.step_appearance)
        lookup.opened.connect(session.on_opened)
        lookup.overview_opened.connect(session.on_overview_opened)
        lookup.counted.connect(window.status.show_count)
        lookup.page_changed.connect(session.name_window)
        lookup.recent_strip.chosen.connect(lambda entry_id: session.open_link(f"code:{entry_id}"))
        lookup.list.text_typed.connect(session.type_into_search)
        lookup.list.copy_wanted.connect(session.copy_code)
        lookup.detail.text_typed.connect(session.type_into_search)
        lookup.detail.link_activated.connect(session.open_link)
        lookup.detail.copy_wanted.connect(session.copy)
        lookup.detail.code_copy_wanted.connect(session.copy_code)
        lookup.detail.bookmark_toggled.connect(session.set_bookmark)
        window.closing.connect(self._save)
        session.page_shown.connect(preferences.show)
        preferences.language_changed.connect(session.name_window)
        preferences.show()
        session.name_window()

    def _make_notes(self) -> QWidget:
        from statusref.views.notes_page import NotesPage  # noqa: PLC0415 - made when first opened

        page = NotesPage(self.theme, self.speech, self.library.catalogue, self.library.notes)
        page.link_activated.connect(self.session.open_link)
        page.opened.connect(self.session.on_note_opened)
        page.page_changed.connect(self.session.name_window)
        return page

    @property
    def study(self) -> "Study":
        """The user's study, made when first asked for: by its page, or by the settings."""
        if self._study is None:
            from statusref.app.study_making import make_study  # noqa: PLC0415 - made when first opened

            self._study = make_study(self.library.root, self.library.catalogue, self._opened_data)
        return self._study

    @property
    def _opened_data(self) -> "UserData":
        """The user's data; where nothing of the user's is to be touched, in memory."""
        if self.data is not None:
            return self.data
        if self._no_data is None:
            from statusref.app.study_making import open_data  # noqa: PLC0415

            self._no_data = open_data(self.paths.data)
        return self._no_data

    def _make_study(self) -> QWidget:
        from statusref.app.study_making import make_study_page  # noqa: PLC0415 - made when first opened

        library = self.library
        page = make_study_page(
            self.study,
            self.window,
            self.theme,
            self.speech,
            library.catalogue,
            library.notes,
            library.prose,
            self._opened_data,
            lambda: self.data.problem if self.data is not None else None,
        )
        page.link_activated.connect(self.session.open_link)
        self._closers.append(page.shut_down)
        return page

    def _make_settings(self) -> QWidget:
        from statusref.views.settings_page import SettingsPage  # noqa: PLC0415 - made when first opened

        page = SettingsPage(self.theme, self.settings, self.paths.data)
        page.appearance_chosen.connect(self.preferences.use_appearance)
        page.language_chosen.connect(self.preferences.use_language)
        page.font_chosen.connect(self.preferences.use_font)
        page.text_size_chosen.connect(self.preferences.use_text_size)
        page.copy_format_chosen.connect(self.preferences.use_copy_format)
        self._add_study_settings(page)
        page.about_wanted.connect(lambda: self.session.show_page(Page.ABOUT))
        page.keys_wanted.connect(self.show_keys)
        return page

    def _add_study_settings(self, page: "SettingsPage") -> None:
        from statusref.views.study.study_settings import StudySettings  # noqa: PLC0415

        rows = StudySettings(self.theme, self.speech, lambda: self.study.options, page)
        rows.chosen.connect(self.study.save_options)
        page.add_section(rows)

    def _make_about(self) -> QWidget:
        from statusref.views.about_page import AboutPage  # noqa: PLC0415 - made when first opened

        page = AboutPage(self.theme, __version__, self.library.catalogue.dates)
        page.link_activated.connect(self.session.open_link)
        return page

    def _restore_window(self) -> None:
        if not self.settings.geometry.isEmpty():
            self.window.restoreGeometry(self.settings.geometry)
        self.window.lookup.restore(self.settings.class_filter, self.settings.location, self.settings.list_width)

    def _save(self) -> None:
        self.settings.geometry = self.window.saveGeometry()
        self.settings.class_filter = self.window.lookup.filter.value
        self.settings.list_width = self.window.lookup.list_width
        self.settings.store.sync()
        self.window.lookup.detail.close_memo()
        for close in self._closers:
            close()
        self.session.let_go_of_data()
        if self.data is not None:
            self.data.close()


def load_library(root: Path) -> Library:
    """Read what every start needs. Raises ResourceError naming the file that is wrong."""
    words = Words.load(root)
    catalogue = load_catalogue(root)
    return Library(root, words, catalogue, ProseStore(root), NoteStore(root, catalogue))


def language_of_locale() -> Language:
    """The first language: Korean where the system's locale is Korean, else English."""
    return Language.from_locale(messages_locale(os.environ) or QLocale.system().name())


def desktop_portal(qt: QApplication) -> Portal | None:
    """The desktop portal where it may be needed: on Linux, with a session bus, and where Qt does not know by itself."""
    if not sys.platform.startswith("linux") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - loaded only where there is a bus

    from statusref.system.desktop_portal import DesktopPortal  # noqa: PLC0415

    return DesktopPortal(QDBusConnection.sessionBus(), qt)
