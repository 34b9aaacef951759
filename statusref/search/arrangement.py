"""Puts all that was found in one order: codes of the query, names, what stands beside them, the rest."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from statusref.search.beside.beside import BesideTarget, meant_codes
from statusref.search.ranks import Ranks
from statusref.search.results import Choice, Tier
from statusref.search.situations.situation_index import Described


class Arrangement(NamedTuple):
    """The ranks of the codes in order, and by their place in the whole list the targets that are no codes."""

    ranks: list[int]
    others: dict[int, BesideTarget | Choice]


def arranged(
    ranks: Ranks,
    first: Sequence[int],
    found: Sequence[int],
    beside: Sequence[BesideTarget],
    described: Described,
) -> Arrangement:
    """Arrange ``first`` (in its order), then ``found`` (sorted) by the tiers, with the others in between.

    ``beside`` comes right below the codes found by number or name, each target followed by the codes that it means,
    unless the query has codes itself. The choice of ``described`` comes right below its code.
    """
    above_beside, above_situations = ranks.first_in(Tier.BESIDE), ranks.first_in(Tier.SITUATION)
    keywords, others = bisect_left(found, above_beside), bisect_left(found, above_situations)
    codes = list(dict.fromkeys(first))
    codes += _new(ranks, found[:keywords], codes)
    places: dict[int, BesideTarget | Choice] = {}
    for target in beside:
        places[len(codes) + len(places)] = target
        if not first:
            meant = [above_beside + ranks.positions[code] for code in meant_codes(target)]
            codes += _new(ranks, meant, codes)
    added = len(codes) > keywords
    codes += _new(ranks, found[keywords:others], codes) if added else found[keywords:others]
    if described.positions:
        codes += _new(ranks, [above_situations + position for position in described.positions], codes)
        added = True
    codes += _new(ranks, found[others:], codes) if added else found[others:]
    if described.choice is not None:
        places = _with_choice(ranks, codes, places, described.choice)
    return Arrangement(codes, places)


def _with_choice(
    ranks: Ranks, codes: Sequence[int], others: dict[int, BesideTarget | Choice], choice: Choice
) -> dict[int, BesideTarget | Choice]:
    """Return ``others`` with ``choice`` right below its code, and those behind it one place further."""
    position = ranks.positions[choice.outcome.code]
    place = next(place for place, rank in enumerate(codes, 1) if ranks.identity(rank) == position)
    for other in others:
        place += other < place
    moved = {other + (other >= place): target for other, target in others.items()}
    return dict(sorted((moved | {place: choice}).items()))


def _new(ranks: Ranks, some: Sequence[int], known: Sequence[int]) -> Sequence[int]:
    """Return those of ``some`` whose target none of ``known`` has. Within ``some`` each target stands once."""
    if not some or not known:
        return some
    targets = set(map(ranks.identity, known))
    return [rank for rank in some if ranks.identity(rank) not in targets]
