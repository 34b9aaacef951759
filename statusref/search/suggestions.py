"""What to offer when nothing matches."""

from statusref.search.indexes import Indexes
from statusref.search.needle import Needle
from statusref.search.query import Query
from statusref.search.reading import Finder
from statusref.search.results import Reason

_MOST = 6


def suggest(query: Query, finder: Finder, indexes: Indexes) -> tuple[Reason, list[int], list[Needle]]:
    """Return why there is no match, the ranking keys of what comes nearest, and the words that led there."""
    if keys := indexes.numbers.like(query.whole.plain):
        return Reason.NUMBER, keys[:_MOST], []
    found = [(word, finder.best(finder.of(word))) for word in query.words if len(query.words) > 1]
    rarest = min(((len(best), word, best) for word, best in found if best), key=lambda item: item[0], default=None)
    if rarest is not None:
        return Reason.SOME_WORDS, sorted(rarest[2].values())[:_MOST], [rarest[1]]
    for word in (query.whole, *query.words):
        near = [Needle(plain) for plain in indexes.typos.nearest(word)]
        best: dict[int, int] = {}
        for needle in near:
            for position, key in finder.of(needle).keys.items():
                best.setdefault(position, key)
        if best:
            keys = [indexes.ranks.typo(key) for key in best.values()]
            return Reason.NEAREST, keys[:_MOST], near
    return Reason.UNKNOWN, indexes.ranks.essentials()[:_MOST], []
