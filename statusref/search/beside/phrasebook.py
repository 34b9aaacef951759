"""Finds many phrases in a text at once: as whole words, the longest first.

A phrase is looked up by its first word, so a text costs a dictionary access per word, however many phrases there are.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from statusref.domain.messages import ANYTHING, MAX_ANYTHING
from statusref.search.packed import Packed

T = TypeVar("T")
_Phrase = tuple[str, int, str | None, T]

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


class Hit(NamedTuple, Generic[T]):
    """A phrase that was found: its half-open span in the text, and what it stands for."""

    start: int
    end: int
    value: T

    @property
    def size(self) -> int:
        return self.end - self.start


class Scanned:
    """A text in small letters and its words with their places: made once for all the books that it is looked up in."""

    __slots__ = ("different", "small", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = _small(text)
        self.words = [(word[0], word.start()) for word in _WORD.finditer(self.small)]
        self.different = {word for word, _ in self.words}


class Phrasebook(Generic[T]):
    """Phrases and what each of them stands for. ``*`` in a phrase stands for up to 80 characters of the same line.

    ``saved`` is the ``state`` of another book, whose phrases this one then has. Values must be of types that
    ``marshal`` supports.
    """

    __slots__ = ("_by_word", "_packed")

    def __init__(self, saved: dict[str, bytes] | None = None) -> None:
        # For each phrase, by its first word: the phrase in small letters, how many characters stand before that word,
        # the phrase with its capitals if they count, and the value.
        self._by_word: dict[str, list[_Phrase[T]]] = {}
        self._packed: Packed[_Phrase[T]] = Packed(saved or {})

    @property
    def state(self) -> dict[str, bytes]:
        """All phrases, for ``saved``."""
        return self._packed.state | Packed.of(self._by_word).state

    def add(self, phrase: str, value: T, *, exact_case: bool = False) -> None:
        """Add a phrase. With ``exact_case``, capital and small letters are told apart."""
        small = phrase.lower()
        word = _WORD.search(small)
        if word is None:
            raise ValueError(f"{phrase!r} has no word")
        found = (small, word.start(), phrase if exact_case else None, value)
        self._by_word.setdefault(word[0], []).append(found)

    def find(self, scanned: Scanned) -> list[Hit[T]]:
        """Return every phrase in the text, the longest first, then by place."""
        by_word: Mapping[str, Sequence[_Phrase[T]]] = self._by_word or self._packed.having(scanned.different)
        found: list[Hit[T]] = []
        for word, place in scanned.words if by_word else ():
            for small, lead, exact, value in by_word.get(word, ()):
                start = place - lead
                end = _end(scanned.small, small, start) if start >= 0 else None
                if end is not None and (exact is None or scanned.text[start:end] == exact):
                    found.append(Hit(start, end, value))
        found.sort(key=lambda hit: (-hit.size, hit.start))
        return found


def apart(hits: list[Hit[T]]) -> list[Hit[T]]:
    """Drop every hit that lies inside a longer one. Hits with the same span stay."""
    kept: list[Hit[T]] = []
    for hit in hits:
        if not any(other.start <= hit.start and hit.end <= other.end and other.size > hit.size for other in kept):
            kept.append(hit)
    return kept


def _small(text: str) -> str:
    """Return ``text`` in small letters, at the same places: no letter becomes two."""
    small = text.translate(_QUOTES).lower()
    return small if len(small) == len(text) else "".join(char.lower()[:1] for char in text)


def _end(text: str, phrase: str, start: int) -> int | None:
    """Return where the phrase ends that begins at ``start``, or None if it is not there."""
    first, *rest = phrase.split(ANYTHING)
    if not text.startswith(first, start) or (_is_wordy(first[0]) and start and _is_wordy(text[start - 1])):
        return None
    place = start + len(first)
    for part in rest:
        limit = place + MAX_ANYTHING + len(part)
        line_end = text.find("\n", place, limit)
        found = text.find(part, place, limit if line_end < 0 else line_end)
        if found < 0:
            return None
        place = found + len(part)
    if _is_wordy(text[place - 1]) and place < len(text) and _is_wordy(text[place]):
        return None
    return place


def _is_wordy(char: str) -> bool:
    return char.isalnum() or char == "_"
