"""The search: one query in, ranked matches out."""

from collections.abc import Iterator, Sequence

from statusref.domain.catalogue import Catalogue
from statusref.domain.prose import ProseStore
from statusref.search.indexes import Indexes
from statusref.search.literal import literal_keys, literal_marks
from statusref.search.marks import Marker
from statusref.search.query import Query
from statusref.search.results import Match, Ranking, Reason, Results
from statusref.search.searching import Search


class SearchEngine:
    """Searches one catalogue, and the prose if it is given.

    Names, keywords and attributes are indexed when they are first needed; ``prepare`` builds that and the rest in
    slices.
    """

    def __init__(self, catalogue: Catalogue, prose: ProseStore | None = None) -> None:
        self._indexes = Indexes(catalogue, prose)
        self._marker = Marker(self._indexes)

    def prepare(self) -> Iterator[None]:
        """Build the indexes in slices of at most some 3 ms, but for the loading of the typo library.

        Search works before and meanwhile, with what is ready. Raises ResourceError for a page that cannot be read.
        """
        return self._indexes.build()

    def search(self, query: str) -> Results:
        """Return every match of ``query``, ranked. Never raises, whatever the text."""
        self._indexes.build_names()
        parsed = Query(query)
        if codes := self._indexes.lines.read_text(parsed.text).in_order:
            numbers = self._indexes.numbers
            keys = [key for code in codes for key in numbers.keys_of(f"{code:03}")]
            return Results(query, self._ranking(keys), truncated_query=parsed.truncated)
        if parsed.is_blank:
            return self._literally(query, parsed)
        search = Search(self._indexes, parsed)
        return Results(
            query,
            self._ranking(search.keys, search),
            self._ranking(search.suggestions, search),
            search.reason,
            parsed.truncated,
            search.converted,
        )

    def _literally(self, query: str, parsed: Query) -> Results:
        text = parsed.text
        keys = literal_keys(self._indexes.ranks, text)
        if not keys:
            return Results(query, Ranking(), (), Reason.EMPTY, parsed.truncated)
        ranks = self._indexes.ranks

        def make(key: int) -> Match:
            target = ranks.target(key)
            return Match(target, ranks.tier(key), ranks.score(key), lambda: literal_marks(target, text))

        return Results(query, Ranking(keys, make, ranks.targets), truncated_query=parsed.truncated)

    def _ranking(self, keys: Sequence[int], search: Search | None = None) -> Ranking:
        ranks, marker = self._indexes.ranks, self._marker
        readings = () if search is None else search.readings
        finder = None if search is None else search.finder

        def make(key: int) -> Match:
            target = ranks.target(key)
            return Match(target, ranks.tier(key), ranks.score(key), lambda: marker.marks(target, readings, finder))

        return Ranking(keys, make, ranks.targets)
