"""Many short texts in one string, and the starts of their words in sorted order.

One string, because ten thousand small strings are scattered in memory: to search them takes five times as long.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from io import StringIO

END = "\n"
"""Follows every text. It sorts before every character of folded text."""
_AFTER_END = "\x0b"
_LAST = "\U0010ffff"
_ALIKE = 2
"""Texts that have so many first characters in common are sorted together."""
_SLICE = 2000


class SortedTexts:
    """Texts in groups; the texts of a group share their ranks. Add all groups, then ``sort``, then search."""

    __slots__ = ("_blob", "_group_starts", "_pending", "_pieces", "_ranks", "_size", "_word_starts")

    def __init__(self) -> None:
        # No list of strings: to free them takes longer than a slice may with a hundred times the catalogue.
        self._pieces = StringIO()
        # By the first characters of a word start, its place and its rank in turn: what begins alike is sorted at a
        # time. Numbers, because tuples with the texts would take nearly a megabyte until all is sorted.
        self._pending: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
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
            pending[text[:_ALIKE]].extend((size, rank_at_start))
            for word in words:
                pending[text[word : word + _ALIKE]].extend((size + word, rank_at_word))
            self._pieces.write(text + END)
            self._size += len(text) + len(END)

    def sort(self) -> Iterator[None]:
        """Make all added groups ready to be searched, in slices."""
        blob = self._pieces.getvalue()
        self._pieces = StringIO()
        yield
        since_pause = 0
        for start in sorted(self._pending):
            both = self._pending.pop(start)
            some = zip(both[::2], both[1::2], strict=True)
            # Equal texts keep their order, which is that of their places.
            for place, rank in sorted(some, key=lambda one: blob[one[0] : blob.index(END, one[0])]):
                self._word_starts.append(place)
                self._ranks.append(rank)
            since_pause += len(both) // 2
            if since_pause > _SLICE:
                since_pause = 0
                yield
        self._pending.clear()
        yield
        self._group_starts.append(self._size)
        self._blob = blob

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
