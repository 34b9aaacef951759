"""What a page of the window may ask for when it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.settings.options import Appearance, Closing, CopyFormat, FontChoice
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer

if TYPE_CHECKING:
    # Only the pages that need them load these.
    from statusref.search.results import Results
    from statusref.views.compare.pins import Pins
    from statusref.views.correction import Correction
    from statusref.views.study.context import FileChooser, StudyContext


class Preferences(Protocol):
    """Puts what the user chooses into force at once and keeps it."""

    @property
    def changed(self) -> SignalInstance:
        """Sent after a choice has come into force."""

    def use_appearance(self, appearance: Appearance) -> None:
        """Light, dark, or what the system says."""

    def use_language(self, language: Language) -> None:
        """The language of the window."""

    def use_font(self, font: FontChoice) -> None:
        """The font of the window."""

    def use_text_size(self, size: int) -> None:
        """The text size in percent, one of ``TEXT_SIZES``."""

    def use_copy_format(self, copy_format: CopyFormat) -> None:
        """What copying a code copies."""

    def use_closing(self, closing: Closing) -> None:
        """What closing the last window does."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """Given to ``WindowPage.make``; each page takes from it what its own constructor names.

    ``data_file`` is where the user's data lies. ``files`` returns what asks for a file. ``study`` opens the user's
    data, which takes its time. ``pins`` are what this window compares. ``last_correction`` is that of the code looked
    up last.
    """

    theme: Theme
    localizer: Localizer
    library: Library
    settings: Settings
    preferences: Preferences
    version: str
    data_file: Path
    files: "Callable[[], FileChooser]"
    study: "Callable[[], StudyContext]"
    pins: "Callable[[], Pins]"
    search: "Callable[[str], Results]"
    last_correction: "Callable[[], Correction]"
