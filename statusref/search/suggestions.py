"""What to offer when nothing matches."""

from statusref.search.finder import Finder
from statusref.search.indexes import Indexes
from statusref.search.needle import Needle
from statusref.search.query import Query
from statusref.search.results import Reason

_MOST = 6


def suggest(query: Query, finder: Finder, indexes: Indexes) -> tuple[Reason, list[int], list[Needle]]:
    """Return why there is no match, at most six ranks of suggestions, and the needles that found them."""
    if ranks := indexes.numbers.similar(query.whole.plain):
        return Reason.NUMBER, ranks[:_MOST], []
    words = query.words if len(query.words) > 1 else ()
    rarest = min(filter(finder.hits, words), key=lambda word: len(finder.hits(word)), default=None)
    if rarest is not None:
        return Reason.SOME_WORDS, sorted(finder.ranks_of(finder.hits(rarest)))[:_MOST], [rarest]
    for word in (query.whole, *query.words):
        near = [Needle(plain) for plain in indexes.typos.nearest(word)]
        best: dict[int, int] = {}
        for needle in near:
            for position, rank in finder.hits(needle).ranks.items():
                best.setdefault(position, rank)
        if best:
            ranks = [indexes.ranks.typo(rank) for rank in best.values()]
            return Reason.NEAREST, ranks[:_MOST], near
    return Reason.UNKNOWN, indexes.ranks.essentials()[:_MOST], []
