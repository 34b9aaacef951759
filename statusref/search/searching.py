"""One search through all its steps: as typed, as a constant, with the other layout, corrected, and what to suggest."""

from statusref.search.indexes import Indexes
from statusref.search.layout import other_layout
from statusref.search.needle import Needle
from statusref.search.numbers import code_among_words, constant_stem
from statusref.search.query import Query
from statusref.search.reading import Finder, Reading, merged
from statusref.search.results import Reason, Tier
from statusref.search.suggestions import suggest


class Search:
    """The search for one query. Afterwards ``keys`` are the ranked matches and ``readings`` what led to them.

    ``suggestions`` and ``reason`` are set if there is no match, ``converted`` if the other keyboard layout found
    something.
    """

    __slots__ = (
        "_best",
        "_indexes",
        "_query",
        "_spelt",
        "converted",
        "finder",
        "keys",
        "readings",
        "reason",
        "suggestions",
    )

    def __init__(self, indexes: Indexes, query: Query) -> None:
        self._indexes = indexes
        self._query = query
        self.finder = Finder(indexes.ranks, indexes.entries, indexes.prose)
        self._best: dict[int, int] = {}
        self._spelt: dict[str, list[Needle]] = {}
        self.readings: list[Reading] = []
        self.converted: str | None = None
        self.reason: Reason | None = None
        self.suggestions: list[int] = []
        self._as_typed()
        if not self._is_found() and not self._is_prose() and not self._with_other_layout():
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
        if not self._is_found():
            parts = query.parts()
            if len(parts) > len(query.words) and not any(part.tiny for part in parts):
                self._add(Reading.of(None, parts))

    def _with_other_layout(self) -> bool:
        converted = other_layout(self._query.compared)
        if converted is None:
            return False
        query = Query(converted)
        reading = Reading.of(query.whole, query.words)
        found = self.finder.find(reading)
        if not self._is_good(found):
            return False
        self.converted = converted
        self.readings.append(reading)
        moved = self._indexes.ranks.other_layout
        self._best = merged(self._best, {position: moved(key) for position, key in found.items()})
        return True

    def _corrected(self) -> None:
        query, moved = self._query, self._indexes.ranks.typo
        # Only a word that finds nothing itself is taken for a slip, as long as that leads somewhere.
        for must_correct in (False, True):
            words = [self._spellings(word, must_correct=must_correct) for word in query.words]
            wholes = self._corrections(query.whole, is_finished=len(words) > 1)
            reading = Reading(wholes, words if len(words) > 1 else ())
            if found := self.finder.find(reading):
                self.readings.append(reading)
                self._best = merged(self._best, {position: moved(key) for position, key in found.items()})
                return
            if len(words) == 1:
                return

    def _spellings(self, word: Needle, *, must_correct: bool) -> list[Needle]:
        if not must_correct and self._is_good(self.finder.of(word).keys):
            return [word]
        return [word, *self._corrections(word)]

    def _corrections(self, needle: Needle, *, is_finished: bool = False) -> list[Needle]:
        known = self._spelt.get(needle.plain)
        if known is None:
            plains = self._indexes.typos.corrections(needle, is_finished=is_finished)
            known = self._spelt[needle.plain] = list(map(Needle, plains))
        return known

    def _suggest(self) -> None:
        self.reason, self.suggestions, needles = suggest(self._query, self.finder, self._indexes)
        self.readings = [Reading(needles)]

    def _pages(self) -> list[int]:
        plain = self._query.whole.plain
        return self._indexes.numbers.pages(plain) if plain == self._query.whole.digits else []

    def _add(self, reading: Reading) -> None:
        self.readings.append(reading)
        self._best = merged(self._best, self.finder.find(reading))

    def _is_found(self) -> bool:
        return self._is_good(self._best)

    def _is_prose(self) -> bool:
        """Whether the words of the query are words of the prose: then they are neither slips nor the wrong layout.

        The last of several may still be half typed.
        """
        prose, words = self._indexes.prose, self._query.words
        finished = words[:-1] if len(words) > 1 else words
        return prose is not None and bool(self._best) and all(map(prose.has_word, finished))

    def _is_good(self, found: dict[int, int]) -> bool:
        """Whether there is anything better than a word in the prose."""
        limit = self._indexes.ranks.before(Tier.PROSE)
        return min(found.values(), default=limit) < limit
