"""Turns the results of a search into the rows of the list and the counts on the class buttons.

A search may match ten thousand entries while the list shows two hundred, so a row is made only when it is asked for.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple, overload

from statusref.domain.catalogue import InvalidNumber, UnassignedNumber
from statusref.domain.class_filter import ClassFilter, filters_of
from statusref.domain.neighbours import Neighbour
from statusref.domain.status import Entry
from statusref.search.results import Found, Mark, Match, Memo, Mixed, Ranking

_UNKNOWN = -1
"""Stands for the kind of a target that ``RowChooser`` has not met yet."""


class Row:
    """One row of the list: what it shows, the match that found it, and how often a log contains it (None: no log).

    Not a named tuple: a model that returns one gets a list back from Qt.
    """

    __slots__ = ("count", "match", "target")

    def __init__(self, target: Found, match: Match[Found] | None = None, count: int | None = None) -> None:
        self.target = target
        self.match = match
        self.count = count

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What matched. Computed only when it is asked for, because most rows are never painted."""
        return () if self.match is None else self.match.marks


class More:
    """The last row when the list does not show everything: there are ``count`` more results."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count


class MatchRows(Sequence[Row]):
    """The rows for the matches of a search, or for the matches at ``positions``. Each is made when it is asked for."""

    def __init__(self, matches: Sequence[Match[Found]], positions: Sequence[int] | None = None) -> None:
        self._matches = matches
        self._positions = range(len(matches)) if positions is None else positions

    def targets(self) -> Sequence[Found]:
        """Return what the rows show, without making the rows."""
        if isinstance(self._matches, Ranking | Mixed):
            return self._matches.targets()
        return [match.target for match in self._matches]

    def identities(self) -> Sequence[int | str]:
        """Return a value for each target that identifies it, without making the rows."""
        if isinstance(self._matches, Ranking | Mixed):
            return self._matches.identities()
        return [match.target.id for match in self._matches]

    def at(self, positions: Sequence[int]) -> "MatchRows":
        """Return only the rows at ``positions``."""
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
    """The rows to show, and how many there would be with each class filter."""

    rows: Sequence[Row]
    counts: Mapping[ClassFilter, int]


class RowChooser:
    """Filters rows. It remembers for each target which class filters show it, because that never changes.

    Targets shown by the same filters have the same *kind*, a number. Ten thousand numbers are counted twenty times as
    fast as ten thousand tuples. Kind 0 is shown by no filter.
    """

    def __init__(self) -> None:
        # By ``identities``: a number for the codes that a search finds, because there may be ten thousand; else the id.
        self._kinds: dict[int | str, int] = {}
        # The kinds, by the filters that show them.
        self._filters: dict[tuple[ClassFilter, ...], int] = {(): 0}
        # The kinds of entries, by all that their filters depend on.
        self._alike: dict[tuple[int, int, bool], int] = {}

    def choose(self, rows: Sequence[Row], chosen: ClassFilter, only: Collection[str] | None = None) -> Choice:
        """Keep the rows that the class filter ``chosen`` shows. If ``only`` is given, the id must be in it, too."""
        kinds = self.kinds_of(rows)
        if only is not None:
            subjects = map(_subject, _targets(rows))
            kinds = [kind if target.id in only else 0 for kind, target in zip(kinds, subjects, strict=True)]
        counts: Counter[ClassFilter] = Counter()
        sizes = Counter(kinds)
        for filters, kind in self._filters.items():
            for member in filters if kind in sizes else ():
                counts[member] += sizes[kind]
        shown = {kind for filters, kind in self._filters.items() if chosen in filters}
        everything = chosen is ClassFilter.ALL and only is None
        positions = range(len(kinds)) if everything else [place for place, kind in enumerate(kinds) if kind in shown]
        kept = rows.at(positions) if isinstance(rows, MatchRows) else [rows[place] for place in positions]
        return Choice(kept, counts)

    def kinds_of(self, rows: Sequence[Row]) -> list[int]:
        """Return the kind of each target. ``map`` looks them all up in C, which matters for 10 000 rows."""
        identities = rows.identities() if isinstance(rows, MatchRows) else [row.target.id for row in rows]
        kinds = list(map(self._kinds.get, identities, repeat(_UNKNOWN)))
        if _UNKNOWN in kinds:
            targets = _targets(rows)
            for place, kind in enumerate(kinds):
                if kind == _UNKNOWN:
                    kinds[place] = self._kinds[identities[place]] = self._kind_of(targets[place])
        return kinds

    def _kind_of(self, target: Found) -> int:
        if not isinstance(target, Entry):
            return self._filters.setdefault(_choices_for(target), len(self._filters))
        alike = (target.code, target.importance, target.official)
        kind = self._alike.get(alike)
        if kind is None:
            kind = self._alike[alike] = self._filters.setdefault(filters_of(target), len(self._filters))
        return kind


def _targets(rows: Sequence[Row]) -> Sequence[Found]:
    return rows.targets() if isinstance(rows, MatchRows) else [row.target for row in rows]


def _choices_for(target: Found) -> tuple[ClassFilter, ...]:
    """Return every choice of the class filter that shows ``target``."""
    match subject := _subject(target):
        case Entry() | UnassignedNumber() | InvalidNumber():
            return filters_of(subject)
        case Neighbour():
            return (ClassFilter.ALL, ClassFilter.NEIGHBOUR)
        case _:
            return (ClassFilter.ALL,)


def _subject(found: Found) -> Found:
    """Return what a row is about: for a memo the entry or number, else what was found itself."""
    return found.about if isinstance(found, Memo) else found
