"""What there is once in a process, however many windows it has: the core, what the user has set, and the looks."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from statusref.app.appearance import AppearanceControl
from statusref.app.errors import CrashHook
from statusref.app.preferences import Preferences
from statusref.app.translation import QtTranslation
from statusref.core.core import Core
from statusref.domain.text import Language
from statusref.domain.words import FILE, WINDOW_FILE
from statusref.settings.settings import Settings
from statusref.settings.store import open_store
from statusref.system.desktop.appearance import SystemAppearance
from statusref.system.desktop.session import desktop_portal
from statusref.system.language import messages_locale
from statusref.system.machine import Machine
from statusref.system.paths import Paths
from statusref.theme.fonts import TextStyle, load_bundled_fonts
from statusref.theme.icons import kept_icons
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer

if TYPE_CHECKING:
    from statusref.app.shared_work import SharedWork


class Program:
    """Made before the first window. What one window changes here, all of them show."""

    def __init__(self, qt: QApplication, root: Path, paths: Paths) -> None:
        """Raises ResourceError if one of the program's own files cannot be used."""
        CrashHook(paths.log).install()
        self.qt = qt
        self.paths = paths
        self.core = Core(root, paths.data, FILE, WINDOW_FILE, cache=paths.cache)
        # Read now: a note that is wrong ends the program here, and is not told of on every page that lists its notes.
        _ = self.core.library.notes
        load_bundled_fonts(root / "fonts")
        store, self.broken_settings = open_store(paths.settings)
        self.settings = Settings(store)
        self.localizer = Localizer(self.core.library.words, self.settings.language or language_of_locale())
        self.translation = QtTranslation(qt)
        self.translation.use(self.localizer.language)
        self.theme = Theme(root / "icons", kept=kept_icons(paths.cache, root))
        self.theme.apply(bundled=self.settings.font.value == "pretendard", factor=self.settings.text_size / 100)
        # For message boxes and tool tips. A text field looks the application's font up when it is made; Qt's own choice
        # would be one more font to load, in which nothing is painted.
        qt.setFont(self.theme.font(TextStyle.CONTROL))
        system = SystemAppearance(qt.styleHints(), desktop_portal(Machine.this(), qt), qt)
        self.appearance = AppearanceControl(self.theme, system, self.settings.appearance, qt)
        self.preferences = Preferences(self.theme, self.localizer, self.settings, self.translation, self.appearance, qt)
        self._work: SharedWork | None = None

    @property
    def work(self) -> "SharedWork":
        """What waits for the first picture. It begins when it is first asked for."""
        if self._work is None:
            from statusref.app.shared_work import SharedWork  # noqa: PLC0415 - opens the user's data

            self._work = SharedWork(self.core)
            self.qt.applicationStateChanged.connect(self._work.look_elsewhere)
            self._work.indexed.connect(self.theme.icons.keep)
        return self._work

    def ask_about_unsaved(self) -> None:
        """Where changes cannot be saved, ask what becomes of them."""
        data = self.core.opened_data
        if data is not None and not data.save():
            from statusref.app.unsaved import ask_about_unsaved  # noqa: PLC0415 - hardly ever needed

            ask_about_unsaved(data, self.localizer)

    def close(self) -> None:
        """Let go of the user's data. Nothing may be done with the windows afterwards."""
        if self._work is not None:
            self._work.stop()
        self.core.close()


def language_of_locale() -> Language:
    """Return the language of a first start: Korean if the system's locale is Korean, else English."""
    return Language.from_locale(messages_locale(os.environ) or QLocale.system().name())
