"""The words that the program shows, apart from the content: names of classes, chips, buttons, messages.

They are in two files, so that a command for the terminal has to read only one: ``words.json`` has what the terminal
shows (the window may show it, too), ``window.json`` has what only the window shows.
"""

from pathlib import Path

from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Language, Text

FILE = "i18n/words.json"
WINDOW_FILE = "i18n/window.json"


class Words:
    """Words by key such as ``retry.follow``. Texts may hold ``{placeholders}``."""

    def __init__(self, texts: dict[str, Text]) -> None:
        self._texts = texts

    @classmethod
    def load(cls, root: Path, *files: str) -> "Words":
        """Read ``files``, by default ``words.json`` alone.

        Raises ResourceError if a file is missing or is not JSON, or if a word lacks one of the two languages.
        """
        texts: dict[str, Text] = {}
        for file in files or (FILE,):
            document = read_json(root, file)
            fields = Fields(document, file)
            if isinstance(document, dict):
                texts.update((key, fields.both(key)) for key in document)
        return cls(texts)

    def text(self, key: str, language: Language, **values: object) -> str:
        """Return the words for ``key`` with the placeholders filled in. Raises ResourceError for an unknown key."""
        try:
            text = self._texts[key]
        except KeyError:
            raise ResourceError(FILE, "missing", field=key) from None
        return text[language].format(**values) if values else text[language]

    def both(self, key: str, **values: object) -> Text:
        """Return the words for ``key`` in both languages. Raises ResourceError for an unknown key."""
        return Text(self.text(key, Language.KOREAN, **values), self.text(key, Language.ENGLISH, **values))
