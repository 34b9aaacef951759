"""What waits until the first picture is on the screen: keys, the user's data, log reading, the search's indexes."""

import gc
import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from statusref.app.actions import Action, connect_actions, key_groups
from statusref.app.code_records import CodeRecords
from statusref.app.link_list import LinkList
from statusref.app.log_import import LogImport
from statusref.app.navigation import Navigation
from statusref.app.problems import problem_message
from statusref.app.screen_readers import Announcements, install_roles
from statusref.core.core import Core
from statusref.domain.errors import ResourceError
from statusref.settings.settings import Settings
from statusref.system.desktop.input_method import REMEDY, input_plugins, unreachable_input_method
from statusref.theme.theme import Theme
from statusref.userdata.problems import Problem
from statusref.views.keys_dialog import KeyList, KeysDialog
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

_BACKUP_CHECK_MS = 60 * 60 * 1000
"""A window that is open for days looks once an hour whether today's backup is there."""


class IdleWork(QObject):
    """Does all of it when it is made, but for the indexes: a timer builds those in slices when nothing else is due."""

    def __init__(
        self,
        core: Core,
        window: MainWindow,
        navigation: Navigation,
        records: CodeRecords,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._keys: KeysDialog | None = None
        window.hidden.connect(self._close_keys)
        self.links = LinkList(window, theme, localizer)
        install_roles()
        Announcements(window)
        self.actions: list[Action] = []
        self.logs = LogImport(window, localizer, core.library.catalogue)
        for given in (window.top.field.block_given, window.file_dropped):
            given.connect(navigation.show_results)
        window.top.field.block_given.connect(self.logs.read_text)
        window.file_dropped.connect(self.logs.read_file)
        core.data.watch(self._on_data_problem)
        records.use(core.data)
        self._on_data_problem(core.data.problem)
        self._backup_timer = QTimer(self)
        self._backup_timer.timeout.connect(core.back_up_if_due)
        self._backup_timer.start(_BACKUP_CHECK_MS)
        self._tell_of_input_method()
        self._keep = core.keep_library
        self._indexing = core.engine.prepare()
        self._index_timer = QTimer(self)
        self._index_timer.timeout.connect(self._index_a_slice)
        self._index_timer.start(0)

    def connect_keys(self, actions: list[Action]) -> None:
        """Make the keys work, and be ready to list them."""
        self.actions = actions
        connect_actions(actions, self._window)

    @Slot()
    def show_keys(self) -> None:
        self._close_keys()
        self._keys = KeysDialog(self._theme, self._localizer, self._key_list, self._window)
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
    def _index_a_slice(self) -> None:
        try:
            is_over = next(self._indexing, self) is self
        except ResourceError as error:
            # One damaged page costs only itself: numbers and names are found all the same.
            self._window.messages.tell(self._localizer.text("problem.page", reason=error))
            is_over = True
        if is_over:
            self._index_timer.stop()
            # The indexes stay to the end: looking through them would hold up the window for a tenth of a second.
            gc.freeze()
            gc.enable()
            self._keep()
            self._window.lookup.panel.list_neighbours()

    def _on_data_problem(self, problem: Problem | None) -> None:
        if problem is not None:
            self._window.messages.tell(problem_message(problem, self._localizer))

    def _tell_of_input_method(self) -> None:
        """Say once if the session's input method has no way to this program, and how to mend that."""
        plugins = input_plugins(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
        name = unreachable_input_method(os.environ, QGuiApplication.platformName(), plugins)
        if name is not None and name != self._settings.told_input_method:
            self._settings.told_input_method = name
            self._window.messages.tell(self._localizer.text("problem.input-method", name=name, remedy=REMEDY))
