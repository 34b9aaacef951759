"""One run of the search: the query as typed, as a constant, with the other keyboard layout, with typos corrected.

If nothing matches, it ends with suggestions.
"""

import re
from collections.abc import Callable
from itertools import islice

from statusref.search.finder import Finder, Hits
from statusref.search.hangul import strokes_of
from statusref.search.indexes import Indexes
from statusref.search.interpretation import Interpretation
from statusref.search.keyboard_layout import other_layout
from statusref.search.needle import Needle
from statusref.search.numbers import constant_stem
from statusref.search.query import Query
from statusref.search.results import Reason, Tier
from statusref.search.situations.situation_index import NOTHING, Described
from statusref.search.suggestions import suggest
from statusref.search.understanding.understander import Understanding

_NUMBER = re.compile(r"[0-9]{3}")
"""If it is no code, the query counts or measures something."""
_COUNT = re.compile(r"[0-9]{3,}")
_TICKET = re.compile(r"#[0-9]+")
"""The number of a ticket: it does not count anything."""
_LOCAL = re.compile("localhost|로컬", re.IGNORECASE)
_PORT = re.compile(r"(?<![0-9])[0-9]{4,5}(?![0-9])")
"""After a word for this machine such a number is a port and does not count anything: ``localhost 3000``."""


_DESCRIPTION = 3
"""Words that describe a situation even if each of them might be a misspelt name."""
_FEW = 3
"""The most codes that a name may mean beside unknown words. The name of a vendor, which means dozens, is ignored."""
_TELLING = 6
"""The fewest key strokes of a word that is corrected beside unknown words: a shorter one is near too many others."""
_HAS_NUMBER = 0.6
_MAY_BE_TYPO = 0.9
"""The share of such a query that a situation must have."""


class SearchRun:
    """Searches for one query when it is made; the attributes hold the outcome.

    ``before`` is the finder of the query before.

    ``ranks`` are the matches, sorted, and ``interpretations`` those that were tried and may have led to them.
    ``described`` is what the query describes as a situation.
    """

    __slots__ = (
        "_best",
        "_indexes",
        "_query",
        "_spellings",
        "_understood",
        "described",
        "finder",
        "interpretations",
        "ranks",
    )

    def __init__(self, indexes: Indexes, query: Query, understood: Understanding, before: Finder | None = None) -> None:
        self._indexes = indexes
        self._query = query
        self._understood = understood
        self.finder = Finder(indexes.ranks, indexes.entries, indexes.prose, before)
        self._best = Hits({}, set(), set())
        self._spellings: dict[str, list[Needle]] = {}
        self.interpretations: list[Interpretation] = []
        self._search_as_typed()
        self._search_rest()
        counts = self._counts()
        if not understood.codes and counts:
            self._drop_prose()
        is_guessed = False
        if not understood.codes and not self._is_found() and not self._is_prose() and not counts:
            is_guessed = self._search_other_layout() or self._search_corrected()
        words = sum(len(word) > 1 for word in understood.rest)
        is_description = not is_guessed or words > 1
        may_be_typo = is_guessed and words < _DESCRIPTION
        self.described = self._describe(may_be_typo=may_be_typo) if is_description else NOTHING
        if not self._best and not self.described.positions:
            self.described = self._describe_corrected()
            if not self.described.positions and not counts:
                self._search_known()
        self.ranks = sorted([*self.finder.ranks_of(self._best), *self._number_pages()])

    def _search_as_typed(self) -> None:
        query = self._query
        self._add(Interpretation.as_typed(query.whole, query.words))
        if not self._is_found() and (stem := constant_stem(query.compared)):
            self._add(Interpretation.as_typed(Needle(stem), ()))
        if not self._is_found():
            parts = query.parts()
            if len(parts) > len(query.words) and not any(part.tiny for part in parts):
                self._add(Interpretation.as_typed(None, parts))

    def _search_rest(self) -> None:
        """Add what the words find that are neither codes nor framing, then the classes and codes by themselves."""
        rest = self._understood.rest
        is_less = len(rest) < len(self._query.words) or self._understood.codes
        # "No Response" is a name, although "response" alone only frames a question.
        if rest and is_less and not self._is_exact():
            query = Query(" ".join(rest))
            if not query.is_blank:
                self._add(Interpretation.as_typed(query.whole, query.words))
        for digit in self._understood.classes:
            self._add(Interpretation.as_typed(Needle(f"{digit}xx"), ()))
        self.interpretations += [Interpretation([Needle(f"{code:03}")]) for code in self._understood.codes]

    def _describe(self, *, may_be_typo: bool) -> Described:
        situations = self._indexes.situations
        if situations is None or self._understood.codes or self._understood.is_pasted:
            return NOTHING
        least = _HAS_NUMBER if _has_number(self._query.compared) else 0.0
        least = _MAY_BE_TYPO if may_be_typo else least
        return situations.find(self._query.compared, least=least, is_name=self._is_named())

    def _describe_corrected(self) -> Described:
        """Describe a query of which no search knows all words, with those corrected that are misspelt."""
        situations, words = self._indexes.situations, self._query.words
        if situations is None or self._understood.codes or self._understood.is_pasted or len(words) < 2:
            return NOTHING
        spelt = [word if self._is_known(word) else self._corrected(word) for word in words]
        if spelt == words:
            return NOTHING
        text = " ".join(word.plain for word in spelt)
        return situations.find(text, least=_HAS_NUMBER if _has_number(text) else 0.0)

    def _search_other_layout(self) -> bool:
        """Add what the query finds with the other keyboard layout. Return whether that is more than prose."""
        converted = other_layout(self._query.compared)
        if converted is None:
            return False
        query = Query(converted)
        interpretation = Interpretation.as_typed(query.whole, query.words)
        found = self.finder.find(interpretation)
        if not self._is_better_than_prose(found):
            return False
        self.interpretations.append(interpretation)
        self._add_lowered(found, self._indexes.ranks.other_layout)
        return True

    def _search_corrected(self) -> bool:
        """Add what the query finds with typos corrected. Return whether that is anything.

        First only the words that find nothing themselves are corrected. If that finds nothing, all words are.
        """
        query = self._query
        for correct_all in (False, True):
            words = [self._spellings_of(word, correct_all=correct_all) for word in query.words]
            wholes = self._corrections(query.whole, is_finished=len(words) > 1)
            interpretation = Interpretation(wholes, words if len(words) > 1 else ())
            if found := self.finder.find(interpretation):
                self.interpretations.append(interpretation)
                self._add_lowered(found, self._indexes.ranks.typo)
                return True
            if len(words) == 1:
                break
        return False

    def _search_known(self) -> None:
        """Search for the known words alone, and add the codes that have them as their whole name, if these are few."""
        known = [word for word in self._query.words if self._is_known(word)]
        if known and len(known) < len(self._query.words):
            query = Query(" ".join(word.plain for word in known))
            interpretation = Interpretation.as_typed(query.whole, ())
            found = self.finder.find(interpretation)
            called = set(islice(self._indexes.ranks.exact(found.ranks.values()), _FEW + 1))
            if len(called) <= _FEW:
                ranks = {position: rank for position, rank in found.ranks.items() if rank in called}
                self._best = Hits(ranks, set(), set())
                self.interpretations.append(interpretation)

    def _counts(self) -> bool:
        """Whether one of several words is a number. If it is no code, it counts or measures something."""
        words = self._query.words
        return len(words) > 1 and any(_COUNT.fullmatch(word.plain) for word in words)

    def _drop_prose(self) -> None:
        """Drop entries that were found only in their prose: prose has many numbers that are no codes."""
        limit = self._indexes.ranks.first_in(Tier.PROSE)
        ranks = {position: rank for position, rank in self._best.ranks.items() if rank < limit}
        self._best = Hits(ranks, set(), set())

    def _is_known(self, word: Needle) -> bool:
        return bool(self.finder.hits(word).ranks)

    def _corrected(self, word: Needle) -> Needle:
        if len(strokes_of(word.plain)) < _TELLING:
            return word
        plains = self._indexes.typos.corrections(word, is_finished=True)
        return Needle(plains[0]) if plains else word

    def _spellings_of(self, word: Needle, *, correct_all: bool) -> list[Needle]:
        if not correct_all and self._is_better_than_prose(self.finder.hits(word)):
            return [word]
        return [word, *self._corrections(word)]

    def _corrections(self, needle: Needle, *, is_finished: bool = False) -> list[Needle]:
        known = self._spellings.get(needle.plain)
        if known is None:
            plains = self._indexes.typos.corrections(needle, is_finished=is_finished)
            known = self._spellings[needle.plain] = list(map(Needle, plains))
        return known

    def suggest(self) -> tuple[Reason, list[int]]:
        """Return why there is no match, and the ranks of what may be meant, the best first."""
        reason, suggestions, needles = suggest(self._query, self.finder, self._indexes)
        self.interpretations = [Interpretation(needles)]
        return reason, suggestions

    def _number_pages(self) -> list[int]:
        plain = self._query.whole.plain
        return self._indexes.numbers.pages(plain) if plain == self._query.whole.digits else []

    def _add(self, interpretation: Interpretation) -> None:
        self.interpretations.append(interpretation)
        self._best = Hits.any_of((self._best, self.finder.find(interpretation)))

    def _add_lowered(self, found: Hits, lowered: Callable[[int], int]) -> None:
        """Add what was found, with its ranks lowered. What was found as typed keeps its rank."""
        count, best = self._indexes.ranks.count, self._best
        new = {rank % count: lowered(rank) for rank in self.finder.ranks_of(found)}
        ranks = {position: rank for position, rank in new.items() if position not in best.everything}
        self._best = Hits(best.ranks | ranks, best.prose_words, best.prose_prefixes)

    def _is_found(self) -> bool:
        return self._is_better_than_prose(self._best)

    def _is_named(self) -> bool:
        """Whether the query is found in a name of a registered entry."""
        limit = self._indexes.ranks.first_unofficial_name
        return min(self._best.ranks.values(), default=limit) < limit

    def _is_exact(self) -> bool:
        """Whether the query is exactly a name or a keyword."""
        return self._indexes.ranks.any_exact(self._best.ranks.values())

    def _is_prose(self) -> bool:
        """Whether the words of the query stand in the prose: then they are neither typos nor the wrong layout.

        The last of several words may be half typed and is not checked.
        """
        prose, words = self._indexes.prose, self._query.words
        finished = words[:-1] if len(words) > 1 else words
        return prose is not None and bool(self._best) and all(map(prose.has_word, finished))

    def _is_better_than_prose(self, found: Hits) -> bool:
        limit = self._indexes.ranks.first_in(Tier.PROSE)
        return min(found.ranks.values(), default=limit) < limit


def _has_number(text: str) -> bool:
    text = _TICKET.sub("", text)
    if _LOCAL.search(text):
        text = _PORT.sub("", text)
    return _NUMBER.search(text) is not None
