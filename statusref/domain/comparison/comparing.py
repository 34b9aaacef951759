"""Makes a comparison of entries and neighbours."""

from collections.abc import Sequence

from statusref.domain.comparison.facts import facts
from statusref.domain.comparison.parts import NOTHING, Compared, ComparedRow, Comparison, Difference, Item
from statusref.domain.library import Library
from statusref.domain.text import Language

_NOTHING = (Item(NOTHING),)


def compare(library: Library, entries: Sequence[Compared], language: Language) -> Comparison:
    """Compare ``entries``, which must all differ. A row that would be empty for every entry is left out.

    Raises ResourceError if the file of a neighbour family is missing or wrong.
    """
    ids = {entry.id for entry in entries}
    differences = tuple(
        Difference(pair.ids, pair.difference[language]) for pair in library.catalogue.pairs if ids.issuperset(pair.ids)
    )
    columns = [facts(library, entry, language) for entry in entries]
    rows = tuple(
        ComparedRow(
            of_all[0].key,
            library.words.text(of_all[0].key, language),
            tuple(fact.cell or _NOTHING for fact in of_all),
        )
        for of_all in zip(*columns, strict=True)
        if any(fact.cell for fact in of_all)
    )
    return Comparison(tuple(entries), differences, rows)
