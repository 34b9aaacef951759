"""An inverted index of situations: example questions, scenarios, keywords and names, each with its codes."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from statusref.domain.fields import Fields
from statusref.domain.library import Library
from statusref.domain.registry import read_json
from statusref.search.entry_texts import keywords, names
from statusref.search.ranks import Ranks
from statusref.search.results import Field
from statusref.search.situations.terms import CONCEPT, Terms, read_concepts
from statusref.search.slices import Slices
from statusref.search.understanding.understander import Understander

CONCEPTS = "search/concepts.json"
SITUATIONS = "search/situations.json"
MOST = 12
"""Codes that one query gives at most."""
_ENOUGH = 0.34
"""How much of the weight of a query's terms a situation must share with it."""
_ENOUGH_OF_BEST = 0.6
_UNKNOWN = 6.0
"""The weight of a term that no situation has."""
_SLICE = 40
_FEWEST = 2
"""Terms of a query, not counting concepts, below which it is no description."""


class SituationIndex:
    """Ready when ``slices`` are finished; finds nothing before."""

    def __init__(self, ranks: Ranks, library: Library, understander: Understander) -> None:
        self._ranks = ranks
        self._library = library
        self._understander = understander
        self._terms: Terms | None = None
        self._documents: list[tuple[Sequence[str], int]] = []
        self._postings: dict[str, list[int]] = {}
        self._weights: dict[str, float] = {}
        self._norms: list[float] = []
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read and index the situations. Raises ResourceError for a file that is wrong."""
        root = self._library.root
        concepts = read_concepts(Fields(read_json(root, CONCEPTS), CONCEPTS))
        self._terms = Terms(self._understander.framing, concepts)
        yield
        texts: list[tuple[Sequence[str], str]] = []
        for codes, phrases in Fields(read_json(root, SITUATIONS), SITUATIONS).objects("situations", _situation):
            texts += [(codes, phrase) for phrase in phrases]
        yield
        scenarios = self._library.scenarios
        yield
        for scenario in scenarios:
            texts += [(scenario.codes, scenario.situation.ko), (scenario.codes, scenario.situation.en)]
        for entry in self._ranks.entries:
            found = [text.text for text in names(entry) if text.field is not Field.CONSTANT]
            found += [text.text for text in keywords(entry)]
            texts += [((entry.id,), text) for text in dict.fromkeys(found)]
        yield from self._index(texts, self._terms)

    def _index(self, texts: list[tuple[Sequence[str], str]], splitter: Terms) -> Iterator[None]:
        counts: Counter[str] = Counter()
        terms_of: list[set[str]] = []
        for place, (codes, text) in enumerate(texts):
            terms = splitter.of(text)
            terms_of.append(terms)
            counts.update(terms)
            for term in terms:
                self._postings.setdefault(term, []).append(place)
            self._documents.append((codes, place))
            if place % _SLICE == 0:
                yield
        total = len(texts)
        self._weights = {term: math.log(1 + total / count) for term, count in counts.items()}
        yield
        self._norms = [self._norm(terms) for terms in terms_of]

    def _norm(self, terms: set[str]) -> float:
        return math.sqrt(sum(self._weights[term] ** 2 for term in terms)) or 1.0

    def find(self, text: str) -> list[int]:
        """Return the positions of the entries whose situations ``text`` describes, the best first."""
        if self._terms is None or not self._norms:
            return []
        terms = self._terms.of(text)
        if sum(not term.startswith(CONCEPT) for term in terms) < _FEWEST:
            return []
        scores: dict[int, float] = {}
        whole = 0.0
        for term in terms:
            weight = self._weights.get(term, _UNKNOWN)
            whole += weight * weight
            for place in self._postings.get(term, ()):
                scores[place] = scores.get(place, 0.0) + weight * weight
        best: dict[str, float] = {}
        root = math.sqrt(whole)
        for place, shared in scores.items():
            if shared < _ENOUGH * whole:
                continue
            score = shared / root / self._norms[place] ** 0.8
            for number, code in enumerate(self._documents[place][0]):
                value = score * 0.98**number
                if value > best.get(code, 0.0):
                    best[code] = value
        top = max(best.values(), default=0.0)
        kept = [(-value, self._ranks.positions[code]) for code, value in best.items() if value >= _ENOUGH_OF_BEST * top]
        return [position for _, position in sorted(kept)[:MOST]]


def _situation(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    fields.only(frozenset({"codes", "ko", "en"}))
    return fields.texts("codes"), (*fields.texts("ko"), *fields.texts("en"))
