"""An inverted index of situations: example questions, keywords, outcomes of the chooser and scenarios, with codes."""

import math
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.fields import Fields
from statusref.domain.library import Library
from statusref.domain.normal_form import nfc
from statusref.domain.registry import read_json
from statusref.search.pieces import compact
from statusref.search.ranks import Ranks
from statusref.search.situations.terms import Spellings, Terms, read_concepts
from statusref.search.slices import Slices
from statusref.search.sorted_texts import END
from statusref.search.understanding.understander import Understander

if TYPE_CHECKING:
    from statusref.domain.chooser import Chooser

CONCEPTS = "search/concepts.json"
SITUATIONS = "search/situations.json"
MOST = 12
"""Codes that one query gives at most."""
_ENOUGH_OF_QUERY = 0.25
_ENOUGH_OF_SITUATION = 0.5
"""A situation must share this much of the query's weight, or of its own: a long question may hold a short situation."""
_MOST_OF_QUERY, _MOST_OF_SITUATION = 0.3, 0.8
"""If a single word is shared, it must be this much of both."""
_ENOUGH_OF_BEST = 0.6
_FURTHER = 0.2
"""How much the second and third situation of a code add to its best one."""
_LATER = 0.98
"""How much less a later code of a situation counts than the one before it."""
_UNOFFICIAL = 0.85
"""How much less an unofficial use of a number counts: few people meet it."""
_ENOUGH_FOR_PATH, _SAME_WORDS = 0.3, 0.9
_UNKNOWN = 9.0
"""The weight of a term that no situation has."""
_SLICE = 40
_PIECE = 4000
_PLACES_SLICE = 5000
_FEWEST_TERMS = 2
_Situation = tuple[Sequence[str], str]
"""The ids of codes, and a text that says when they are sent."""
_Told = tuple[Sequence[str], set[str], int]
"""The ids of codes, the terms of such a text, and how many of its other words add to its weight."""


class Described(NamedTuple):
    """What a text describes: the positions of entries, the best first, and by their ids the paths of the chooser."""

    positions: list[int]
    paths: Mapping[str, str]


NOTHING = Described([], {})


class SituationIndex:
    """Ready when ``slices`` are finished; finds nothing before."""

    def __init__(self, ranks: Ranks, library: Library, understander: Understander) -> None:
        self._ranks = ranks
        self._library = library
        self._understander = understander
        self._spellings = Spellings.of(())
        self._terms: Terms | None = None
        self._codes: list[Sequence[str]] = []
        self._paths: dict[int, str] = {}  # of the situations that are outcomes of the chooser
        self._only_paths: dict[str, str] = {}  # of the codes to which a single one leads
        # All terms in order, in one string; term n begins at _starts[n]. Its situations are
        # _places[_firsts[n]:_firsts[n + 1]]. A dictionary of lists would take ten times the memory.
        self._all_terms = ""
        self._starts = array("I")
        self._firsts = array("I")
        self._places = array("I")
        self._sizes = array("d")
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        """Read and index the situations. Raises ResourceError for a file that is wrong."""
        from statusref.domain.scenarios import SCENARIOS  # noqa: PLC0415 - not needed where the index is restored

        root = self._library.root
        framing = self._understander.framing
        yield
        if self._sizes:
            self._terms = Terms(framing, self._spellings)
            return
        concepts = list(read_concepts(Fields(read_json(root, CONCEPTS), CONCEPTS)))
        yield
        self._spellings = Spellings.of(concepts)
        self._terms = Terms(framing, self._spellings)
        yield
        phrases: list[tuple[Sequence[str], str]] = []
        catalogue = self._library.catalogue
        situations = Fields(read_json(root, SITUATIONS), SITUATIONS)
        for codes, texts in situations.objects("situations", lambda fields: _situation(fields, catalogue)):
            phrases += [(codes, text) for text in texts]
        yield
        self._add_choices(self._library.chooser, phrases)
        yield
        scenarios = Fields(read_json(root, SCENARIOS), SCENARIOS)
        told = list(scenarios.objects("scenarios", lambda fields: _scenario(fields, catalogue)))
        yield
        keywords = (((e.id,), keyword) for e in self._ranks.entries for keyword in e.keywords if " " in keyword)
        stories = ((codes, story) for codes, both in told for story in both)
        terms = self._terms
        yield from self._index(
            ((codes, terms.of_phrase(text), 0) for codes, text in phrases),
            ((codes, *terms.of_keyword(text)) for codes, text in keywords),
            ((codes, terms.of_story(text), 0) for codes, text in stories),
        )

    def _add_choices(self, chooser: "Chooser", texts: list[tuple[Sequence[str], str]]) -> None:
        """Add to ``texts`` how people ask for each outcome, and remember the paths that lead there."""
        first_way = f"{chooser.ways[0].id}/"
        of_codes: defaultdict[str, list[str]] = defaultdict(list)
        for outcome_id, path in chooser.paths().items():
            outcome = chooser.outcomes[outcome_id]
            self._paths.update(dict.fromkeys(range(len(texts), len(texts) + len(outcome.asked)), path))
            texts += [((outcome.code,), phrase) for phrase in outcome.asked]
            if path.startswith(first_way):
                of_codes[outcome.code].append(path)
        self._only_paths = {code: paths[0] for code, paths in of_codes.items() if len(paths) == 1}

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts: concepts, terms, then situations."""
        yield self._spellings.state
        numbers = [(some.typecode, some.tobytes()) for some in map(compact, (self._starts, self._firsts, self._places))]
        yield self._all_terms, numbers, self._paths, self._only_paths
        # Equal lists of codes are one in the file, and so in memory.
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        for first in range(0, len(self._codes), _PIECE):
            codes = [same.setdefault(ids, ids) for ids in map(tuple, self._codes[first : first + _PIECE])]
            yield codes, self._sizes[first : first + _PIECE].tobytes()

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of indexing the situations, in slices."""
        spellings = Spellings.restored(next(pieces))
        yield
        all_terms, numbers, paths, only_paths = next(pieces)
        yield
        all_codes: list[Sequence[str]] = []
        sizes = array("d")
        for codes, some in pieces:
            all_codes += codes
            sizes.frombytes(some)
            yield
        self._codes, self._sizes, self._spellings = all_codes, sizes, spellings
        self._all_terms, self._paths, self._only_paths = all_terms, paths, only_paths
        self._starts, self._firsts, self._places = (array(code, some) for code, some in numbers)

    def _index(self, *several: Iterable[_Told]) -> Iterator[None]:
        all_codes: list[Sequence[str]] = []
        postings: defaultdict[str, list[int]] = defaultdict(list)
        sizes = array("d")
        for codes, terms, unmet in chain.from_iterable(several):
            for term in terms:
                postings[term].append(len(all_codes))
            all_codes.append(codes)
            sizes.append(unmet * _weight(1, len(all_codes)))
            if len(all_codes) % _SLICE == 0:
                yield
        last_pause = 0
        size = 0
        for term, places in sorted(postings.items()):
            self._starts.append(size)
            size += len(term) + len(END)
            self._firsts.append(len(self._places))
            self._places.extend(places)
            weight = _weight(len(places), len(all_codes))
            for place in places:
                sizes[place] += weight
            if len(self._places) - last_pause > _PLACES_SLICE:
                last_pause = len(self._places)
                yield
        self._firsts.append(len(self._places))
        self._all_terms = "".join(term + END for term in sorted(postings))
        self._codes, self._sizes = all_codes, sizes

    def find(self, text: str, *, least: float = 0.0, is_name: bool = False) -> Described:
        """Return the entries whose situations ``text`` describes, with the paths of the chooser that lead to them.

        ``least`` is the share of the query's weight that a situation must have where the query may be about something
        else. Words that no situation has weigh much. A name of an entry, and a single word, lead to a path only if
        people ask the chooser in just these words.
        """
        if self._terms is None or not self._sizes:
            return NOTHING
        terms = self._terms.of(nfc(text))
        is_one_word = len(set(terms.values())) == 1
        if len(terms) < _FEWEST_TERMS or (is_one_word and text.isascii()):
            return NOTHING
        scores = dict(self._scores(terms, least))
        is_short = is_name or is_one_word
        paths = self._best_paths(scores, _SAME_WORDS if is_short else _ENOUGH_FOR_PATH)
        if is_name:
            return Described([], paths)
        positions = self._best(scores)
        if not is_short:
            ids = [self._ranks.entries[position].id for position in positions]
            paths = {code: self._only_paths[code] for code in ids if code in self._only_paths} | paths
        return Described(positions, paths)

    def _scores(self, terms: dict[str, int], least: float) -> Iterator[tuple[int, float]]:
        """Yield the situations that share enough with a query, each with its score from 0 to 1."""
        shared, words, size = self._shared(terms)
        for place, weight in shared.items():
            of_query, of_situation = weight / size, weight / self._sizes[place]
            if not _is_enough(of_query, of_situation, least):
                continue
            if len(words[place]) < 2 and (of_query < _MOST_OF_QUERY or of_situation < _MOST_OF_SITUATION):
                continue
            yield place, math.sqrt(of_query * of_situation)

    def _shared(self, terms: dict[str, int]) -> tuple[dict[int, float], dict[int, set[int]], float]:
        """Return for each situation the weight and the words that it shares with a query, and the query's weight.

        A query of one word counts as several: Korean joins words freely.
        """
        shared: dict[int, float] = {}
        words: dict[int, set[int]] = {}
        size = 0.0
        is_one_word = len(set(terms.values())) == 1
        for number, (term, word) in enumerate(terms.items()):
            places = self._situations_of(term)
            weight = _weight(len(places), len(self._sizes)) if places else _UNKNOWN
            size += weight
            for place in places:
                shared[place] = shared.get(place, 0.0) + weight
                words.setdefault(place, set()).add(number if is_one_word else word)
        return shared, words, size

    def _situations_of(self, term: str) -> Sequence[int]:
        terms, sought = self._all_terms, term + END
        size = len(sought)
        number = bisect_left(self._starts, sought, key=lambda start: terms[start : start + size])
        if number == len(self._starts) or not terms.startswith(sought, self._starts[number]):
            return ()
        return self._places[self._firsts[number] : self._firsts[number + 1]]

    def _best(self, scores: Mapping[int, float]) -> list[int]:
        by_code: dict[str, list[float]] = {}
        for place, score in scores.items():
            for number, code in enumerate(self._codes[place]):
                by_code.setdefault(code, []).append(score * _LATER**number)
        sums = {}
        for code, values in by_code.items():
            values.sort(reverse=True)
            sums[code] = (values[0] + _FURTHER * sum(values[1:3])) * (1.0 if self._is_official(code) else _UNOFFICIAL)
        enough = _ENOUGH_OF_BEST * max(sums.values(), default=0.0)
        kept = sorted((-score, self._ranks.positions[code]) for code, score in sums.items() if score >= enough)
        return [position for _, position in kept[:MOST]]

    def _is_official(self, code: str) -> bool:
        return self._ranks.entries[self._ranks.positions[code]].official

    def _best_paths(self, scores: Mapping[int, float], enough: float) -> dict[str, str]:
        """Return for each code the path of the chooser that has the best score."""
        near = [place for place in self._paths.keys() & scores.keys() if scores[place] >= enough]
        places = sorted(near, key=lambda place: (scores[place], -place))
        return {self._codes[place][0]: self._paths[place] for place in places}


def _weight(having: int, count: int) -> float:
    """Return the weight of a term that ``having`` of ``count`` situations have."""
    return math.log(1 + count / having) ** 2


def _is_enough(of_query: float, of_situation: float, least: float) -> bool:
    if least:
        return of_query >= least
    return of_query >= _ENOUGH_OF_QUERY or of_situation >= _ENOUGH_OF_SITUATION


def _situation(fields: Fields, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    fields.only(frozenset({"codes", "ko", "en"}))
    return fields.entry_ids("codes", catalogue), (*fields.texts("ko"), *fields.texts("en"))


def _scenario(fields: Fields, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, str]]:
    situation = fields.both("situation")
    return fields.entry_ids("codes", catalogue), (situation.ko, situation.en)
