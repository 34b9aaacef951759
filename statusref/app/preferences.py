"""What the user chooses: language, appearance, font, text size, what copying copies, what closing does."""

from PySide6.QtCore import QObject, Signal, Slot

from statusref.app.appearance import AppearanceControl
from statusref.app.translation import QtTranslation
from statusref.domain.text import Language
from statusref.settings.options import TEXT_SIZES, Appearance, Closing, CopyFormat, FontChoice
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer


class Preferences(QObject):
    """Puts a choice into force at once and keeps it.

    ``changed`` tells whoever shows the choices; ``text_size_changed`` carries the new size in percent.
    """

    changed = Signal()
    text_size_changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
        translation: QtTranslation,
        appearance: AppearanceControl,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._translation = translation
        self._appearance = appearance

    @Slot()
    def step_language(self) -> None:
        other = Language.ENGLISH if self._localizer.language is Language.KOREAN else Language.KOREAN
        self.use_language(other)

    @Slot(Language)
    def use_language(self, language: Language) -> None:
        """Put a language into force and keep it."""
        self._settings.language = language
        self._translation.use(language)
        self._localizer.use(language)
        self.changed.emit()

    @Slot()
    def step_appearance(self) -> None:
        """From system to light to dark and round again."""
        order = list(Appearance)
        self.use_appearance(order[(order.index(self._settings.appearance) + 1) % len(order)])

    @Slot(Appearance)
    def use_appearance(self, appearance: Appearance) -> None:
        """Put an appearance into force and keep it."""
        self._settings.appearance = appearance
        self._appearance.use(appearance)
        self.changed.emit()

    @Slot(FontChoice)
    def use_font(self, font: FontChoice) -> None:
        """Put a font into force and keep it."""
        self._settings.font = font
        self._theme.apply(bundled=font is FontChoice.BUNDLED)
        self.changed.emit()

    @Slot(int)
    def use_text_size(self, size: int) -> None:
        """Put a text size (percent, one of TEXT_SIZES) into force and keep it."""
        self._settings.text_size = size
        self._theme.apply(factor=size / 100)
        self.changed.emit()
        self.text_size_changed.emit(size)

    @Slot()
    def larger_text(self) -> None:
        self._step_size(1)

    @Slot()
    def smaller_text(self) -> None:
        self._step_size(-1)

    @Slot()
    def normal_text(self) -> None:
        self.use_text_size(100)

    @Slot(CopyFormat)
    def use_copy_format(self, copy_format: CopyFormat) -> None:
        """Keep in which form copying a code copies it."""
        self._settings.copy_format = copy_format
        self.changed.emit()

    @Slot(Closing)
    def use_closing(self, closing: Closing) -> None:
        """Put into force what closing the last window does, and keep it."""
        self._settings.closing = closing
        self.changed.emit()

    def _step_size(self, step: int) -> None:
        place = TEXT_SIZES.index(self._settings.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self.use_text_size(TEXT_SIZES[place])
