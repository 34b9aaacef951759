"""One way to understand a query, and what it finds."""

from collections.abc import Iterable, Sequence

from statusref.search.entry_index import EntryIndex
from statusref.search.keys import Ranks
from statusref.search.needle import Needle
from statusref.search.prose_index import ProseIndex
from statusref.search.results import Tier
from statusref.search.rules import START, WHOLE


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
    """What something finds, by position: ranking keys, and apart from them, because they can be many, prose.

    ``whole`` has the word itself in the prose, ``begun`` only longer ones that it begins. The three do not overlap.
    """

    __slots__ = ("begun", "keys", "whole")

    def __init__(self, keys: dict[int, int], whole: set[int], begun: set[int]) -> None:
        self.keys = keys
        self.whole = whole.difference(keys)
        self.begun = begun.difference(keys, whole)

    @classmethod
    def any_of(cls, founds: "Sequence[Found]") -> "Found":
        """Return what any of ``founds`` has, each position with its best."""
        if len(founds) == 1:
            return founds[0]
        keys: dict[int, int] = {}
        for found in founds:
            keys = merged(keys, found.keys)
        return cls(keys, _union(found.whole for found in founds), _union(found.begun for found in founds))

    @classmethod
    def all_of(cls, founds: "Sequence[Found]") -> "Found":
        """Return what all of ``founds`` have, each position with its worst; prose is worse than anything else."""
        keys = founds[0].keys
        for other in founds[1:]:
            theirs = other.keys
            keys = {place: max(key, theirs[place]) for place, key in keys.items() if place in theirs}
        better = set.intersection(*(found.whole.union(found.keys) for found in founds))
        everything = set.intersection(*(found.begun.union(found.whole, found.keys) for found in founds))
        return cls(keys, better, everything)


def _union(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)


class Finder:
    """Looks readings up in the indexes that there are, remembering words for the duration of one query."""

    __slots__ = ("_begun", "_entries", "_known", "_prose", "_whole")

    def __init__(self, ranks: Ranks, entries: EntryIndex, prose: ProseIndex | None) -> None:
        self._entries = entries
        self._prose = prose
        self._known: dict[str, Found] = {}
        self._whole, self._begun = ranks.bases([(Tier.PROSE, WHOLE), (Tier.PROSE, START)], official=True)

    def find(self, reading: Reading) -> dict[int, int]:
        """Return the best key by position: of a whole, or of all words together, which count as the weakest."""
        founds = [self.of(needle) for needle in reading.wholes]
        if len(reading.words) > 1:
            words = [Found.any_of([self.of(needle) for needle in spellings]) for spellings in reading.words]
            founds.append(Found.all_of(words))
        return self.best(Found.any_of(founds)) if founds else {}

    def best(self, found: Found) -> dict[int, int]:
        """Return the best key of every entry found, by position."""
        begun, whole = self._begun, self._whole
        best = {position: begun + position for position in found.begun}
        best.update({position: whole + position for position in found.whole})
        best.update(found.keys)
        return best

    def key(self, needle: Needle, position: int) -> int | None:
        """Return the best key with which one needle finds one entry, None if it does not."""
        found = self.of(needle)
        if position in found.keys:
            return found.keys[position]
        if position in found.whole:
            return self._whole + position
        return self._begun + position if position in found.begun else None

    def of(self, needle: Needle) -> Found:
        """Return what one needle finds."""
        known = self._known.get(needle.plain)
        if known is None:
            keys = self._entries.find(needle)
            prose = (set[int](), set[int]()) if self._prose is None else self._prose.positions(needle)
            known = self._known[needle.plain] = Found(keys, *prose)
        return known


def merged(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    """Return the better key of either for every position."""
    if not one or not other:
        return one or other
    few, many = sorted((one, other), key=len)
    best = dict(many)
    for position, key in few.items():
        best[position] = min(key, best.get(position, key))
    return best
