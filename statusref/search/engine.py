"""The entrance of the search: a query in, ranked matches out."""

from collections.abc import Iterator, Mapping, Sequence

from statusref.domain.catalogue import Catalogue, Target
from statusref.domain.library import Library
from statusref.domain.prose import ProseStore
from statusref.domain.text import Language
from statusref.search.arrangement import Arrangement, arranged, with_choice
from statusref.search.beside.beside import BesideTarget, reports_no_answer
from statusref.search.beside.phrasebook import Scanned
from statusref.search.finder import Finder
from statusref.search.indexes import Indexes
from statusref.search.literal import literal_marks, literal_ranks
from statusref.search.marks import Marker
from statusref.search.memo_index import MemoIndex
from statusref.search.query import Query
from statusref.search.results import (
    Choice,
    Comparison,
    ForeignAnswer,
    Found,
    Mark,
    Match,
    Memo,
    Mixed,
    Ranking,
    Reason,
    Results,
    Tier,
)
from statusref.search.search_run import SearchRun
from statusref.search.understanding.comparing import note_on
from statusref.search.understanding.foreign import ForeignNumber
from statusref.search.understanding.understander import Understanding
from statusref.system.kept_file import KeptFile


class SearchEngine:
    """Searches one catalogue, its prose, and what ``library`` has beside the codes.

    Names, keywords and attributes are indexed by the first search, unless ``prepare`` has done it before. What takes
    longest to index is read from ``saved``, if it is there. ``memos`` finds the user's memos that were put into it.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        prose: ProseStore | None = None,
        library: Library | None = None,
        saved: KeptFile | None = None,
    ) -> None:
        self._indexes = Indexes(catalogue, prose, library, saved)
        self._library = library
        self._marker = Marker(self._indexes)
        self.memos = MemoIndex(catalogue)
        self._finder: Finder | None = None

    def prepare(self) -> Iterator[None]:
        """Build the indexes in slices of at most about 3 ms, 8 ms with a hundred times the catalogue.

        Searching is possible before and in between; it uses the indexes that are ready. Raises ResourceError for a
        file that cannot be read.
        """
        return self._indexes.build()

    @property
    def codes(self) -> Ranking:
        """All codes that a search can find."""
        return self._ranking(range(len(self._indexes.ranks.entries)), None, Language.KOREAN)

    @property
    def neighbour_count(self) -> int:
        """How many neighbours there are; 0 before they are indexed."""
        return 0 if self._indexes.beside is None else self._indexes.beside.neighbour_count

    def search(self, query: str, language: Language = Language.KOREAN) -> Results:
        """Return every match of ``query``, ranked. Raises nothing but ResourceError, whatever the text.

        Of texts in both languages that match alike, the marks are in that in ``language``.
        """
        self._indexes.build_names()
        parsed = Query(query)
        if parsed.is_blank:
            return self._search_literally(query, parsed)
        scanned = Scanned(parsed.text)
        understood = self._understand(scanned)
        words = () if understood.codes else understood.rest
        beside = [] if self._indexes.beside is None else self._indexes.beside.find(scanned, words)
        if understood.foreign is not None and not beside:
            return self._foreign_results(query, parsed, understood.foreign)
        return self._results(query, parsed, understood, beside, language)

    def _understand(self, query: Scanned) -> Understanding:
        """Read the query; where it has no code, the sentence of an error page says which one it is."""
        understood = self._indexes.understander.understand(query.text)
        if not understood.codes and self._indexes.beside is not None:
            explained = self._indexes.beside.explained(query)
            if explained:
                return Understanding(tuple(explained), by_place=True)
        return understood

    def _results(
        self,
        query: str,
        parsed: Query,
        understood: Understanding,
        beside: list[BesideTarget],
        language: Language,
    ) -> Results:
        ranks = self._indexes.ranks
        comparison = self._comparison(understood)
        if comparison is not None and comparison.note is not None:
            beside = [comparison.note, *(target for target in beside if target != comparison.note)]
        memos = self.memos.find(parsed)
        if understood.by_place:
            run = None
            arrangement = arranged(ranks, self._ranks_of(understood, ()), (), beside, (), memos)
        else:
            run = SearchRun(self._indexes, parsed, understood, self._finder)
            self._finder = run.finder if self._indexes.are_built else None
            first = self._ranks_of(understood, run.ranks)
            if not beside and not first and not run.described.positions and not memos:
                arrangement = Arrangement(run.ranks, {})
            elif not first and reports_no_answer(parsed.text, beside):
                named = [rank for rank in run.ranks if ranks.tier(rank) <= Tier.NAME_START]
                arrangement = arranged(ranks, (), named, beside, (), memos)
            else:
                arrangement = arranged(ranks, first, run.ranks, beside, run.described.positions, memos)
            choice = None if first else self._choice(arrangement.ranks, run.described.paths)
            arrangement = arrangement if choice is None else with_choice(arrangement, choice)
        codes = self._ranking(arrangement.ranks, run, language)
        matches = Mixed(codes, self._others(arrangement, parsed)) if arrangement.others else codes
        if matches or run is None:
            compared = tuple(match.id for match in codes[: len(understood.compared)])
            return Results(
                query, matches, codes, truncated_query=parsed.truncated, comparison=comparison, compared=compared
            )
        reason, suggestions = run.suggest()
        return Results(query, matches, codes, self._ranking(suggestions, run, language), reason, parsed.truncated)

    def _ranks_of(self, understood: Understanding, found: Sequence[int]) -> list[int]:
        """Return the ranks of the codes that the query has, in its order: of each the best use first, then the others.

        Of several uses of a number, the one that the other words find comes first.
        """
        numbers, ranks = self._indexes.numbers, self._indexes.ranks
        if understood.compared and not understood.codes:
            pair = self._indexes.understander.comparing.pair(understood.compared)
            chosen = set() if pair is None else set(pair.ids)
            return [ranks.named(min(uses, key=lambda use: use not in chosen)) for uses in understood.compared]
        all_uses = [numbers.ranks_of(f"{code:03}") for code in understood.codes]
        if understood.rest and any(len(uses) > 1 for uses in all_uses):
            by_words = {ranks.identity(rank): place for place, rank in enumerate(found)}
            for uses in all_uses:
                uses.sort(key=lambda rank: by_words.get(ranks.identity(rank), len(found)))
        return [uses[0] for uses in all_uses] + [rank for uses in all_uses for rank in uses[1:]]

    def _comparison(self, understood: Understanding) -> Comparison | None:
        if not understood.compared or self._library is None:
            return None
        pair = self._indexes.understander.comparing.pair(understood.compared)
        return None if pair is None else Comparison(pair, note_on(pair, self._library.notes.notes))

    def _choice(self, found: Sequence[int], paths: Mapping[str, str]) -> Choice | None:
        """Return where the chooser explains the first code, if one of ``paths`` (by the ids of entries) leads there."""
        path = paths.get(self._indexes.ranks.target(found[0]).id) if found else None
        if not path or self._library is None:
            return None
        from statusref.domain.chooser import Outcome  # noqa: PLC0415 - most queries find none

        walk = self._library.chooser.walk(path)
        return Choice(walk, walk.at) if walk is not None and isinstance(walk.at, Outcome) else None

    def _others(self, arrangement: Arrangement, parsed: Query) -> dict[int, Match[Found]]:
        """Make the matches that are no codes. Each has the score of the code above it, a choice also its tier."""
        ranks = self._indexes.ranks
        others: dict[int, Match[Found]] = {}
        for place, target in arrangement.others.items():
            above = arrangement.ranks[place - len(others) - 1] if place > len(others) else None
            score = 1.0 if above is None else ranks.score(above)
            if isinstance(target, Memo):
                others[place] = self._memo_match(target, score, parsed)
                continue
            tier = ranks.tier(above) if above is not None and isinstance(target, Choice) else Tier.BESIDE
            others[place] = Match(target, tier, score, lambda: ())
        return others

    def _memo_match(self, memo: Memo, score: float, parsed: Query) -> Match[Found]:
        def marks() -> tuple[Mark, ...]:
            mark = self.memos.mark(memo, parsed)
            return () if mark is None else (mark,)

        return Match(memo, Tier.MEMO, score, marks)

    def _foreign_results(self, query: str, parsed: Query, foreign: ForeignNumber) -> Results:
        answer = ForeignAnswer(foreign.system, foreign.number)
        match: Match[Found] = Match(answer, Tier.BESIDE, 1.0, lambda: ())
        memos = [self._memo_match(memo, 1.0, parsed) for memo in self.memos.find(parsed)]
        return Results(query, (match, *memos), Ranking(), truncated_query=parsed.truncated)

    def _search_literally(self, query: str, parsed: Query) -> Results:
        text = parsed.text
        found = literal_ranks(self._indexes.ranks, text)
        if not found:
            return Results(query, Ranking(), Ranking(), Ranking(), Reason.EMPTY, parsed.truncated)
        ranks = self._indexes.ranks

        def make(rank: int) -> Match[Target]:
            target = ranks.target(rank)
            return Match(target, ranks.tier(rank), ranks.score(rank), lambda: literal_marks(target, text))

        codes = Ranking(found, make, ranks.targets, ranks.identities)
        return Results(query, codes, codes, truncated_query=parsed.truncated)

    def _ranking(self, found: Sequence[int], run: SearchRun | None, language: Language) -> Ranking:
        ranks, marker = self._indexes.ranks, self._marker
        interpretations = () if run is None else run.interpretations
        finder = None if run is None else run.finder

        def make(rank: int) -> Match[Target]:
            target = ranks.target(rank)
            return Match(
                target,
                ranks.tier(rank),
                ranks.score(rank),
                lambda: marker.marks(target, interpretations, finder, language),
            )

        return Ranking(found, make, ranks.targets, ranks.identities)
