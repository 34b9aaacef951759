"""The words of the window in the language that is in force."""

from PySide6.QtCore import QObject, Signal

from statusref.domain.text import Language, Text
from statusref.domain.words import Words


class Localizer(QObject):
    """Looks words up for the views. At ``changed``, when another language is in force, they look up theirs again."""

    changed = Signal()

    def __init__(self, words: Words, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._language = language

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    def use(self, language: Language) -> None:
        """Put a language into force and tell the views, even where it was in force before."""
        self._language = language
        self.changed.emit()

    def text(self, key: str, **values: object) -> str:
        """Return the words for ``key`` with its placeholders filled in. Raises ResourceError for an unknown key."""
        return self._words.text(key, self._language, **values)

    def both(self, key: str) -> Text:
        """Return the words for ``key`` in both languages, for what is always shown in both."""
        return self._words.both(key)

    def count(self, key: str, number: int) -> str:
        """Return the words for so many of something: ``key.one`` or ``key.many`` with the number for ``{n}``."""
        return self.text(f"{key}.one" if number == 1 else f"{key}.many", n=f"{number:,}")

    def of(self, text: Text) -> str:
        """Return the side of a bilingual text that is in force."""
        return text[self._language]
