"""The sentences by which servers explain a code on their error pages; many such pages have no number."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from statusref.domain.catalogue import Catalogue
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.search.beside.phrasebook import Phrasebook, Scanned, apart
from statusref.search.slices import Slices

FILE = "search/sentences.json"
FEWEST_WORDS = 3
"""Words of the shortest sentence. Texts with fewer are not looked at."""

_Page = list[tuple[tuple[str, ...], tuple[str, ...]]]


class Sentences:
    """Ready when ``slices`` are finished, or after ``restore``; finds nothing before."""

    def __init__(self, catalogue: Catalogue, root: Path) -> None:
        self._catalogue = catalogue
        self._root = root
        self._phrases: Phrasebook[tuple[int, ...]] = Phrasebook()
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read and index the file. Raises ResourceError if it is missing, no JSON, or says what it must not."""
        fields = Fields(read_json(self._root, FILE), FILE)
        fields.only(frozenset({"pages"}))
        yield
        pages = fields.objects("pages", self._page)
        yield
        phrases: Phrasebook[tuple[int, ...]] = Phrasebook()
        for page in pages:
            for ids, texts in page:
                codes = tuple(int(entry_id[:3]) for entry_id in ids)
                for text in texts:
                    phrases.add(text, codes)
            yield
        self._phrases = phrases

    def state(self) -> Any:  # noqa: ANN401 (whatever ``restore`` takes)
        return self._phrases.state

    def restore(self, state: Any) -> None:  # noqa: ANN401 (see ``state``)
        """Take what was saved instead of indexing the file."""
        self._phrases = Phrasebook(state)

    def _page(self, fields: Fields) -> _Page:
        fields.only(frozenset({"server", "source", "sentences"}))
        return list(fields.objects("sentences", self._sentence))

    def _sentence(self, fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
        fields.only(frozenset({"codes", "texts"}))
        return fields.entry_ids("codes", self._catalogue), fields.texts("texts")

    def codes(self, scanned: Scanned) -> list[int]:
        """Return the codes that sentences in a text explain, in the order of the sentences."""
        if len(scanned.text.split(None, FEWEST_WORDS - 1)) < FEWEST_WORDS:
            return []
        hits = sorted(apart(self._phrases.find(scanned)), key=lambda hit: hit.start)
        return list(dict.fromkeys(code for hit in hits for code in hit.value))
