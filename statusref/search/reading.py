"""One way to understand a query, and what it finds."""

from collections.abc import Iterable, Iterator

from statusref.search.entry_index import EntryIndex
from statusref.search.keys import Ranks
from statusref.search.needle import Needle
from statusref.search.prose_index import ProseIndex


class Reading:
    """What to look for: any of ``wholes``, or all of ``words``, each of them in any of its spellings."""

    __slots__ = ("wholes", "words")

    def __init__(self, wholes: Iterable[Needle] = (), words: Iterable[Iterable[Needle]] = ()) -> None:
        self.wholes = list(wholes)
        self.words = [list(spellings) for spellings in words]

    @classmethod
    def of(cls, whole: Needle | None, words: Iterable[Needle]) -> "Reading":
        """Make the reading that takes the query as it stands."""
        return cls([] if whole is None else [whole], [[word] for word in words])


class Found:
    """What one needle finds, by position: ranking keys, and apart from them, because they can be many, prose."""

    __slots__ = ("_begun_key", "_whole_key", "begun", "keys", "whole")

    def __init__(self, keys: dict[int, int], prose: ProseIndex | None, needle: Needle) -> None:
        self.keys = keys
        self.whole: set[int] = set()
        self.begun: set[int] = set()
        self._whole_key = self._begun_key = 0
        if prose is not None:
            self._whole_key, self._begun_key = prose.bases
            self.whole, self.begun = prose.positions(needle)

    def positions(self) -> set[int]:
        """Return the positions of all entries found."""
        return self.begun.union(self.whole, self.keys)

    def key(self, position: int) -> int | None:
        """Return the best key of the entry at ``position``, None if it is not found."""
        key = self.keys.get(position)
        if key is not None:
            return key
        if position in self.whole:
            return self._whole_key + position
        return self._begun_key + position if position in self.begun else None

    def best(self) -> dict[int, int]:
        """Return the best key of every entry found."""
        begun, whole = self._begun_key, self._whole_key
        best = {position: begun + position for position in self.begun}
        best.update({position: whole + position for position in self.whole})
        best.update(self.keys)
        return best


class Finder:
    """Looks readings up in the indexes that there are, remembering words for the duration of one query."""

    __slots__ = ("_entries", "_known", "_prose", "_ranks")

    def __init__(self, ranks: Ranks, entries: EntryIndex, prose: ProseIndex | None) -> None:
        self._ranks = ranks
        self._entries = entries
        self._prose = prose
        self._known: dict[str, Found] = {}

    def find(self, reading: Reading) -> dict[int, int]:
        """Return the best key by position: of a whole, or of all words together, which count as the weakest."""
        best: dict[int, int] = {}
        for needle in reading.wholes:
            best = merged(best, self.of(needle).best())
        return merged(best, dict(self._all_of(reading.words))) if len(reading.words) > 1 else best

    def of(self, needle: Needle) -> Found:
        """Return what one needle finds."""
        known = self._known.get(needle.plain)
        if known is None:
            keys = self._ranks.best_of(self._entries.find(needle))
            known = self._known[needle.plain] = Found(keys, self._prose, needle)
        return known

    def _all_of(self, words: list[list[Needle]]) -> Iterator[tuple[int, int]]:
        found = [[self.of(needle) for needle in spellings] for spellings in words]
        common = set.intersection(*(set().union(*(one.positions() for one in ones)) for ones in found))
        for position in common:
            keys = (min(key for one in ones if (key := one.key(position)) is not None) for ones in found)
            yield position, max(keys)


def merged(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    """Return the better key of either for every position."""
    if not one or not other:
        return one or other
    few, many = sorted((one, other), key=len)
    best = dict(many)
    for position, key in few.items():
        best[position] = min(key, best.get(position, key))
    return best
