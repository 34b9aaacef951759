"""One way to understand a query, and what it finds."""

from collections.abc import Iterable

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


class Finder:
    """Looks readings up in the indexes that there are, remembering words for the duration of one query."""

    __slots__ = ("_entries", "_known", "_prose", "_ranks")

    def __init__(self, ranks: Ranks, entries: EntryIndex, prose: ProseIndex | None) -> None:
        self._ranks = ranks
        self._entries = entries
        self._prose = prose
        self._known: dict[str, dict[int, int]] = {}

    def find(self, reading: Reading) -> dict[int, int]:
        """Return the best key by position: of a whole, or of all words together, which count as the weakest."""
        best = self._any_of(reading.wholes)
        if len(reading.words) > 1:
            for position, key in self._all_of(reading.words).items():
                best[position] = min(key, best.get(position, key))
        return best

    def of(self, needle: Needle) -> dict[int, int]:
        """Return the best key of every entry that ``needle`` finds, by position."""
        known = self._known.get(needle.plain)
        if known is None:
            keys = self._entries.find(needle)
            if self._prose is not None:
                keys += self._prose.find(needle)
            known = self._known[needle.plain] = self._ranks.best_of(keys)
        return known

    def _any_of(self, needles: list[Needle]) -> dict[int, int]:
        best: dict[int, int] = {}
        for needle in needles:
            for position, key in self.of(needle).items():
                best[position] = min(key, best.get(position, key))
        return best

    def _all_of(self, words: list[list[Needle]]) -> dict[int, int]:
        common = self._any_of(words[0])
        for spellings in words[1:]:
            if not common:
                break
            found = self._any_of(spellings)
            common = {position: max(key, found[position]) for position, key in common.items() if position in found}
        return common
