"""An index over many short texts: by whole text, by the start of a word, by initials, by keys, and inside.

Lookups answer with ranking keys that were worked out when the index was built, taken as slices of sorted arrays:
nothing is computed per hit in Python, so that a query that hits ten thousand entries stays within a frame.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from statusref.search.folding import words_of
from statusref.search.hangul import CONSONANTS, block_of, initials_of, keys_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.rules import BY_INITIALS, BY_KEYS, INSIDE, PLAIN, START, WHOLE, WORD

_LAST = "\U0010ffff"


class _Sorted:
    """Strings in order, each with a ranking key; ``under(prefix)`` is all keys of strings that begin with it."""

    __slots__ = ("_keys", "_strings", "pairs")

    def __init__(self) -> None:
        self.pairs: list[tuple[str, int]] = []
        self._strings: list[str] = []
        self._keys = array("Q")

    def sort(self) -> None:
        self.pairs.sort()
        self._strings = [string for string, _ in self.pairs]
        self._keys = array("Q", [key for _, key in self.pairs])
        self.pairs = []

    def under(self, prefix: str) -> "array[int]":
        low = bisect_left(self._strings, prefix)
        return self._keys[low : bisect_left(self._strings, prefix + _LAST, low)]

    def matching(self, pattern: re.Pattern[str], first: str, last: str) -> list[int]:
        """Keys of the strings from ``first`` to those that begin with ``last`` whose beginning ``pattern`` matches."""
        low = bisect_left(self._strings, first)
        high = bisect_left(self._strings, last + _LAST, low)
        match = pattern.match
        return [self._keys[i] for i in range(low, high) if match(self._strings[i])]


class _Scanned:
    """One joined string per group of texts and a ranking key for it, scanned from end to end."""

    __slots__ = ("_keys", "_strings")

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._keys = array("Q")

    def add(self, joined: str, key: int) -> None:
        self._strings.append(joined)
        self._keys.append(key)

    def having(self, part: str) -> list[int]:
        return [key for key, string in zip(self._keys, self._strings, strict=True) if part in string]

    def searched(self, pattern: re.Pattern[str]) -> list[int]:
        search = pattern.search
        return [key for key, string in zip(self._keys, self._strings, strict=True) if search(string)]


class TextIndex:
    """Finds entries by their texts. Add them all, then exhaust ``sort``."""

    __slots__ = (
        "_hangul",
        "_initials",
        "_inside",
        "_inside_initials",
        "_inside_keys",
        "_keys",
        "_plain",
        "_syllables",
        "_whole",
    )

    def __init__(self) -> None:
        self._whole: dict[str, tuple[int, ...]] = {}
        self._plain = _Sorted()
        self._initials = _Sorted()
        self._keys = _Sorted()
        self._syllables = _Sorted()
        self._inside = _Scanned()
        self._inside_initials = _Scanned()
        self._inside_keys = _Scanned()
        self._hangul = _Scanned()

    def add(self, texts: Iterable[str], keys: Sequence[int]) -> None:
        """Add texts of one entry that share their ranking ``keys``: twelve, by form and place."""
        seen: dict[str, None] = {}
        for text in texts:
            words = words_of(text)
            plain = "".join(words)
            if not plain or plain in seen:
                continue
            seen[plain] = None
            self._add_whole(plain, keys[PLAIN + WHOLE])
            self._add_words(words, plain, keys)
        if not seen:
            return
        self._inside.add("\n".join(seen), keys[PLAIN + INSIDE])
        if hangul := "\n".join(plain for plain in seen if not plain.isascii()):
            self._hangul.add(hangul, keys[BY_KEYS + INSIDE])
            self._inside_initials.add(initials_of(hangul), keys[BY_INITIALS + INSIDE])
            self._inside_keys.add(keys_of(hangul), keys[BY_KEYS + INSIDE])

    def _add_whole(self, form: str, key: int) -> None:
        known = self._whole.get(form)
        self._whole[form] = (key,) if known is None else (*known, key)

    def _add_words(self, words: list[str], plain: str, keys: Sequence[int]) -> None:
        places = [(START, plain)]
        offset = 0
        for word in words[:-1]:
            offset += len(word)
            places.append((WORD, plain[offset:]))
        for place, rest in places:
            self._plain.pairs.append((rest, keys[PLAIN + place]))
        if plain.isascii():
            return
        self._add_whole(initials_of(plain), keys[BY_INITIALS + WHOLE])
        for place, rest in places:
            self._initials.pairs.append((initials_of(rest), keys[BY_INITIALS + place]))
            self._keys.pairs.append((keys_of(rest), keys[BY_KEYS + place]))
            self._syllables.pairs.append((rest, keys[BY_KEYS + place]))

    def sort(self) -> Iterator[None]:
        """Make what was added ready to be searched, in slices."""
        for part in (self._plain, self._initials, self._keys, self._syllables):
            part.sort()
            yield

    def find(self, needle: Needle, keys: list[int]) -> None:
        """Append the ranking key of every match; an entry may be there several times."""
        keys += self._whole.get(needle.plain, ())
        keys += self._plain.under(needle.plain)
        if not needle.tiny:
            keys += self._inside.having(needle.plain)
        if needle.initials is not None:
            keys += self._whole.get(needle.initials, ())
            keys += self._initials.under(needle.initials)
            keys += self._inside_initials.having(needle.initials)
        if needle.keys is not None:
            keys += self._keys.under(needle.keys)
            keys += self._inside_keys.having(needle.keys)
        if needle.mixed:
            self._find_mixed(needle.plain, keys)

    def _find_mixed(self, plain: str, keys: list[int]) -> None:
        pattern = mixed_pattern(plain)
        first = last = plain[0]
        if first in CONSONANTS:
            first, last = block_of(initials_of(first)[0])
        keys += self._syllables.matching(pattern, first, last)
        keys += self._hangul.searched(pattern)
