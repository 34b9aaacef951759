"""The two languages, and texts in both."""

from enum import Enum


class Language(Enum):
    """A language of the window, the command line and the content. The value is its ISO 639-1 code."""

    KOREAN = "ko"
    ENGLISH = "en"

    @classmethod
    def from_locale(cls, name: str) -> "Language":
        """Choose for a POSIX or BCP 47 locale name: Korean for ``ko…``, English for everything else."""
        return cls.KOREAN if name.lower().startswith("ko") else cls.ENGLISH


class Text:
    """One sentence or phrase in both languages.

    Not a data class: every command makes about 1 500 of them, and a frozen data class takes twice as long to make.
    """

    __slots__ = ("en", "ko")

    def __init__(self, ko: str, en: str) -> None:
        self.ko = ko
        self.en = en

    def __getitem__(self, language: Language) -> str:
        return self.ko if language is Language.KOREAN else self.en

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.ko, self.en) == (other.ko, other.en)

    def __hash__(self) -> int:
        return hash((self.ko, self.en))

    def __repr__(self) -> str:
        return f"Text({self.ko!r}, {self.en!r})"
