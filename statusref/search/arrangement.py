"""Puts all that was found in one order: codes of the query, names, what stands beside them, the rest."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from statusref.search.beside.beside import BesideTarget, meant_codes
from statusref.search.ranks import Ranks
from statusref.search.results import Choice, Memo, Tier


class Arrangement(NamedTuple):
    """The ranks of the codes in order, and by their place in the whole list the targets that are no codes."""

    ranks: list[int]
    others: Mapping[int, BesideTarget | Choice | Memo]


def arranged(
    ranks: Ranks,
    first: Sequence[int],
    found: Sequence[int],
    beside: Sequence[BesideTarget],
    situations: Sequence[int],
    memos: Sequence[Memo],
) -> Arrangement:
    """Arrange ``first`` (in its order), then ``found`` (sorted) by the tiers, with the others in between.

    ``beside`` comes right below the codes found by number or name, each target followed by the codes that it means,
    unless the query has codes itself; the ``memos`` follow. ``situations`` are positions of entries, the best first.
    """
    above_beside, above_situations = ranks.first_in(Tier.BESIDE), ranks.first_in(Tier.SITUATION)
    keywords, others = bisect_left(found, above_beside), bisect_left(found, above_situations)
    codes = list(dict.fromkeys(first))
    codes += _new(ranks, found[:keywords], codes)
    places: dict[int, BesideTarget | Memo] = {}
    for target in beside:
        places[len(codes) + len(places)] = target
        if not first:
            meant = [above_beside + ranks.positions[code] for code in meant_codes(target)]
            codes += _new(ranks, meant, codes)
    for memo in memos:
        places[len(codes) + len(places)] = memo
    added = len(codes) > keywords
    codes += _new(ranks, found[keywords:others], codes) if added else found[keywords:others]
    if situations:
        codes += _new(ranks, [above_situations + position for position in situations], codes)
        added = True
    codes += _new(ranks, found[others:], codes) if added else found[others:]
    return Arrangement(codes, places)


def with_choice(arrangement: Arrangement, choice: Choice) -> Arrangement:
    """Put ``choice`` right below the first code."""
    place = 1
    for other in sorted(arrangement.others):
        place += other < place
    others = {other + (other >= place): target for other, target in arrangement.others.items()}
    return Arrangement(arrangement.ranks, dict(sorted((others | {place: choice}).items())))


def _new(ranks: Ranks, some: Sequence[int], known: Sequence[int]) -> Sequence[int]:
    """Return those of ``some`` whose target none of ``known`` has. Within ``some`` each target stands once."""
    if not some or not known:
        return some
    targets = set(ranks.identities(known))
    return [rank for rank, target in zip(some, ranks.identities(some), strict=True) if target not in targets]
