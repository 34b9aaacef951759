"""The terms of a text: stems of English words, pairs of Korean syllables, and the concepts that its words stand for.

Pairs of syllables, because Korean joins words freely (``업로드용량초과``) and puts endings behind them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from statusref.domain.fields import Fields
from statusref.search.situations.english import stem
from statusref.search.understanding.framing import Framing

_WORD = re.compile(r"[a-z][a-z0-9'+#./-]*|[가-힣]+")
_PLAIN = re.compile(r"[a-z][a-z0-9']*")
_LONGEST = 8
"""Syllables of the longest Korean spelling of a concept."""
_MOST_WORDS = 4
"""Words of the longest English spelling of a concept."""
CONCEPT = "@"
"""Begins the term of a concept."""


class Terms:
    """Splits texts into terms, with the endings and framing words of ``framing``."""

    def __init__(self, framing: Framing, concepts: Iterable[tuple[str, Sequence[str], Sequence[str]]] = ()) -> None:
        """``concepts`` are names with their Korean and English spellings."""
        self._framing = framing
        self._korean: dict[str, list[str]] = {}
        self._english: dict[tuple[str, ...], list[str]] = {}
        for name, korean, english in concepts:
            for spelling in (*korean, *english):
                if spelling.isascii():
                    key = tuple(map(stem, _PLAIN.findall(spelling.lower())))
                    self._english.setdefault(key, []).append(CONCEPT + name)
                else:
                    self._korean.setdefault(spelling.replace(" ", ""), []).append(CONCEPT + name)

    def of(self, text: str) -> dict[str, int]:
        """Return the terms of ``text``, each with the number of the word in which it begins first."""
        terms: dict[str, int] = {}
        english: list[tuple[str, int]] = []
        syllables: list[str] = []
        sources: list[int] = []
        for number, word in enumerate(_WORD.findall(text.lower())):
            if word[0].isascii():
                english += [(stem(part), number) for part in _PLAIN.findall(word)]
                if not self._framing.frames(word):
                    for part in _PLAIN.findall(word):
                        terms.setdefault(stem(part), number)
            else:
                syllables.append(word)
                sources += [number] * len(word)
                for pair in self._syllables(word):
                    terms.setdefault(pair, number)
        for concept, source in (*self._english_concepts(english), *self._korean_concepts("".join(syllables), sources)):
            terms.setdefault(concept, source)
        return terms

    def _syllables(self, word: str) -> Iterable[str]:
        if self._framing.frames(word):
            return ()
        bare = self._framing.without_ending(word) if len(word) > 2 else word
        if len(bare) == 1:
            return (bare,)
        return (bare[place : place + 2] for place in range(len(bare) - 1))

    def _english_concepts(self, stems: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        for first, (_, source) in enumerate(stems):
            for size in range(1, min(_MOST_WORDS, len(stems) - first) + 1):
                for concept in self._english.get(tuple(one for one, _ in stems[first : first + size]), ()):
                    yield concept, source

    def _korean_concepts(self, syllables: str, sources: list[int]) -> Iterator[tuple[str, int]]:
        for first, source in enumerate(sources):
            for size in range(1, min(_LONGEST, len(sources) - first) + 1):
                for concept in self._korean.get(syllables[first : first + size], ()):
                    yield concept, source


def read_concepts(fields: Fields) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Read the concepts of a document. Raises ResourceError if it says something it must not."""

    def one(inner: Fields) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        inner.only(frozenset({"id", "ko", "en"}))
        return inner.text("id"), inner.texts("ko"), inner.texts("en")

    return list(fields.objects("concepts", one))
