"""What waits until the first picture of a window is on the screen: keys and the user's data."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Slot
from PySide6.QtGui import QGuiApplication

from statusref.app.actions import Action, connect_actions, key_groups
from statusref.app.code_records import CodeRecords
from statusref.app.link_list import LinkList
from statusref.app.navigation import Navigation
from statusref.app.problems import problem_message
from statusref.app.program import Program
from statusref.app.screen_readers import Announcements, install_roles
from statusref.app.take_along import TakeAlong
from statusref.app.window_place import fit_dialog
from statusref.system.desktop.input_method import input_plugins, remedy, unreachable_input_method
from statusref.userdata.problems import Problem
from statusref.views.keys_dialog import KeyList, KeysDialog
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    from statusref.app.log_import import LogImport

_DATA = "data"


class IdleWork(QObject):
    """Does all of it when it is made. What all windows share is done with the first one."""

    def __init__(self, program: Program, window: MainWindow, navigation: Navigation, records: CodeRecords) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._localizer = program.localizer
        self._keys: KeysDialog | None = None
        window.hidden.connect(self._close_keys)
        self.links = LinkList(window, program.theme, program.localizer)
        self.take_along = TakeAlong(program, window)
        install_roles()
        Announcements(window)
        self.actions: list[Action] = []
        for given in (window.top.field.block_given, window.file_dropped):
            given.connect(navigation.show_results)
        window.top.field.block_given.connect(self._read_text)
        window.file_dropped.connect(self._read_file)
        work = program.work
        work.problem_changed.connect(self._tell_data_problem)
        work.data_changed.connect(records.refresh)
        work.page_damaged.connect(self._tell_damaged_page)
        work.indexed.connect(self._on_indexed)
        records.use(program.core.data)
        self._tell_data_problem(program.core.data.problem)
        self._tell_of_input_method()
        self._tell_broken_settings()
        if work.is_indexed:
            self._on_indexed()

    @cached_property
    def logs(self) -> "LogImport":
        """The reading of logs: nearly a megabyte, which a window that is given none does not need."""
        from statusref.app.log_import import LogImport  # noqa: PLC0415 - see above

        return LogImport(self._window, self._localizer, self._program.core.library.catalogue)

    @Slot(str)
    def _read_text(self, text: str) -> None:
        self.logs.read_text(text)

    @Slot(str)
    def _read_file(self, path: str) -> None:
        self.logs.read_file(path)

    def connect_keys(self, actions: list[Action]) -> None:
        """Make the keys work, and be ready to list them."""
        self.actions = actions
        connect_actions(actions, self._window)

    @Slot()
    def show_keys(self) -> None:
        self._close_keys()
        self._keys = KeysDialog(self._program.theme, self._localizer, self._key_list, self._window)
        fit_dialog(self._keys)
        self._keys.show()

    @Slot()
    def _close_keys(self) -> None:
        if self._keys is not None:
            self._keys.close()
            self._keys.deleteLater()
            self._keys = None

    def _key_list(self) -> KeyList:
        return KeyList(self._localizer.text("key.title"), key_groups(self.actions, self._localizer))

    @Slot()
    def _on_indexed(self) -> None:
        engine = self._program.core.engine
        self._window.lookup.panel.be_ready(engine.codes, engine.neighbour_count)

    @Slot(str)
    def _tell_damaged_page(self, reason: str) -> None:
        self._window.messages.tell(self._localizer.text("problem.page", reason=reason))

    @Slot(object)
    def _tell_data_problem(self, problem: Problem | None) -> None:
        if problem is None:
            self._window.messages.withdraw(_DATA)
        else:
            self._window.messages.tell(problem_message(problem, self._localizer), _DATA)

    def _tell_broken_settings(self) -> None:
        path, self._program.broken_settings = self._program.broken_settings, None
        if path is not None:
            self._window.messages.tell(self._localizer.text("problem.settings", path=path))

    def _tell_of_input_method(self) -> None:
        """Say once if the session's input method has no way to this program, and how to mend that."""
        plugins = input_plugins(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
        name = unreachable_input_method(os.environ, QGuiApplication.platformName(), plugins)
        if name is not None and name != self._program.settings.told_input_method:
            self._program.settings.told_input_method = name
            self._window.messages.tell(
                self._localizer.text("problem.input-method", name=name, remedy=remedy(os.environ))
            )
