"""What the user can set, put into force at once and kept."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from statusref.app.appearance import AppearanceControl
from statusref.app.translation import QtTranslation
from statusref.domain.text import Language
from statusref.settings.options import TEXT_SIZES, Appearance, CopyFormat, FontChoice
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    # Loaded when first opened.
    from statusref.views.settings_page import SettingsPage


class Preferences(QObject):
    """Connects what offers a choice (settings page, status line, keys) with what the choice is about."""

    language_changed = Signal(Language)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
        translation: QtTranslation,
        appearance: AppearanceControl,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._translation = translation
        self._appearance = appearance

    @Slot()
    def show(self) -> None:
        """Show what is in force where the window names it."""
        self._window.status.show_choices(self._localizer.language, self._settings.appearance)
        if self._window.page == "settings":
            cast("SettingsPage", self._window.widget("settings")).show_settings(self._localizer.language)

    @Slot()
    def step_language(self) -> None:
        """Switch to the other language."""
        other = Language.ENGLISH if self._localizer.language is Language.KOREAN else Language.KOREAN
        self.use_language(other)

    @Slot(Language)
    def use_language(self, language: Language) -> None:
        """Put a language into force and keep it."""
        self._settings.language = language
        self._translation.use(language)
        self._localizer.use(language)
        self.show()
        self.language_changed.emit(language)

    @Slot()
    def step_appearance(self) -> None:
        """System, light, dark, and round again."""
        order = list(Appearance)
        self.use_appearance(order[(order.index(self._settings.appearance) + 1) % len(order)])

    @Slot(Appearance)
    def use_appearance(self, appearance: Appearance) -> None:
        """Put an appearance into force and keep it."""
        self._settings.appearance = appearance
        self._appearance.use(appearance)
        self.show()

    @Slot(FontChoice)
    def use_font(self, font: FontChoice) -> None:
        """Put a font into force and keep it."""
        self._settings.font = font
        self._theme.apply(bundled=font is FontChoice.BUNDLED)

    @Slot(int)
    def use_text_size(self, size: int) -> None:
        """Put a text size (percent) into force and keep it."""
        self._settings.text_size = size
        self._theme.apply(factor=size / 100)
        self.show()
        self._window.status.show_message(self._localizer.text("status.text-size", size=size))

    @Slot()
    def larger_text(self) -> None:
        """The next larger size."""
        self._step_size(1)

    @Slot()
    def smaller_text(self) -> None:
        """The next smaller size."""
        self._step_size(-1)

    @Slot()
    def normal_text(self) -> None:
        """100 %."""
        self.use_text_size(100)

    @Slot(CopyFormat)
    def use_copy_format(self, copy_format: CopyFormat) -> None:
        """Keep what copying copies."""
        self._settings.copy_format = copy_format

    def _step_size(self, step: int) -> None:
        place = TEXT_SIZES.index(self._settings.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self.use_text_size(TEXT_SIZES[place])
