"""The shared words in the language in force."""

from statusref.domain.text import Language, Text
from statusref.domain.words import Words


class Localizer:
    """What views ask for words with. The owner sets ``language``, then sends the LanguageChange event round."""

    def __init__(self, words: Words, language: Language) -> None:
        self._words = words
        self.language = language

    def text(self, key: str, **values: object) -> str:
        """The words for ``key`` in the language in force. Raises ResourceError for an unknown key."""
        return self._words.text(key, self.language, **values)

    def of(self, text: Text) -> str:
        """A bilingual text in the language in force."""
        return text[self.language]
