"""What waits until the first picture is on the screen: keys, the user's data, log reading, the search's indexes."""

import os
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from statusref.app.action_table import window_actions
from statusref.app.actions import connect_actions, key_groups
from statusref.app.log_import import LogImport
from statusref.app.preferences import Preferences
from statusref.app.problems import problem_message
from statusref.app.session import Session
from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.search.engine import SearchEngine
from statusref.settings.settings import Settings
from statusref.system.input_method import REMEDY, input_plugins, unreachable_input_method
from statusref.theme.theme import Theme
from statusref.userdata.problems import Problem
from statusref.userdata.user_data import open_user_data
from statusref.views.keys_dialog import KeyList, KeysDialog
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow


class IdleWork(QObject):
    """Does it all at once, but the indexes: those grow a slice at a time while the window is idle."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        preferences: Preferences,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
        catalogue: Catalogue,
        engine: SearchEngine,
        data_file: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._keys: KeysDialog | None = None
        self.actions = window_actions(window, session, preferences, self.show_keys)
        connect_actions(self.actions, window)
        self.logs = LogImport(window, localizer, catalogue)
        for given in (window.top.field.block_given, window.file_dropped):
            given.connect(session.show_results)
        window.top.field.block_given.connect(self.logs.read_text)
        window.file_dropped.connect(self.logs.read_file)
        self.data = open_user_data(data_file, lambda: datetime.now(UTC).astimezone())
        self.data.watch(self._on_data_problem)
        session.use_data(self.data)
        self._on_data_problem(self.data.problem)
        self._tell_of_input_method()
        self._indexing = engine.prepare()
        self._index_timer = QTimer(self)
        self._index_timer.timeout.connect(self._index_a_slice)
        self._index_timer.start(0)

    @Slot()
    def show_keys(self) -> None:
        """The list of keys."""
        if self._keys is not None:
            self._keys.close()
            self._keys.deleteLater()
        self._keys = KeysDialog(self._theme, self._localizer, self._key_list, self._window)
        self._keys.show()

    def _key_list(self) -> KeyList:
        return KeyList(self._localizer.text("key.title"), key_groups(self.actions, self._localizer))

    def finish_indexing(self) -> None:
        """Build what is left of the indexes now."""
        while self._index_timer.isActive():
            self._index_a_slice()

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
