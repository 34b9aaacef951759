"""Many short texts in one string, and the starts of their words in sorted order.

One string, because ten thousand small strings are scattered in memory: to search them takes five times as long.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Generator, Iterator
from functools import partial
from typing import Any

from statusref.search.pieces import cut, numbers_of, text_of

END = "\n"
"""Follows every text. It sorts before every character of folded text."""
_AFTER_END = "\x0b"
_LAST = "\U0010ffff"
_SLICE = 1500
"""Texts that are joined, and word starts that are sorted, in one slice."""


class SortedTexts:
    """Texts in groups; the texts of a group share their ranks. Add all groups, then ``sort``, then search."""

    __slots__ = ("_blob", "_group_starts", "_parts", "_pending", "_pieces", "_ranks", "_size", "_word_starts")

    def __init__(self) -> None:
        # The last texts that were added; those before them are joined to parts. To free a list of all texts, or to let
        # one buffer grow, takes longer than a slice may with a hundred times the catalogue.
        self._pieces: list[str] = []
        self._parts: list[str] = []
        # The place and the rank of each word start in turn. Numbers, because tuples with the texts would take nearly a
        # megabyte until all is sorted.
        self._pending = array("I")
        self._size = 0
        self._blob = ""
        self._group_starts = array("I")
        # The places of all word starts in the blob, sorted by the text that begins there, and their ranks.
        self._word_starts = array("I")
        self._ranks = array("I")

    def add(self, texts: list[str], word_starts: list[list[int]], rank_at_start: int, rank_at_word: int) -> None:
        """Add a group.

        ``word_starts`` has for each text the places of its second and further words. The ranks are those of a match
        at the start of a text and at the start of a further word.
        """
        self._group_starts.append(self._size)
        pending = self._pending
        for text, words in zip(texts, word_starts, strict=True):
            size = self._size
            pending.extend((size, rank_at_start))
            for word in words:
                pending.extend((size + word, rank_at_word))
            self._pieces.append(text + END)
            self._size += len(text) + len(END)
        if len(self._pieces) >= _SLICE:
            self._join()

    def _join(self) -> None:
        self._parts.append("".join(self._pieces))
        self._pieces.clear()

    def sort(self) -> Iterator[None]:
        """Make all added groups ready to be searched, in slices."""
        self._join()
        blob = "".join(self._parts)
        self._parts.clear()
        yield
        # Word starts that have their first characters in common, and how many; on top those that sort first.
        alike = [(self._pending, 0)]
        self._pending = array("I")
        since_pause = 0
        while alike:
            both, size = alike.pop()
            since_pause += len(both) // 2
            if since_pause > _SLICE:
                since_pause = len(both) // 2
                yield
            if size and blob[both[0] + size - 1] == END:
                # Equal texts keep their order, which is that of their places.
                self._word_starts.extend(both[::2])
                self._ranks.extend(both[1::2])
            elif len(both) > 2 * _SLICE:
                alike += yield from _divided(both, size, blob)
            else:
                some = zip(both[::2], both[1::2], strict=True)
                for place, rank in sorted(some, key=lambda one: blob[one[0] + size : blob.index(END, one[0] + size)]):
                    self._word_starts.append(place)
                    self._ranks.append(rank)
        yield
        self._group_starts.append(self._size)
        self._blob = blob

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes."""
        for whole in (self._blob, self._group_starts, self._word_starts, self._ranks):
            yield from cut(whole)

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of adding and sorting, in slices."""
        self._blob = yield from text_of(pieces)
        self._group_starts = yield from numbers_of(pieces)
        self._word_starts = yield from numbers_of(pieces)
        self._ranks = yield from numbers_of(pieces)

    def _index_of(self, string: str) -> int:
        """Return how many word starts sort before ``string``."""
        blob, size = self._blob, len(string) + 1
        return bisect_left(self._word_starts, string, key=lambda place: blob[place : place + size])

    def ranks_with_prefix(self, prefix: str) -> "array[int]":
        """Return the ranks of all word starts at which ``prefix`` stands."""
        return self._ranks[self._index_of(prefix) : self._index_of(prefix + _LAST)]

    def ranks_matching(self, pattern: re.Pattern[str], first: str, last: str) -> list[int]:
        """Return the ranks of all word starts at which ``pattern`` matches.

        Only word starts from ``first`` up to those with the prefix ``last`` are tried.
        """
        low, high = self._index_of(first), self._index_of(last + _LAST)
        match, blob = pattern.match, self._blob
        tried = zip(self._word_starts[low:high], self._ranks[low:high], strict=True)
        return [rank for place, rank in tried if match(blob, place)]

    def groups_with_text(self, text: str) -> Iterator[int]:
        """Yield the groups that have exactly this text."""
        for place in self._word_starts[self._index_of(text) : self._index_of(text + _AFTER_END)]:
            if not place or self._blob[place - 1] == END:
                yield bisect_right(self._group_starts, place) - 1

    def groups_containing(self, part: str) -> Iterator[int]:
        """Yield the groups that have ``part`` anywhere in a text, in order."""
        find, starts = self._blob.find, self._group_starts
        place = find(part)
        while place >= 0:
            group = bisect_right(starts, place)
            yield group - 1
            place = find(part, starts[group])

    def groups_matching(self, pattern: re.Pattern[str], groups: Iterator[int]) -> Iterator[int]:
        """Yield those of ``groups`` in which ``pattern`` is found."""
        for group in groups:
            if pattern.search(self._blob, self._group_starts[group], self._group_starts[group + 1]):
                yield group


def _divided(both: "array[int]", size: int, blob: str) -> Generator[None, None, list[tuple["array[int]", int]]]:
    """Divide word starts by the character at ``size``, in slices. Return those that sort last first."""
    by_next: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for first in range(0, len(both), 2 * _SLICE):
        some = both[first : first + 2 * _SLICE]
        for place, rank in zip(some[::2], some[1::2], strict=True):
            by_next[blob[place + size]].extend((place, rank))
        yield
    return [(by_next[char], size + 1) for char in sorted(by_next, reverse=True)]
