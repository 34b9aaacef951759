"""All indexes of one catalogue, built in slices."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.domain.prose import ProseStore
from statusref.search.beside.beside import Beside
from statusref.search.entry_index import EntryIndex
from statusref.search.numbers import Numbers
from statusref.search.prose_index import ProseIndex
from statusref.search.ranks import Ranks
from statusref.search.situations.situation_index import SituationIndex
from statusref.search.slices import Slices
from statusref.search.typos import TypoIndex
from statusref.search.understanding.understander import Understander
from statusref.system.kept_file import DamagedPieceError, KeptFile


class _Index(Protocol):
    """A part that is built in slices, or restored from what was saved."""

    slices: Slices

    def state(self) -> Iterator[Any]: ...

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]: ...


class Indexes:
    """The indexes that a search uses. Each can be searched as soon as it is built; until then it finds nothing."""

    __slots__ = (
        "_saved",
        "_slices",
        "are_built",
        "beside",
        "entries",
        "numbers",
        "prose",
        "ranks",
        "situations",
        "typos",
        "understander",
    )

    def __init__(
        self, catalogue: Catalogue, prose: ProseStore | None, library: Library | None, saved: KeptFile | None
    ) -> None:
        self.ranks = Ranks(catalogue)
        self.entries = EntryIndex(self.ranks)
        self.numbers = Numbers(self.ranks, self.entries)
        self.typos = TypoIndex(self.ranks)
        self.understander = Understander(catalogue, library)
        self.prose = None if prose is None else ProseIndex(self.ranks, prose)
        self.beside = None if library is None else Beside(library, self.understander)
        self.situations = None if library is None else SituationIndex(self.ranks, library, self.understander)
        self._saved = saved
        self.are_built = False
        self._slices = Slices(self._build)

    def build(self) -> Iterator[None]:
        """Build all indexes, names first. Raises ResourceError for a file that cannot be read."""
        return iter(self._slices)

    def _build(self) -> Iterator[None]:
        indexes: dict[str, _Index | None] = {
            "entries": self.entries,
            "understander": self.understander,
            "beside": self.beside,
            "typos": self.typos,
            "situations": self.situations,
            "prose": self.prose,
        }
        present = {name: index for name, index in indexes.items() if index is not None}
        restored = set()
        is_whole = False
        if self._saved is not None:
            yield
            pieces = yield from self._saved.loading()
            # What was restored before a damaged piece is good; the others are built.
            with suppress(DamagedPieceError):
                for name, own in groupby(pieces, key=itemgetter(0)):
                    if name in present:
                        yield from present[name].restore(piece for _, piece in own)
                        restored.add(name)
                is_whole = restored == present.keys()
        for index in present.values():
            yield from index.slices
        if self._saved is not None and not is_whole:
            yield from self._saved.saving((name, piece) for name, index in present.items() for piece in index.state())
        self._saved = None
        self.are_built = True

    def build_names(self) -> None:
        """Build the index of numbers, names, keywords and attributes, without which no search can answer."""
        self.entries.slices.finish()
