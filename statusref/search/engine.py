"""The entrance of the search: a query in, ranked matches out."""

from collections.abc import Iterator, Sequence

from statusref.domain.catalogue import Catalogue
from statusref.domain.prose import ProseStore
from statusref.search.indexes import Indexes
from statusref.search.literal import literal_marks, literal_ranks
from statusref.search.marks import Marker
from statusref.search.query import Query
from statusref.search.results import Match, Ranking, Reason, Results
from statusref.search.search_run import SearchRun


class SearchEngine:
    """Searches one catalogue, and its prose if that is given.

    Names, keywords and attributes are indexed by the first search, unless ``prepare`` has done it before.
    """

    def __init__(self, catalogue: Catalogue, prose: ProseStore | None = None) -> None:
        self._indexes = Indexes(catalogue, prose)
        self._marker = Marker(self._indexes)

    def prepare(self) -> Iterator[None]:
        """Build the indexes in slices of at most about 3 ms. Only the slice that loads rapidfuzz is longer.

        Searching is possible before and in between; it uses the indexes that are ready. Raises ResourceError for a
        page that cannot be read.
        """
        return self._indexes.build()

    def search(self, query: str) -> Results:
        """Return every match of ``query``, ranked. Never raises, whatever the text."""
        self._indexes.build_names()
        parsed = Query(query)
        if codes := self._indexes.lines.read_text(parsed.text).in_order:
            numbers = self._indexes.numbers
            ranks = [rank for code in codes for rank in numbers.ranks_of(f"{code:03}")]
            return Results(query, self._ranking(ranks), truncated_query=parsed.truncated)
        if parsed.is_blank:
            return self._search_literally(query, parsed)
        run = SearchRun(self._indexes, parsed)
        return Results(
            query, self._ranking(run.ranks, run), self._ranking(run.suggestions, run), run.reason, parsed.truncated
        )

    def _search_literally(self, query: str, parsed: Query) -> Results:
        text = parsed.text
        found = literal_ranks(self._indexes.ranks, text)
        if not found:
            return Results(query, Ranking(), (), Reason.EMPTY, parsed.truncated)
        ranks = self._indexes.ranks

        def make(rank: int) -> Match:
            target = ranks.target(rank)
            return Match(target, ranks.tier(rank), ranks.score(rank), lambda: literal_marks(target, text))

        return Results(query, Ranking(found, make, ranks.targets), truncated_query=parsed.truncated)

    def _ranking(self, found: Sequence[int], run: SearchRun | None = None) -> Ranking:
        ranks, marker = self._indexes.ranks, self._marker
        interpretations = () if run is None else run.interpretations
        finder = None if run is None else run.finder

        def make(rank: int) -> Match:
            target = ranks.target(rank)
            return Match(
                target, ranks.tier(rank), ranks.score(rank), lambda: marker.marks(target, interpretations, finder)
            )

        return Ranking(found, make, ranks.targets)
