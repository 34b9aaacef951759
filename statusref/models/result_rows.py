"""From a search's results to the rows of the list and the counts on the class buttons."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from statusref.models.catalogue_model import Target
from statusref.models.class_filter import ClassFilter, filters_of
from statusref.models.ranked_proxy import Row


class Choice(NamedTuple):
    """The rows to show, and how many each class button would leave."""

    rows: list[Row]
    counts: Mapping[ClassFilter, int]


class RowChooser:
    """Filters rows; remembers under which choices each target falls, because that never changes."""

    def __init__(self) -> None:
        self._filters: dict[str, tuple[ClassFilter, ...]] = {}

    def choose(self, rows: Iterable[Row], chosen: ClassFilter, only: Collection[str] | None = None) -> Choice:
        """Keep the rows under ``chosen``, and among the ids ``only`` if that is given; the order stays."""
        counts: Counter[ClassFilter] = Counter()
        kept = []
        for row in rows:
            if only is not None and row.target.id not in only:
                continue
            filters = self._filters_of(row.target)
            counts.update(filters)
            if chosen in filters:
                kept.append(row)
        return Choice(kept, counts)

    def _filters_of(self, target: Target) -> tuple[ClassFilter, ...]:
        filters = self._filters.get(target.id)
        if filters is None:
            filters = self._filters[target.id] = filters_of(target)
        return filters
