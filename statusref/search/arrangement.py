"""Puts all that was found in one order: codes of the query, names, what stands beside them, the rest."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from statusref.search.beside.beside import BesideTarget, meant_codes
from statusref.search.ranks import Ranks
from statusref.search.results import Tier


class Arrangement(NamedTuple):
    """The ranks of the codes in order, and by their place in the whole list the targets that are no codes."""

    ranks: list[int]
    others: dict[int, BesideTarget]


def arranged(
    ranks: Ranks,
    first: Sequence[int],
    found: Iterable[int],
    beside: Sequence[BesideTarget],
    situations: Sequence[int],
) -> Arrangement:
    """Arrange ``first`` (in its order), then ``found`` (sorted) by the tiers, with the others in between.

    ``beside`` comes right below the codes found by number or name, each target followed by the codes that it means,
    unless the query has codes itself. ``situations`` are positions of entries, the best first.
    """
    above_beside, above_situations = ranks.first_in(Tier.BESIDE), ranks.first_in(Tier.SITUATION)
    codes = list(dict.fromkeys(first))
    known = {ranks.identity(rank) for rank in codes}

    def add(some: Iterable[int]) -> None:
        for rank in some:
            identity = ranks.identity(rank)
            if identity not in known:
                known.add(identity)
                codes.append(rank)

    found = sorted(found)
    add(rank for rank in found if rank < above_beside)
    others: dict[int, BesideTarget] = {}
    for target in beside:
        others[len(codes) + len(others)] = target
        if not first:
            add(above_beside + ranks.positions[code] for code in meant_codes(target))
    add(rank for rank in found if rank < above_situations)
    add(above_situations + position for position in situations)
    add(found)
    return Arrangement(codes, others)
