"""Words that the window and the command line share: class names, chips, levels, answers, errors."""

from pathlib import Path

from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Language, Text

FILE = "i18n/words.json"


class Words:
    """The shared words, by key such as ``retry.follow``. Texts may hold ``{placeholders}``."""

    def __init__(self, texts: dict[str, Text]) -> None:
        self._texts = texts

    @classmethod
    def load(cls, root: Path) -> "Words":
        """Read ``i18n/words.json``. Raises ResourceError if it is missing, no JSON, or a word lacks a language."""
        document = read_json(root, FILE)
        fields = Fields(document, FILE)
        return cls({key: fields.both(key) for key in document}) if isinstance(document, dict) else cls({})

    def text(self, key: str, language: Language, **values: object) -> str:
        """Return the words for ``key`` with the placeholders filled in. Raises ResourceError for an unknown key."""
        try:
            text = self._texts[key]
        except KeyError:
            raise ResourceError(FILE, "missing", field=key) from None
        return text[language].format(**values) if values else text[language]
