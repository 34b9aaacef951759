"""Finds the entries to compare, by what a person typed: at most five, each once."""

from collections.abc import Iterable
from typing import NamedTuple

from statusref.domain.comparison.parts import Compared, column_title
from statusref.domain.library import Library
from statusref.domain.status import Entry

MOST = 5
"""The most columns of a comparison: more are too narrow to read."""


class Problem(NamedTuple):
    """Why not everything can be compared: the key of a sentence in ``Words``, and the values of its placeholders."""

    key: str
    values: dict[str, object]


class Pinned(NamedTuple):
    """What can be compared; if something was left out, ``problem`` is the first reason, else None."""

    entries: tuple[Compared, ...]
    problem: Problem | None


def pinned(library: Library, ids: Iterable[str]) -> Pinned:
    """Find the entries and neighbours that ``ids``, typed by a person, stand for.

    Raises ResourceError if the file of a neighbour family is missing or wrong.
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
    """Return what an id stands for. A number gives its registered entry, or else all its unofficial entries."""
    entries: list[Compared] = [target for target in library.catalogue.find(typed) if isinstance(target, Entry)]
    if entries:
        return entries[:1] if isinstance(entries[0], Entry) and entries[0].official else entries
    neighbour = library.neighbours.get(typed)
    return [] if neighbour is None else [neighbour]
