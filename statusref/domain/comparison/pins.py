"""Which entries are put side by side: two to five, each once."""

from collections.abc import Iterable
from typing import NamedTuple

from statusref.domain.comparison.parts import Compared, column_title
from statusref.domain.library import Library
from statusref.domain.status import Entry

MOST = 5
"""More columns than this cannot be read."""


class Problem(NamedTuple):
    """Why not all can be put side by side: the key of the sentence among the words, and what fills it in."""

    key: str
    values: dict[str, object]


class Pinned(NamedTuple):
    """What can be put side by side, and the first reason why that is not all."""

    entries: tuple[Compared, ...]
    problem: Problem | None


def pinned(library: Library, ids: Iterable[str]) -> Pinned:
    """Find the entries and neighbours called ``ids``, as a person types them.

    Raises ResourceError for a family of neighbours that is wrong.
    """
    chosen: dict[str, Compared] = {}
    problems: list[Problem] = []
    for typed in ids:
        found = _find(library, typed)
        if not found:
            problems.append(Problem("compare.unknown", {"id": typed}))
        for compared in found:
            if compared.id in chosen:
                problems.append(Problem("compare.twice", {"title": column_title(compared)}))
            elif len(chosen) == MOST:
                problems.append(Problem("compare.too-many", {"most": MOST}))
            else:
                chosen[compared.id] = compared
    return Pinned(tuple(chosen.values()), problems[0] if problems else None)


def _find(library: Library, typed: str) -> list[Compared]:
    """Return what an id stands for. Of a number that several use, the registered use, or all where there is none."""
    entries: list[Compared] = [target for target in library.catalogue.find(typed) if isinstance(target, Entry)]
    if entries:
        return entries[:1] if isinstance(entries[0], Entry) and entries[0].official else entries
    neighbour = library.neighbours.get(typed)
    return [] if neighbour is None else [neighbour]
