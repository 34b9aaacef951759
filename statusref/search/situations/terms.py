"""The terms of a text: stems of English words, pairs of Korean syllables, and the concepts that its words stand for.

Pairs of syllables, because Korean joins words freely (``업로드용량초과``) and puts endings behind them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from statusref.domain.fields import Fields
from statusref.search.situations.english import stem
from statusref.search.understanding.framing import Framing

_WORD = re.compile(r"[a-z][a-z0-9'+#./-]*|[가-힣]+")
_PLAIN = re.compile(r"[a-z][a-z0-9']*")
_CONCEPT = "@"
"""Begins the term of a concept."""
_MOST_KNOWN = 8192


class Concept(NamedTuple):
    """A name for what several words mean, and their Korean and English spellings."""

    name: str
    korean: tuple[str, ...]
    english: tuple[str, ...]


class _Word(NamedTuple):
    """A word's terms, and what concepts are looked up in: its stems or its syllables, framing words included."""

    terms: tuple[str, ...]
    stems: tuple[str, ...]
    syllables: str


class Terms:
    """Splits texts into terms, with the endings and framing words of ``framing``."""

    def __init__(self, framing: Framing, concepts: Iterable[Concept] = ()) -> None:
        self._framing = framing
        # The spellings of the concepts by their first syllable or stem.
        self._korean: dict[str, list[tuple[str, str]]] = {}
        self._english: dict[str, list[tuple[list[str], str]]] = {}
        self._known: dict[str, _Word] = {}
        for concept in concepts:
            for spelling in (*concept.korean, *concept.english):
                self._add(spelling, _CONCEPT + concept.name)

    def _add(self, spelling: str, term: str) -> None:
        if spelling.isascii():
            stems = list(map(stem, _PLAIN.findall(spelling.lower())))
            self._english.setdefault(stems[0], []).append((stems, term))
        else:
            syllables = spelling.replace(" ", "")
            self._korean.setdefault(syllables[0], []).append((syllables, term))

    def of(self, text: str) -> dict[str, int]:
        """Return the terms of ``text``, each with the number of the word in which it begins first."""
        words = self._words(text)
        terms: dict[str, int] = {}
        for number, word in enumerate(words):
            for term in word.terms:
                terms.setdefault(term, number)
        stem_words = [number for number, word in enumerate(words) for _ in word.stems]
        for concept, place in self._english_concepts([one for word in words for one in word.stems]):
            terms.setdefault(concept, stem_words[place])
        syllable_words = [number for number, word in enumerate(words) for _ in word.syllables]
        for concept, place in self._korean_concepts("".join(word.syllables for word in words)):
            terms.setdefault(concept, syllable_words[place])
        return terms

    def of_phrase(self, text: str) -> set[str]:
        """Return the same terms, without their words."""
        words = self._words(text)
        terms = {term for word in words for term in word.terms}
        if text.isascii():
            terms.update(
                concept for concept, _ in self._english_concepts([one for word in words for one in word.stems])
            )
        else:
            terms.update(concept for concept, _ in self._korean_concepts("".join(word.syllables for word in words)))
        return terms

    def of_story(self, text: str) -> set[str]:
        """Return the terms of a long text without its concepts: it touches too many to be about them."""
        return {term for word in self._words(text) for term in word.terms}

    def _words(self, text: str) -> list[_Word]:
        return list(map(self._word, _WORD.findall(text.lower())))

    def _word(self, word: str) -> _Word:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> _Word:
        frames = self._framing.frames(word)
        if word[0].isascii():
            stems = tuple(map(stem, _PLAIN.findall(word)))
            return _Word(() if frames else stems, stems, "")
        if frames:
            return _Word((), (), word)
        bare = self._framing.without_ending(word) if len(word) > 2 else word
        pairs = (bare,) if len(bare) == 1 else tuple(map("".join, pairwise(bare)))
        return _Word(pairs, (), word)

    def _english_concepts(self, stems: Sequence[str]) -> Iterator[tuple[str, int]]:
        for place, first in enumerate(stems):
            for spelling, concept in self._english.get(first, ()):
                if spelling == stems[place : place + len(spelling)]:
                    yield concept, place

    def _korean_concepts(self, syllables: str) -> Iterator[tuple[str, int]]:
        for place, first in enumerate(syllables):
            for spelling, concept in self._korean.get(first, ()):
                if syllables.startswith(spelling, place):
                    yield concept, place


def read_concepts(fields: Fields) -> Iterable[Concept]:
    """Read the concepts of a document. Raises ResourceError if it says something it must not."""
    return fields.objects("concepts", _concept)


def _concept(fields: Fields) -> Concept:
    fields.only(frozenset({"id", "ko", "en"}))
    return Concept(fields.text("id"), fields.texts("ko"), fields.texts("en"))
