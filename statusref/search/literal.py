"""Separators as the query itself: ``(`` finds ``(Unused)``. In every other query they do not count."""

from statusref.domain.catalogue import Target
from statusref.domain.status import Entry
from statusref.search.entry_texts import SHOWN, names
from statusref.search.keys import Ranks
from statusref.search.results import Mark, Tier
from statusref.search.rules import START, WORD, Rank


def literal_keys(ranks: Ranks, text: str) -> list[int]:
    """Return the ranked keys of the entries that have ``text`` in a shown name, character by character."""
    if not text:
        return []
    bases = {official: ranks.bases(_RANKS, official=official) for official in (True, False)}
    keys = []
    for position, entry in enumerate(ranks.entries):
        places = [mark.spans[0][0] for mark in literal_marks(entry, text)]
        if places:
            keys.append(bases[entry.official][min(places) > 0] + position)
    return sorted(keys)


_RANKS: tuple[Rank, Rank] = ((Tier.NAME_START, START), (Tier.INSIDE, WORD))


def literal_marks(target: Target, text: str) -> tuple[Mark, ...]:
    """Return where ``text`` stands in the shown names."""
    if not isinstance(target, Entry):
        return ()
    shown = [name for name in names(target) if name.field in SHOWN and text in name.text]
    places = [(name, name.text.index(text)) for name in shown]
    return tuple(Mark(name.field, name.text, ((place, place + len(text)),)) for name, place in places)
