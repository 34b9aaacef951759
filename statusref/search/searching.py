"""One search through all its steps: as typed, as a constant, with the other layout, corrected, and what to suggest."""

from statusref.search.indexes import Indexes
from statusref.search.layout import other_layout
from statusref.search.needle import Needle
from statusref.search.numbers import code_among_words, constant_stem
from statusref.search.query import Query
from statusref.search.reading import Finder, Reading
from statusref.search.results import Reason, Tier
from statusref.search.suggestions import suggest


class Search:
    """The search for one query. Afterwards ``keys`` are the ranked matches and ``readings`` what led to them.

    ``suggestions`` and ``reason`` are set if there is no match, ``converted`` if the other keyboard layout found
    something.
    """

    __slots__ = ("_best", "_finder", "_indexes", "_query", "converted", "keys", "readings", "reason", "suggestions")

    def __init__(self, indexes: Indexes, query: Query) -> None:
        self._indexes = indexes
        self._query = query
        self._finder = Finder(indexes.ranks, indexes.entries, indexes.prose)
        self._best: dict[int, int] = {}
        self.readings: list[Reading] = []
        self.converted: str | None = None
        self.reason: Reason | None = None
        self.suggestions: list[int] = []
        self._as_typed()
        if not self._is_found() and not self._with_other_layout():
            self._corrected()
        self.keys = sorted([*self._best.values(), *self._pages()])
        if not self.keys:
            self._suggest()

    def _as_typed(self) -> None:
        query = self._query
        if number := code_among_words(query.whole.plain):
            self._add(Reading.of(Needle(number), ()))
        self._add(Reading.of(query.whole, query.words))
        if not self._is_found() and (stem := constant_stem(query.compared)):
            self._add(Reading.of(Needle(stem), ()))
        if not self._is_found() and len(parts := query.parts()) > len(query.words):
            self._add(Reading.of(None, parts))

    def _with_other_layout(self) -> bool:
        prose = self._indexes.prose
        if prose is not None and self._best and all(map(prose.has_word, self._query.words)):
            return False
        converted = other_layout(self._query.compared)
        if converted is None:
            return False
        query = Query(converted)
        reading = Reading.of(query.whole, query.words)
        found = self._finder.find(reading)
        if not self._is_good(found):
            return False
        self.converted = converted
        self.readings.append(reading)
        self._keep({position: self._indexes.ranks.other_layout(key) for position, key in found.items()})
        return True

    def _corrected(self) -> None:
        typos = self._indexes.typos
        query = self._query
        words = []
        for word in query.words:
            spellings = [Needle(plain) for plain in typos.corrections(word)]
            words.append([word, *spellings] if spellings or self._finder.of(word) else [])
        wholes = [Needle(plain) for plain in typos.corrections(query.whole)]
        reading = Reading(wholes, words if len(words) > 1 else ())
        found = self._finder.find(reading)
        if found:
            self.readings.append(reading)
            self._keep({position: self._indexes.ranks.typo(key) for position, key in found.items()})

    def _suggest(self) -> None:
        self.reason, self.suggestions, needles = suggest(self._query, self._finder, self._indexes)
        self.readings = [Reading(needles)]

    def _pages(self) -> list[int]:
        plain = self._query.whole.plain
        return self._indexes.numbers.pages(plain) if plain == self._query.whole.digits else []

    def _add(self, reading: Reading) -> None:
        self.readings.append(reading)
        self._keep(self._finder.find(reading))

    def _keep(self, found: dict[int, int]) -> None:
        for position, key in found.items():
            self._best[position] = min(key, self._best.get(position, key))

    def _is_found(self) -> bool:
        return self._is_good(self._best)

    def _is_good(self, found: dict[int, int]) -> bool:
        """Whether there is anything better than a word in the prose."""
        limit = self._indexes.ranks.before(Tier.PROSE)
        return min(found.values(), default=limit) < limit
