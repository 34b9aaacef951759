"""Start-up, read from top to bottom: what is built, in which order, and how it is wired."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from statusref import __version__
from statusref.app.clipboard import Clipboard
from statusref.app.code_records import CodeRecords
from statusref.app.navigation import Navigation
from statusref.app.program import Program
from statusref.app.shown_choices import ShownChoices
from statusref.app.window_place import place_window
from statusref.cli.requests import OpenWindow
from statusref.domain.links import CORRECTION, EXPORT, SHOW_KEYS, code_link, parse_link
from statusref.pages import PAGES
from statusref.search.results import Results
from statusref.views.lookup_page import LookupPage
from statusref.views.main_window import MainWindow
from statusref.views.status_line import StatusLine
from statusref.views.top_bar import TopBar
from statusref.views.window_page import WindowPage
from statusref.widgets.typing_relay import TypingRelay

if TYPE_CHECKING:
    from statusref.app.code_menus import CodeMenus
    from statusref.app.file_dialogs import FileDialogs
    from statusref.app.idle_work import IdleWork
    from statusref.app.pinning import Pinning
    from statusref.app.trying import Trying
    from statusref.views.compare.pins import Pins
    from statusref.views.study.context import StudyContext

_ROWS = {row.name: row for row in PAGES}


class Application:
    """One window of the program, and all that belongs to it alone.

    Closing the window leaves this open: ``show`` brings the window back. ``close`` ends both.
    """

    def __init__(self, program: Program) -> None:
        """Build everything but show nothing."""
        self.program = program
        self.qt = program.qt
        self.core = program.core
        self.settings = program.settings
        self.localizer = program.localizer
        self.theme = program.theme
        self.preferences = program.preferences
        self.window = self._build_window()
        self.navigation = Navigation(self.window)
        self.records = CodeRecords(self.window, self.localizer, self.settings)
        self.clipboard = Clipboard(self.window, self.localizer)
        self.idle: IdleWork | None = None
        self._log: str | None = None
        self._wire_window()
        self._wire_lookup()
        self._restore_window()

    def show(self, request: OpenWindow) -> None:
        """Show the window at what is asked for. A code or note that does not exist is searched for."""
        query = request.query
        if request.code is not None and not self.navigation.go(code_link(request.code)):
            query = request.code
        place = None if request.place is None else parse_link(request.place)
        if place is not None and not self.navigation.go(place):
            if self.navigation.show_page_of(place):
                self.window.status.show_message(self.localizer.text("links.nowhere", place=place.address))
            else:
                query = place.target
        if query is not None:
            self.navigation.show_results()
            self.window.top.field.setText(query)
        self.window.come_to_front()
        if place is None:
            self.window.top.field.setFocus()
        else:
            self.window.page.take_focus()
        self._log = request.file
        self._read_log()

    def _read_log(self) -> None:
        """Read the log that was asked for; before the first picture, the reading of logs is not loaded yet."""
        if self.idle is not None and self._log is not None:
            self.navigation.show_results()
            self.idle.logs.read_file(self._log)
            self._log = None

    def start_idle_work(self) -> None:
        """Do what may wait until the first picture is on the screen."""
        # Imported here: with all that they need, these are a third of all modules.
        from statusref.app.action_table import window_actions
        from statusref.app.bookmark_order import BookmarkOrder
        from statusref.app.drop_hint import DropHint
        from statusref.app.idle_work import IdleWork
        from statusref.app.menus import Menus
        from statusref.app.mouse_habits import MouseHabits
        from statusref.app.pinning import Pinning
        from statusref.app.trying import Trying

        self.window.setWindowIcon(self.theme.icons.program_icon())
        self.idle = IdleWork(self.program, self.window, self.navigation, self.records)
        show_keys = self.idle.show_keys
        pinning = Pinning(self.window, self.navigation, lambda: self.pins, self.localizer)
        trying = Trying(self.window, self.navigation, self.localizer)
        self.idle.connect_keys(
            window_actions(
                self.window,
                self.navigation,
                self.records,
                BookmarkOrder(self.window, self.records, self.theme, self.localizer),
                self.clipboard,
                self.preferences,
                pin=pinning.pin_shown,
                try_code=trying.try_shown,
                show_keys=show_keys,
                show_links=self.idle.links.show,
                export=self.idle.take_along.export,
                print_page=self.idle.take_along.print_page,
                print_sheet=self.idle.take_along.print_sheet,
                quit_program=self.qt.quit,
            )
        )
        self.navigation.actions[SHOW_KEYS] = show_keys
        self.navigation.actions[EXPORT] = self.idle.take_along.export
        Menus(self.window, lambda: self._make_menus(pinning, trying))
        MouseHabits(self.window, self.navigation, self.preferences)
        DropHint(self.window, self.theme, self.localizer)
        self._read_log()

    def _make_menus(self, pinning: "Pinning", trying: "Trying") -> "CodeMenus":
        from statusref.app.code_menus import CodeMenus

        return CodeMenus(
            self.window,
            self.navigation,
            self.records,
            pinning,
            trying,
            self.clipboard,
            self.core.library,
            self.theme,
            self.localizer,
        )

    def close(self) -> None:
        """Save everything that is written in the window. Nothing may be done with it afterwards."""
        self.save()
        self.window.end_pages()
        # What the window put off for later must not happen any more.
        for timer in self.window.findChildren(QTimer):
            timer.stop()
        self.records.let_go()

    def _build_window(self) -> MainWindow:
        library, theme, localizer = self.core.library, self.theme, self.localizer
        top = TopBar(theme, localizer)
        lookup = LookupPage(theme, localizer, self.settings, library, self._search, top.field)
        status = StatusLine(theme, localizer, library.catalogue.dates.updated)
        return MainWindow(theme, localizer, top, lookup, status, self._make_page)

    def _search(self, query: str) -> Results:
        return self.core.engine.search(query, self.localizer.language)

    def _make_page(self, name: str) -> WindowPage:
        """Make a page of the table ``PAGES`` when it is first opened."""
        from statusref.views.page_context import PageContext  # no page needs it before

        module, _, view = _ROWS[name].view.rpartition(".")
        kind: type[WindowPage] = getattr(import_module(f"statusref.views.{module}"), view)
        page = kind.make(
            PageContext(
                theme=self.theme,
                localizer=self.localizer,
                library=self.core.library,
                settings=self.settings,
                preferences=self.preferences,
                version=__version__,
                data_file=self.program.paths.data,
                files=self._file_dialogs,
                study=self._study_context,
                pins=lambda: self.pins,
                search=self._search,
                last_correction=self.window.lookup.correction,
            )
        )
        self._wire_page(page)
        return page

    def _file_dialogs(self) -> "FileDialogs":
        from statusref.app.file_dialogs import FileDialogs  # made when a file is asked for

        return FileDialogs(self.window)

    @cached_property
    def pins(self) -> "Pins":
        """What this window compares; read when it is first needed."""
        from statusref.views.compare.pins import Pins

        return Pins(self.core.library, self.localizer, self.settings, self.window)

    def _study_context(self) -> "StudyContext":
        from statusref.app.study_context import make_study_context  # made when first opened

        return make_study_context(self.core, self.window, self.theme, self.localizer)

    def _wire_page(self, page: WindowPage) -> None:
        """Connect what every page has."""
        page.link_activated.connect(self.navigation.follow)
        page.visited.connect(self.navigation.remember)
        page.shown_changed.connect(self.window.name_shown)

    def _wire_window(self) -> None:
        window, navigation, preferences = self.window, self.navigation, self.preferences
        top, status = window.top, window.status
        top.back.clicked.connect(navigation.back)
        top.forward.clicked.connect(navigation.forward)
        top.bookmarks.toggled.connect(self._on_bookmarks_toggled)
        top.settings.clicked.connect(self._on_settings_clicked)
        window.rail.chosen.connect(navigation.show_page)
        status.language_stepped.connect(preferences.step_language)
        status.appearance_stepped.connect(preferences.step_appearance)
        ShownChoices(status, self.localizer, self.settings, preferences)
        self.localizer.changed.connect(window.name_shown)
        navigation.copy_wanted.connect(self.clipboard.copy)
        navigation.not_opened.connect(self.clipboard.copy_unopened)
        navigation.memo_refused.connect(self.records.refuse_memo)
        navigation.actions[CORRECTION] = self.clipboard.copy_correction
        window.closing.connect(self.save)
        window.closing.connect(window.end_pages)

    def _wire_lookup(self) -> None:
        lookup, field, navigation = self.window.lookup, self.window.top.field, self.navigation
        self._wire_page(lookup)
        field.query_changed.connect(navigation.show_results)
        field.query_changed.connect(lookup.set_query)
        for wanted in (field.moved, field.accepted):
            wanted.connect(navigation.show_results)
        field.moved.connect(lookup.move_selection)
        field.accepted.connect(lookup.open_current)
        field.copy_wanted.connect(self.clipboard.copy_page)
        lookup.opened.connect(self.records.on_opened)
        lookup.counted.connect(self.window.status.show_count)
        lookup.recent_strip.chosen.connect(navigation.go_to_code)
        lookup.list.copy_wanted.connect(self.clipboard.copy_page)
        for view in (lookup.list, lookup.detail.reader):
            TypingRelay(view, field)
        lookup.detail.code_copy_wanted.connect(self.clipboard.copy_page)
        lookup.detail.bookmark_toggled.connect(self.records.set_bookmark)
        self.window.name_shown()

    def _on_bookmarks_toggled(self, only: bool) -> None:
        self.navigation.show_results()
        self.records.show_bookmarks_only(only)
        self.window.lookup.parts.show_list()

    def _on_settings_clicked(self) -> None:
        self.navigation.show_page("settings")

    def _restore_window(self) -> None:
        place_window(self.window, self.settings.geometry)
        self.window.lookup.restore(self.settings.class_filter, self.settings.location, self.settings.list_width)

    def save(self) -> None:
        """Save what is written in the window, and how the window stands."""
        self.settings.geometry = self.window.saveGeometry()
        self.settings.class_filter = self.window.lookup.filter.value
        self.settings.list_width = self.window.lookup.list_width
        self.records.save()
        self.settings.store.sync()
        self.window.save_pages()
