"""The terms of a text: stems of English words, pairs of Korean syllables, and the concepts that its words stand for.

Pairs of syllables, because Korean joins words freely (``업로드용량초과``) and puts endings behind them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from statusref.domain.fields import Fields
from statusref.search.packed import Packed
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
    """A word: the terms that it has by itself, with and without concepts, and the parts by which phrases are found."""

    terms: tuple[str, ...]
    with_concepts: tuple[str, ...]
    parts: tuple[str, ...]


class Spellings(NamedTuple):
    """How concepts are spelt.

    In a Korean word, by the first syllable; as the stem of an English one; with several words, by the first of them.
    """

    in_word: Packed[tuple[str, str]]
    stems: Packed[str]
    phrases: Packed[tuple[tuple[str, ...], str]]

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "Spellings":
        in_word: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        stems: defaultdict[str, list[str]] = defaultdict(list)
        phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for concept in concepts:
            term = _CONCEPT + concept.name
            for spelling in (*concept.korean, *concept.english):
                parts = tuple(part for word in _WORD.findall(spelling.lower()) for part in _parts(word))
                if len(parts) > 1:
                    phrases[parts[0]].append((parts, term))
                if not spelling.isascii():
                    syllables = "".join(parts)
                    in_word[syllables[0]].append((syllables, term))
                elif len(parts) == 1:
                    stems[parts[0]].append(term)
        return cls(Packed.of(in_word), Packed.of(stems), Packed.of(phrases))

    @classmethod
    def restored(cls, state: list[dict[str, bytes]]) -> "Spellings":
        """Make what was saved as ``state``."""
        in_word, stems, phrases = state
        return cls(Packed(in_word), Packed(stems), Packed(phrases))

    @property
    def state(self) -> list[dict[str, bytes]]:
        """What ``restored`` takes."""
        return [packed.state for packed in self]


class Terms:
    """Splits texts into terms, with the endings and framing words of ``framing``."""

    def __init__(self, framing: Framing, spellings: Spellings) -> None:
        self._framing = framing
        self._spellings = spellings
        self._known: dict[str, _Word] = {}

    def of(self, text: str) -> dict[str, int]:
        """Return the terms of ``text``, each with the number of the word in which it begins first."""
        words = self._words(text)
        terms: dict[str, int] = {}
        for number, word in enumerate(words):
            for term in word.with_concepts:
                terms.setdefault(term, number)
        numbers = [number for number, word in enumerate(words) for _ in word.parts]
        for concept, place in self._concepts_of_phrases([part for word in words for part in word.parts]):
            terms.setdefault(concept, numbers[place])
        return terms

    def of_phrase(self, text: str) -> set[str]:
        """Return the same terms, without their words."""
        words = self._words(text)
        terms = {term for word in words for term in word.with_concepts}
        terms.update(term for term, _ in self._concepts_of_phrases([part for word in words for part in word.parts]))
        return terms

    def of_story(self, text: str) -> set[str]:
        """Return the terms of a long text: only those of words that were met before, and no concepts.

        It touches too many concepts to be about them, and most of its other words are told once and asked never.
        """
        return self._met(_WORD.findall(text.lower()))

    def of_keyword(self, text: str) -> tuple[set[str], int]:
        """Return the terms that a story of these words has, and how many of the words were not met before.

        If all words but one only frame a question, return nothing: ``로그인`` does not stand for ``로그인 오류``.
        """
        words = [word for word in _WORD.findall(text.lower()) if not self._framing.frames(word)]
        unmet = sum(word not in self._known for word in words)
        return (self._met(words), unmet) if len(words) > 1 else (set(), 0)

    def _met(self, words: Iterable[str]) -> set[str]:
        """Return the terms of those ``words`` that were met before, and no concepts."""
        known = map(self._known.get, words)
        return set().union(*(word.terms for word in known if word is not None))

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
        parts = _parts(word)
        frames = self._framing.frames(word)
        if word[0].isascii():
            concepts = tuple(concept for part in parts for concept in self._spellings.stems.get(part))
            terms = () if frames else parts
        else:
            concepts = tuple(
                concept
                for place, first in enumerate(word)
                for spelling, concept in self._spellings.in_word.get(first)
                if word.startswith(spelling, place)
            )
            terms = () if frames else self._pairs(word)
        return _Word(terms, (*terms, *concepts), parts)

    def _pairs(self, word: str) -> tuple[str, ...]:
        bare = self._framing.without_ending(word) if len(word) > 2 else word
        return (bare,) if len(bare) == 1 else tuple(map("".join, pairwise(bare)))

    def _concepts_of_phrases(self, parts: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Yield the concepts that are spelt with several words, and the place of the first of these parts.

        The last word of a Korean spelling may go on with an ending.
        """
        phrases = self._spellings.phrases.having(parts)
        for place, first in enumerate(parts) if phrases else ():
            for spelling, concept in phrases.get(first, ()):
                *head, last = parts[place : place + len(spelling)]
                if (*head,) == spelling[:-1] and (last == spelling[-1] or _goes_on(last, spelling[-1])):
                    yield concept, place


def _parts(word: str) -> tuple[str, ...]:
    if word.isascii() and word.isalpha():
        return (stem(word),)
    return tuple(map(stem, _PLAIN.findall(word))) if word[0].isascii() else (word,)


def _goes_on(word: str, start: str) -> bool:
    return not start.isascii() and word.startswith(start)


def read_concepts(fields: Fields) -> Iterable[Concept]:
    """Read the concepts of a document. Raises ResourceError if it says something it must not."""
    return fields.objects("concepts", _concept)


def _concept(fields: Fields) -> Concept:
    fields.only(frozenset({"id", "ko", "en"}))
    return Concept(fields.text("id"), fields.texts("ko"), fields.texts("en"))
