"""From a search's results to the rows of the list and the counts on the class buttons.

A search may match ten thousand entries while the list shows two hundred, so rows are made when they are asked for.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, overload

from statusref.domain.catalogue import Target
from statusref.domain.class_filter import ClassFilter, filters_of
from statusref.models.ranked_proxy import Row
from statusref.search.results import Ranking

_ID = attrgetter("id")


class MatchRows(Sequence[Row]):
    """The rows of a search's matches, or of those at ``positions``."""

    def __init__(self, matches: Ranking, positions: Sequence[int] | None = None) -> None:
        self._matches = matches
        self._positions = range(len(matches)) if positions is None else positions

    def targets(self) -> list[Target]:
        """What the rows show, without making them."""
        return self._matches.targets()

    def at(self, positions: Sequence[int]) -> "MatchRows":
        """The rows at ``positions`` only."""
        return MatchRows(self._matches, positions)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "MatchRows": ...
    def __getitem__(self, index: int | slice) -> "Row | MatchRows":
        if isinstance(index, slice):
            return MatchRows(self._matches, self._positions[index])
        match = self._matches[self._positions[index]]
        return Row(match.target, match)

    def __len__(self) -> int:
        return len(self._positions)


class Choice(NamedTuple):
    """The rows to show, and how many each class button would leave."""

    rows: Sequence[Row]
    counts: Mapping[ClassFilter, int]


class RowChooser:
    """Filters rows; remembers under which choices each target falls, because that never changes."""

    def __init__(self) -> None:
        self._filters: dict[str, tuple[ClassFilter, ...]] = {}

    def choose(self, rows: Sequence[Row], chosen: ClassFilter, only: Collection[str] | None = None) -> Choice:
        """Keep the rows under ``chosen``, and among the ids ``only`` if that is given; the order stays."""
        targets = rows.targets() if isinstance(rows, MatchRows) else [row.target for row in rows]
        filters = self._filters_of(targets)
        if only is not None:
            filters = [group if target.id in only else () for group, target in zip(filters, targets, strict=True)]
        counts: Counter[ClassFilter] = Counter()
        for group, size in Counter(filters).items():
            for member in group:
                counts[member] += size
        everything = chosen is ClassFilter.ALL and only is None
        positions = range(len(filters)) if everything else [n for n, group in enumerate(filters) if chosen in group]
        kept = rows.at(positions) if isinstance(rows, MatchRows) else [rows[place] for place in positions]
        return Choice(kept, counts)

    def _filters_of(self, targets: list[Target]) -> list[tuple[ClassFilter, ...]]:
        """Look all of them up at once, without a step of Python for each."""
        try:
            return list(map(self._filters.__getitem__, map(_ID, targets)))
        except KeyError:
            self._filters.update((target.id, filters_of(target)) for target in targets)
            return [self._filters[target.id] for target in targets]
