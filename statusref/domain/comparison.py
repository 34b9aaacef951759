"""Codes side by side: their facts as rows, and what tells confusable ones apart."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from statusref.domain.catalogue import title
from statusref.domain.chips import cache_words, class_chip, introduction
from statusref.domain.library import Library
from statusref.domain.status import Entry
from statusref.domain.text import Language

MOST = 5
"""More columns than this cannot be read."""
NOTHING = "–"
"""Stands where an entry has no such fact."""


class ComparedRow(NamedTuple):
    """One fact of every entry. ``key`` is the key of its label among the words."""

    key: str
    label: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return len(set(self.values)) > 1


class Difference(NamedTuple):
    """The sentence that tells two of the entries apart."""

    ids: tuple[str, str]
    text: str


class Comparison(NamedTuple):
    entries: tuple[Entry, ...]
    differences: tuple[Difference, ...]
    rows: tuple[ComparedRow, ...]


def compare(library: Library, entries: Sequence[Entry], language: Language) -> Comparison:
    """Put entries side by side. Of an entry that is named twice, the first counts."""
    chosen = tuple({entry.id: entry for entry in entries}.values())
    ids = {entry.id for entry in chosen}
    differences = tuple(
        Difference(pair.ids, pair.difference[language]) for pair in library.catalogue.pairs if ids.issuperset(pair.ids)
    )
    facts = _Facts(library, language)
    rows = ((key, tuple(value(entry) or NOTHING for entry in chosen)) for key, value in facts.rows())
    named = (ComparedRow(key, library.words.text(key, language), values) for key, values in rows)
    return Comparison(chosen, differences, tuple(row for row in named if set(row.values) != {NOTHING}))


class _Facts:
    """What is said of one entry in each row, in a few words; empty where there is nothing to say."""

    def __init__(self, library: Library, language: Language) -> None:
        self._words = library.words
        self._language = language

    def rows(self) -> tuple[tuple[str, Callable[[Entry], str]], ...]:
        return (
            ("compare.phrase", lambda entry: entry.phrase),
            ("compare.korean", lambda entry: entry.korean),
            ("compare.class", self._class),
            ("part.side", lambda entry: entry.side.phrase[self._language]),
            ("part.first-step", lambda entry: entry.first_step[self._language]),
            ("compare.registration", lambda entry: self._text(f"registration.{entry.registration.value}")),
            ("compare.vendor", lambda entry: entry.vendor[self._language] if entry.vendor else ""),
            ("part.reference", lambda entry: entry.reference or ""),
            ("compare.caching", lambda entry: cache_words(entry, self._words, self._language)),
            ("compare.retry", lambda entry: self._text(f"retry.{entry.retry.value}")),
            (
                "compare.content",
                lambda entry: self._text(f"content.{entry.content.value if entry.content else 'unseen'}"),
            ),
            ("compare.method", self._method),
            ("part.headers", self._headers),
            ("part.introduced", lambda entry: introduction(entry, self._words, self._language)),
            ("part.former", lambda entry: ", ".join(name.phrase for name in entry.former)),
        )

    def _class(self, entry: Entry) -> str:
        return class_chip(entry.status_class, self._words, self._language) if entry.status_class else ""

    def _method(self, entry: Entry) -> str:
        """What a redirect makes of the method (RFC 9110, Sections 15.4.2 to 15.4.9)."""
        rule = _METHODS.get(entry.id)
        return self._text(f"compare.method.{rule}") if rule else ""

    def _headers(self, entry: Entry) -> str:
        return ", ".join(f"{header.name} ({self._text(f'level.{header.level.value}')})" for header in entry.headers)

    def _text(self, key: str) -> str:
        return self._words.text(key, self._language)


_METHODS = {"301": "may-change", "302": "may-change", "303": "get", "307": "kept", "308": "kept"}


def column_title(entry: Entry) -> str:
    """Return what stands above the column of an entry: its number, with the vendor where another has it, too."""
    return entry.number if entry.official else title(entry)
