"""Looks up needles and interpretations in the indexes."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from statusref.search.entry_index import EntryIndex
from statusref.search.interpretation import Interpretation
from statusref.search.needle import Needle
from statusref.search.prose_index import ProseIndex
from statusref.search.ranks import Ranks
from statusref.search.results import Tier
from statusref.search.rules import START, WHOLE


class Hits:
    """The entries that were found, in three groups that do not overlap.

    ``ranks`` maps positions to the best rank of a match in a name, number, keyword or attribute. The other two are
    sets of positions, because matches in prose can be many and all have the same rank: ``prose_words`` has the word
    on its page, ``prose_prefixes`` only longer words that start with it.
    """

    def __init__(self, ranks: dict[int, int], prose_words: set[int], prose_prefixes: set[int]) -> None:
        self.ranks = ranks
        self.prose_words = prose_words.difference(ranks)
        self.prose_prefixes = prose_prefixes.difference(ranks, prose_words)

    def __len__(self) -> int:
        return len(self.ranks) + len(self.prose_words) + len(self.prose_prefixes)

    @cached_property
    def with_word(self) -> set[int]:
        """The positions of all entries but those with only longer words on their page."""
        return self.prose_words.union(self.ranks)

    @cached_property
    def everything(self) -> set[int]:
        """The positions of all entries."""
        return self.prose_prefixes.union(self.with_word)

    @classmethod
    def any_of(cls, several: "Sequence[Hits]") -> "Hits":
        """Return the union of ``several``: each entry with its best rank."""
        several = [hits for hits in several if hits]
        if len(several) < 2:
            return several[0] if several else cls({}, set(), set())
        ranks: dict[int, int] = {}
        for hits in several:
            ranks = _best_of_both(ranks, hits.ranks)
        return cls(ranks, _union(hits.prose_words for hits in several), _union(hits.prose_prefixes for hits in several))

    @classmethod
    def all_of(cls, several: "Sequence[Hits]") -> "Hits":
        """Return the intersection of ``several``: each entry with its worst rank, prose being worse than the rest."""
        ranks = several[0].ranks
        for other in several[1:]:
            theirs = other.ranks
            ranks = {position: max(rank, theirs[position]) for position, rank in ranks.items() if position in theirs}
        with_words = _intersection(hits.with_word for hits in several)
        return cls(ranks, with_words, _intersection(hits.everything for hits in several))


def _union(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)


def _intersection(sets: Iterable[set[int]]) -> set[int]:
    return set.intersection(*sorted(sets, key=len))


class Finder:
    """Looks up needles for one query, each of them once.

    What the finder of the query ``before`` has looked up is taken from it: while somebody types, all words but the last
    stay the same. ``known`` are the hits so far, by needle.
    """

    __slots__ = ("_before", "_entries", "_prose", "_prose_prefix", "_prose_word", "known")

    def __init__(
        self, ranks: Ranks, entries: EntryIndex, prose: ProseIndex | None, before: "Finder | None" = None
    ) -> None:
        self._entries = entries
        self._prose = prose
        self.known: dict[str, Hits] = {}
        self._before = {} if before is None else before.known
        prose_orders = [(Tier.PROSE, WHOLE), (Tier.PROSE, START)]
        self._prose_word, self._prose_prefix = ranks.base_ranks(prose_orders, official=True)

    def find(self, interpretation: Interpretation) -> Hits:
        """Return every entry found: by a whole, or by all words together."""
        several = [self.hits(needle) for needle in interpretation.wholes]
        if len(interpretation.words) > 1:
            words = [Hits.any_of([self.hits(needle) for needle in spellings]) for spellings in interpretation.words]
            several.append(Hits.all_of(words))
        return Hits.any_of(several)

    def ranks_of(self, hits: Hits) -> list[int]:
        """Return the best rank of every entry in ``hits``, in no order."""
        words = map(self._prose_word.__add__, hits.prose_words)
        prefixes = map(self._prose_prefix.__add__, hits.prose_prefixes)
        return [*hits.ranks.values(), *words, *prefixes]

    def rank(self, needle: Needle, position: int) -> int | None:
        """Return the best rank with which ``needle`` finds the entry at ``position``, or None if it does not."""
        hits = self.hits(needle)
        if position in hits.ranks:
            return hits.ranks[position]
        if position in hits.prose_words:
            return self._prose_word + position
        return self._prose_prefix + position if position in hits.prose_prefixes else None

    def hits(self, needle: Needle) -> Hits:
        """Return all entries that ``needle`` finds."""
        hits = self.known.get(needle.plain)
        if hits is None:
            hits = self._before.get(needle.plain)
            hits = self.known[needle.plain] = self._look_up(needle) if hits is None else hits
        return hits

    def _look_up(self, needle: Needle) -> Hits:
        ranks = self._entries.find(needle)
        prose = (set[int](), set[int]()) if self._prose is None else self._prose.positions(needle)
        return Hits(ranks, *prose)


def _best_of_both(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    """Merge two mappings from position to rank, keeping the better rank."""
    if not one or not other:
        return one or other
    best = one | other
    in_both = one.keys() & other.keys()
    best.update(zip(in_both, map(min, map(one.__getitem__, in_both), map(other.__getitem__, in_both)), strict=True))
    return best
