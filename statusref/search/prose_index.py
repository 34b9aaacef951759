"""An index of the words on the entries' pages, in both languages. A query finds words that start with it."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, chain, repeat
from typing import Any

from statusref.domain.markdown import plain_text
from statusref.domain.prose import ProseStore, Section
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.search.hangul import strokes_of
from statusref.search.mixed import mixed_source
from statusref.search.needle import Needle
from statusref.search.pieces import cut, numbers_of, text_of
from statusref.search.ranks import Ranks
from statusref.search.results import Field, Mark
from statusref.search.slices import Slices
from statusref.search.sorted_texts import END

_SHORTEST = 3
"""Queries with fewer strokes than these are not looked up: too many words start with them."""
_SPLIT_SLICE = 1500
_MOST_MARKS = 1000
_LAST = "\U0010ffff"
_SEARCHED = tuple(section for section in Section if section is not Section.EXAMPLE)
"""All sections but the examples: these are HTTP messages and have nearly all the same words."""


_LATIN = bytes(ord(char.lower()) if char.isalnum() else ord(" ") for char in map(chr, range(128))) + b" " * 128
"""Makes small letters of the bytes of text in UTF-8, and spaces of all that is neither a Latin letter nor a digit."""
_HANGUL_STARTS = [bytes([start]) for start in range("가".encode()[0], "힣".encode()[0] + 1)]
"""The bytes with which a syllable begins in UTF-8: most English pages have none, and to look for a byte is quick."""
_Pending = defaultdict[str, list[int]]
"""The positions of entries by the words on their pages."""


@cache
def _hangul_pattern() -> re.Pattern[str]:
    return re.compile("[가-힣]+")


@lru_cache(64)
def _start_pattern(plain: str, *, is_hangul: bool) -> re.Pattern[str]:
    """Return a pattern of the words that start with a folded query."""
    # To compile [가-힣], or any letters without their case where there is none, takes a part of a key's time.
    letter = r"[^\W0-9A-Za-z_]" if is_hangul else "[0-9A-Za-z]"
    case = "" if plain.upper() == plain else "i"
    return re.compile(rf"(?<!{letter})(?{case}:{mixed_source(plain)})")


class ProseIndex:
    """Knows which words stand on which entry's page. Ready when ``slices`` are finished; finds nothing before."""

    __slots__ = ("_firsts", "_marks", "_places", "_positions", "_prose", "_ranks", "_words", "slices")

    def __init__(self, ranks: Ranks, prose: ProseStore) -> None:
        self._ranks = ranks
        self._prose = prose
        self.slices = Slices(self._build)
        # The words of a query that is being typed stay the same, but for the last one.
        self._marks: dict[tuple[str, str, Language], Mark | None] = {}
        # All words as strokes, sorted, in one string: nine thousand strings would take four times the memory. Word n
        # begins at _places[n]; its entries are _positions[_firsts[n]:_firsts[n + 1]].
        self._words = ""
        self._places = array("I")
        self._positions = array("I")
        self._firsts = array("I")

    def _build(self) -> Iterator[None]:
        """Read and index one page at a time. Raises ResourceError for a page that cannot be read."""
        if self._words:
            return
        # Two, because one dictionary of all words would take longer to grow than a slice may with a hundred times the
        # catalogue.
        latin: _Pending = defaultdict(list)
        hangul: _Pending = defaultdict(list)
        for position, entry in enumerate(self._ranks.entries):
            latin_words: set[str] = set()
            hangul_words: set[str] = set()
            for language in Language:
                text = self._text(entry, language)
                content = text.encode()
                latin_words.update(content.translate(_LATIN).decode().split())
                if any(start in content for start in _HANGUL_STARTS):
                    hangul_words.update(_hangul_pattern().findall(text))
                yield
            for pending, words in ((latin, latin_words), (hangul, hangul_words)):
                # A loop over the words in C: with a hundred times the catalogue there are four millions.
                deque(map(list.append, map(pending.__getitem__, words), repeat(position)), maxlen=0)
        yield from self._sort(latin, hangul)

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts."""
        for whole in (self._words, self._places, self._firsts, self._positions):
            yield from cut(whole)

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of reading all pages, in slices."""
        words = yield from text_of(pieces)
        places = yield from numbers_of(pieces)
        firsts = yield from numbers_of(pieces)
        positions = yield from numbers_of(pieces)
        self._words, self._places, self._firsts, self._positions = words, places, firsts, positions

    def _text(self, entry: Entry, language: Language) -> str:
        page = self._prose.page(entry.id, language)
        return "\n".join(page.sections[part] for part in _SEARCHED if part in page.sections)

    def _sort(self, *several: _Pending) -> Iterator[None]:
        # What was dealt with is let go at once: to free it all in the end would take longer than any slice.
        by_start: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for pending in several:
            while pending:
                some = dict(pending.popitem() for _ in range(min(_SPLIT_SLICE, len(pending))))
                for strokes, positions in zip(strokes_of(END.join(some)).split(END), some.values(), strict=True):
                    if len(strokes) >= _SHORTEST:
                        by_start[strokes[:_SHORTEST]].append((strokes, positions))
                yield
        starts = sorted(by_start)
        yield
        blob: list[str] = []
        places, firsts, flat = array("I"), array("I"), array("I")
        size = 0
        for start in starts:
            words, positions_of_words = zip(*sorted(by_start.pop(start)), strict=True)
            blob.append(END.join((*words, "")))
            places.extend(accumulate((len(word) + len(END) for word in words[:-1]), initial=size))
            size += len(blob[-1])
            firsts.extend(accumulate(map(len, positions_of_words[:-1]), initial=len(flat)))
            flat.extend(chain.from_iterable(positions_of_words))
            yield
        firsts.append(len(flat))
        all_words = "".join(blob)
        yield
        self._words, self._places, self._firsts, self._positions = all_words, places, firsts, flat

    def _index_of(self, string: str, low: int = 0) -> int:
        """Return how many words sort before ``string``. The first ``low`` of them are known to."""
        words, size = self._words, len(string) + 1
        return bisect_left(self._places, string, low, key=lambda place: words[place : place + size])

    def _is_word(self, strokes: str, index: int) -> bool:
        """Whether ``strokes`` is the whole word at ``index``."""
        return index < len(self._places) and self._words.startswith(strokes + END, self._places[index])

    def positions(self, needle: Needle) -> tuple[set[int], set[int]]:
        """Return the positions of the entries with this word on their page, and of those with only longer words."""
        strokes = needle.strokes or needle.plain
        low = self._index_of(strokes)
        if len(strokes) < _SHORTEST or low == len(self._places):
            return set(), set()
        # In sorted order, the longer words that start with a word follow it.
        longer = low + self._is_word(strokes, low)
        high = self._index_of(strokes + _LAST, longer)
        first, middle, end = (self._firsts[i] for i in (low, longer, high))
        whole = set(self._positions[first:middle])
        return whole, set(self._positions[middle:end]) - whole

    def has_word(self, needle: Needle) -> bool:
        """Whether this is a whole word on some page."""
        strokes = needle.strokes or needle.plain
        return self._is_word(strokes, self._index_of(strokes))

    def mark(self, entry: Entry, needle: Needle, first: Language = Language.KOREAN) -> Mark | None:
        """Return the first sentence on an entry's page with a word that starts with ``needle``, or None.

        The page in the language ``first`` is looked through first.
        """
        key = (entry.id, needle.plain, first)
        if key not in self._marks:
            if len(self._marks) >= _MOST_MARKS:
                self._marks.clear()
            self._marks[key] = self._find_mark(entry, needle, first)
        return self._marks[key]

    def _find_mark(self, entry: Entry, needle: Needle, first: Language) -> Mark | None:
        if len(needle.strokes or needle.plain) < _SHORTEST:
            return None
        pattern = _start_pattern(needle.plain, is_hangul=needle.strokes is not None)
        for language in sorted(Language, key=lambda language: language is not first):
            text = self._text(entry, language)
            if match := pattern.search(text):
                return _sentence_around(text, match, pattern)
        return None


def _sentence_around(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> Mark:
    start = text.rfind("\n", 0, match.start()) + 1
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)]
    for sentence in re.split(r"(?<=[.!?])\s+", line):
        # Most sentences do not match, and to look for that is quicker than to read their markup.
        if pattern.search(sentence):
            bare = plain_text(sentence)
            if found := pattern.search(bare):
                return Mark(Field.PROSE, bare, (found.span(),))
    return Mark(Field.PROSE, line, ((match.start() - start, match.end() - start),))
