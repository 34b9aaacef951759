"""All indexes of one catalogue, built in slices."""

from collections.abc import Iterator

from statusref.domain.catalogue import Catalogue
from statusref.domain.prose import ProseStore
from statusref.logs.evidence import LineReader
from statusref.search.entry_index import EntryIndex
from statusref.search.numbers import Numbers
from statusref.search.prose_index import ProseIndex
from statusref.search.ranks import Ranks
from statusref.search.slices import Slices
from statusref.search.typos import TypoIndex


class Indexes:
    """The indexes that a search uses. Each can be searched as soon as it is built; until then it finds nothing."""

    __slots__ = ("_line_patterns", "entries", "lines", "numbers", "prose", "ranks", "typos")

    def __init__(self, catalogue: Catalogue, prose: ProseStore | None) -> None:
        self.ranks = Ranks(catalogue)
        self.entries = EntryIndex(self.ranks)
        self.numbers = Numbers(self.ranks, self.entries)
        self.typos = TypoIndex(self.ranks)
        self.lines = LineReader(catalogue)
        self._line_patterns = Slices(self.lines.prepare)
        self.prose = None if prose is None else ProseIndex(self.ranks, prose)

    def build(self) -> Iterator[None]:
        """Build all indexes, names before typos before prose. Raises ResourceError for a page that cannot be read."""
        yield from self.entries.slices
        yield from self._line_patterns
        yield from self.typos.slices
        if self.prose is not None:
            yield from self.prose.slices

    def build_names(self) -> None:
        """Build the index of numbers, names, keywords and attributes, without which no search can answer."""
        self.entries.slices.finish()
