"""Queries of separators only: ``(`` finds ``(Unused)``. In every other query separators do not count."""

from statusref.domain.catalogue import Target
from statusref.domain.status import Entry
from statusref.search.entry_texts import SHOWN, names
from statusref.search.ranks import Ranks
from statusref.search.results import Mark, Tier
from statusref.search.rules import START, WORD, TierOrder

_ORDERS: tuple[TierOrder, TierOrder] = ((Tier.NAME_START, START), (Tier.INSIDE, WORD))
"""For a match at the start of a name, and further on."""


def literal_ranks(ranks: Ranks, text: str) -> list[int]:
    """Return the sorted ranks of the entries that have ``text``, unfolded, in a shown name."""
    if not text:
        return []
    bases = {official: ranks.base_ranks(_ORDERS, official=official) for official in (True, False)}
    found = []
    for position, entry in enumerate(ranks.entries):
        places = [mark.spans[0][0] for mark in literal_marks(entry, text)]
        if places:
            found.append(bases[entry.official][min(places) > 0] + position)
    return sorted(found)


def literal_marks(target: Target, text: str) -> tuple[Mark, ...]:
    """Return where ``text`` stands in the shown names."""
    if not isinstance(target, Entry):
        return ()
    shown = [name for name in names(target) if name.field in SHOWN and text in name.text]
    places = [(name, name.text.index(text)) for name in shown]
    return tuple(Mark(name.field, name.text, ((place, place + len(text)),)) for name, place in places)
