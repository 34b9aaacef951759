"""The ranking of a match as one whole number, its rank: the smaller, the better.

    rank = (band * ORDERS + order) * count + position

``band`` is the tier, except that the name tiers have two bands each: first all of them for registered entries, then
all of them for unofficial ones. ``order`` sorts within a tier (see ``rules``). ``position`` is the entry's place in
the list that decides between equal matches: essential entries first, then registered before unofficial, then by
number. ``count`` is the number of entries.

Because ranks are plain integers, ten thousand matches are sorted and merged without Python code for each of them.

The page of a number that no entry has gets a rank too: ``-1 - number`` above all entries, or a rank below all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from statusref.domain.catalogue import Catalogue, Target
from statusref.search.results import Tier
from statusref.search.rules import WHOLE, TierOrder

ORDERS = 8
_NAME_TIERS = Tier.BESIDE - Tier.EXACT_NAME
_BANDS_AS_TYPED = Tier.OTHER_LAYOUT + _NAME_TIERS
"""How many bands matches of the query as typed use. The other layout's and the typos' matches follow, as many each."""
_BANDS = 3 * _BANDS_AS_TYPED + 1


class Ranks:
    """Computes the ranks of one catalogue, and from a rank the entry, the tier and the score."""

    __slots__ = ("_catalogue", "_exact", "_first_page", "_in_band", "count", "entries", "positions")

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.entries = sorted(catalogue.entries, key=lambda e: (not e.essential, not e.official, e.code, e.id))
        self.positions = {entry.id: position for position, entry in enumerate(self.entries)}
        self.count = max(1, len(self.entries))
        self._in_band = ORDERS * self.count
        self._first_page = 3 * _BANDS_AS_TYPED * self._in_band
        names = [(Tier.EXACT_NAME, order) for order in range(ORDERS)]
        official = self.base_ranks([*names, (Tier.KEYWORD, WHOLE)], official=True)
        # Divided by the count, the ranks of all entries with the same tier and order are the same number.
        self._exact = {rank // self.count for rank in (*official, *self.base_ranks(names, official=False))}

    def base_ranks(self, orders: Iterable[TierOrder], *, official: bool) -> list[int]:
        """Return the rank of each tier and order for position 0: add an entry's position to get the entry's rank."""
        return [(_band(tier, official=official) * ORDERS + order) * self.count for tier, order in orders]

    def best_of(self, ranks: list[int]) -> dict[int, int]:
        """Return the best of ``ranks`` by position. Sorts ``ranks`` in place."""
        ranks.sort(reverse=True)
        count = self.count
        return {rank % count: rank for rank in ranks}

    def named(self, entry_id: str) -> int:
        """Return the rank of the entry that a query calls by exactly its name."""
        return self.base_ranks([(Tier.EXACT_NAME, 0)], official=True)[0] + self.positions[entry_id]

    def first_in(self, tier: Tier) -> int:
        """Return the best rank that a match of the query as typed can have in ``tier``."""
        return _band(tier, official=True) * self._in_band

    @property
    def first_unofficial_name(self) -> int:
        """Return the best rank that a name of an unofficial entry can have: all those of registered ones are better."""
        return _band(Tier.EXACT_NAME, official=False) * self._in_band

    def other_layout(self, rank: int) -> int:
        """Lower the rank of a match of the other keyboard layout: below all matches of the query as typed."""
        return rank + _BANDS_AS_TYPED * self._in_band

    def typo(self, rank: int) -> int:
        """Lower the rank of a match of a corrected query: below all matches of the other layout."""
        return rank + 2 * _BANDS_AS_TYPED * self._in_band

    def page_above_entries(self, number: int) -> int:
        """Return the rank of the page that explains ``number`` where that page is the answer."""
        return -1 - number

    def page_below_entries(self, number: int) -> int:
        """Return the rank of the page that explains ``number`` where entries are the answer."""
        return self._first_page + number

    def essentials(self) -> list[int]:
        """Return ranks of the essential entries, which are suggested where nothing better is known."""
        last = self._first_page - self.count
        essentials = takewhile(lambda entry: entry.essential, self.entries)  # they come first
        return [last + position for position, _ in enumerate(essentials)]

    def of_class(self, digit: int) -> list[int]:
        """Return ranks of the entries of a class such as 4xx, or if it has none, of the page for ``x00``."""
        last = self._first_page - self.count
        ranks = [last + position for position, entry in enumerate(self.entries) if entry.code // 100 == digit]
        return ranks or [self.page_below_entries(digit * 100)]

    def identity(self, rank: int) -> int:
        """Return a number that is the same for all ranks of one target."""
        if 0 <= rank < self._first_page:
            return rank % self.count
        return rank if rank < 0 else self._first_page - 1 - rank

    def target(self, rank: int) -> Target:
        """Return the entry or number page that has this rank."""
        if rank < 0:
            return self._catalogue.explain(-1 - rank)
        if rank >= self._first_page:
            return self._catalogue.explain(rank - self._first_page)
        return self.entries[rank % self.count]

    def identities(self, ranks: Sequence[int]) -> list[int]:
        """Return the identities of all ``ranks``. Faster than ``identity`` for each."""
        count, first_page = self.count, self._first_page
        return [rank % count if 0 <= rank < first_page else self.identity(rank) for rank in ranks]

    def targets(self, ranks: Sequence[int]) -> list[Target]:
        """Return the targets of all ``ranks``. Faster than ``target`` for each."""
        entries, count, first_page = self.entries, self.count, self._first_page
        return [entries[rank % count] if 0 <= rank < first_page else self.target(rank) for rank in ranks]

    def tier(self, rank: int) -> Tier:
        """Return the tier of a rank. All matches of the other layout are one tier, and so are all those of typos."""
        if rank < 0:
            return Tier.EXACT_NUMBER
        if rank >= self._first_page:
            return Tier.NUMBER_PAGE
        band = rank // self._in_band
        if band >= 2 * _BANDS_AS_TYPED:
            return Tier.TYPO
        if band >= _BANDS_AS_TYPED:
            return Tier.OTHER_LAYOUT
        return Tier(band if band < Tier.BESIDE else band - _NAME_TIERS)

    def any_exact(self, ranks: Iterable[int]) -> bool:
        """Whether the query is the whole of a name or a keyword."""
        return next(self.exact(ranks), None) is not None

    def exact(self, ranks: Iterable[int]) -> Iterator[int]:
        """Yield those of ``ranks`` where the query is the whole of a name or a keyword."""
        count, exact = self.count, self._exact
        return (rank for rank in ranks if rank // count in exact)

    def score(self, rank: int) -> float:
        """Return a score from 1 (exact number) to 0 (number page below all entries). Better ranks score higher."""
        if rank < 0:
            return 1.0
        if rank >= self._first_page:
            return 0.0
        return 1 - (rank // self.count) / (_BANDS * ORDERS)


def _band(tier: Tier, *, official: bool) -> int:
    if tier >= Tier.BESIDE:
        return tier + _NAME_TIERS
    return tier if official or tier < Tier.EXACT_NAME else tier + _NAME_TIERS
