"""Many texts in one form, one behind the other in a single string, with the places where words begin in sorted order.

One string, because ten thousand small ones lie scattered in memory: looking through those takes five times as long.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

END = "\n"
"""Ends every text. It sorts before everything that folded text can hold."""
_AFTER_END = "\x0b"
_LAST = "\U0010ffff"


class TextForm:
    """Texts in groups that share their ranking keys. Add all groups, then ``sort``."""

    __slots__ = ("_blob", "_keys", "_pending", "_pieces", "_places", "_size", "_starts")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._pending: list[tuple[str, int, int]] = []
        self._size = 0
        self._blob = ""
        # Where each group begins, and in the order of the texts there, where words begin and their keys.
        self._starts = array("I")
        self._places = array("I")
        self._keys = array("I")

    def add(self, texts: list[str], starts: list[list[int]], at_start: int, at_word: int) -> None:
        """Add a group: its texts, where the second and further words begin in each, and its keys for a match there."""
        self._starts.append(self._size)
        pending = self._pending
        for text, words in zip(texts, starts, strict=True):
            size = self._size
            pending.append((text, size, at_start))
            pending += [(text[word:], size + word, at_word) for word in words]
            self._pieces += (text, END)
            self._size += len(text) + len(END)

    def sort(self) -> None:
        """Make what was added ready to be searched."""
        self._pending.sort()
        self._places = array("I", [place for _, place, _ in self._pending])
        self._keys = array("I", [key for _, _, key in self._pending])
        self._blob = "".join(self._pieces)
        self._starts.append(self._size)
        self._pending, self._pieces = [], []

    def _before(self, string: str) -> int:
        """Return how many beginnings sort before ``string``."""
        blob, size = self._blob, len(string) + 1
        return bisect_left(self._places, string, key=lambda place: blob[place : place + size])

    def under(self, prefix: str) -> "array[int]":
        """Return the keys of all beginnings that ``prefix`` begins."""
        return self._keys[self._before(prefix) : self._before(prefix + _LAST)]

    def whole(self, text: str) -> Iterator[int]:
        """Yield the groups that have exactly this text."""
        for place in self._places[self._before(text) : self._before(text + _AFTER_END)]:
            if not place or self._blob[place - 1] == END:
                yield bisect_right(self._starts, place) - 1

    def matching(self, pattern: re.Pattern[str], first: str, last: str) -> list[int]:
        """Return the keys of beginnings from ``first`` to those that ``last`` begins, where ``pattern`` matches."""
        low, high = self._before(first), self._before(last + _LAST)
        match, blob = pattern.match, self._blob
        found = zip(self._places[low:high], self._keys[low:high], strict=True)
        return [key for place, key in found if match(blob, place)]

    def having(self, part: str) -> Iterator[int]:
        """Yield the groups that have ``part`` anywhere, in order."""
        find, starts = self._blob.find, self._starts
        place = find(part)
        while place >= 0:
            group = bisect_right(starts, place)
            yield group - 1
            place = find(part, starts[group])

    def searched(self, pattern: re.Pattern[str], groups: Iterator[int]) -> Iterator[int]:
        """Yield those of ``groups`` in which ``pattern`` is found."""
        for group in groups:
            if pattern.search(self._blob, self._starts[group], self._starts[group + 1]):
                yield group
