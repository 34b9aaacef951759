"""An index of all entries by number, name, keyword and attribute, with the rank of every possible match."""

from array import array
from collections.abc import Iterator
from typing import Any

from statusref.domain.status import Entry, HeaderLevel
from statusref.search.entry_texts import SHOWN, attributes, keywords, names, sections
from statusref.search.folding import squash
from statusref.search.needle import Needle
from statusref.search.pieces import cut_items, items_of
from statusref.search.ranks import Ranks
from statusref.search.results import Field, Tier
from statusref.search.rules import CASES, START, TierOrder, attribute_order, header_order, keyword_order, name_order
from statusref.search.slices import Slices
from statusref.search.text_index import TextIndex

_LEVELS = len(HeaderLevel)

_MOST_CACHED = 128
_FEW = 8
"""A look-up that finds less than one of so many entries is quick enough not to be kept."""
_VENDORS_SLICE = 1000


class EntryIndex:
    """Finds entries by number, name, keyword and attribute. Ready when ``slices`` are finished."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks
        self._names = TextIndex()
        self._others = TextIndex()
        self._numbers: dict[str, list[int]] = {}
        self._cache: dict[str, array[int]] = {}
        self._vendors_words: set[str] = set()
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        if self._numbers:
            return
        bases = {official: _BaseRanks(self._ranks, official=official) for official in (True, False)}
        for count, entry in enumerate(self._ranks.entries):
            self._vendors_words |= _vendors_words(entry)
            if count % _VENDORS_SLICE == _VENDORS_SLICE - 1:
                yield
        for position, entry in enumerate(self._ranks.entries):
            self._add(entry, position, bases[entry.official])
            if position % 4 == 3:
                yield
        yield from self._names.sort()
        yield from self._others.sort()

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts."""
        yield from self._names.state()
        yield from self._others.state()
        yield from cut_items(self._numbers)

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of indexing the entries, in slices."""
        names, others = TextIndex(), TextIndex()
        yield from names.restore(pieces)
        yield from others.restore(pieces)
        numbers = yield from items_of(pieces)
        self._names, self._others, self._numbers = names, others, numbers

    def find(self, needle: Needle) -> dict[int, int]:
        """Return the best rank of every entry that ``needle`` finds, by position."""
        count = self._ranks.count
        cached = self._cache.get(needle.plain)
        if cached is not None:
            return {rank % count: rank for rank in cached}
        ranks = self._all_ranks(needle)
        best = self._ranks.best_of(ranks)
        if len(ranks) > count // _FEW:
            # Words in many entries start with the same one or two letters, and each query is typed from its first
            # letter on: these slow look-ups are worth keeping.
            if len(self._cache) >= _MOST_CACHED:
                del self._cache[next(iter(self._cache))]
            self._cache[needle.plain] = array("I", best.values())
        return best

    def _all_ranks(self, needle: Needle) -> list[int]:
        ranks = list(self._numbers.get(needle.digits or needle.plain, ()))
        ranks += self._names.find(needle)
        ranks += self._names.find_inside(needle)
        ranks += self._others.find(needle)
        return ranks

    def with_number(self, number: str) -> list[int]:
        """Return the ranks of the entries with exactly this three-digit number."""
        return list(self._numbers.get(number, ())) if len(number) == 3 else []

    def _add(self, entry: Entry, position: int, bases: "_BaseRanks") -> None:
        exact, prefix = (base + position for base in bases.number)
        for size in (1, 2):
            self._numbers.setdefault(entry.number[:size], []).append(prefix)
        self._numbers.setdefault(entry.number, []).append(exact)
        if entry.id != entry.number:
            self._numbers.setdefault(entry.id.replace("-", ""), []).append(exact)
        shown, aliases, constants = _grouped_names(entry)
        alias_ranks = [base + position for base in bases.alias]
        self._names.add(shown, [base + position for base in bases.shown])
        self._names.add(aliases, alias_ranks)
        self._others.add(constants, alias_ranks)
        keyword_ranks = [base + position for base in bases.keyword]
        plain, vendors = _split_keywords(entry, self._vendors_words)
        self._others.add(plain, keyword_ranks)
        self._others.add(vendors, [alias_ranks[0], *keyword_ranks[1:]])
        for text in attributes(entry):
            table = bases.headers[text.level] if text.field is Field.HEADER else bases.attribute
            self._others.add((text.text,), [base + position for base in table])
        self._others.add(sections(entry), [base + position for base in bases.attribute])


def _vendors_words(entry: Entry) -> set[str]:
    """Return the Korean name and the aliases of an unofficial entry, squashed; nothing for a registered one.

    Most are plain descriptions. The English phrase is left out: the vendor's software prints it.
    """
    return set() if entry.official else {squash(text) for text in (entry.korean, *entry.aliases)}


def _split_keywords(entry: Entry, vendors_words: set[str]) -> tuple[list[str], list[str]]:
    """Return the keywords that rank as keywords, and those that rank as aliases where a query is the whole of them.

    "토큰 만료" is a name of Esri's 498, but nearly everybody who types it means 401, which has it as a keyword.
    """
    split: tuple[list[str], list[str]] = [], []
    for _, text, _ in keywords(entry):
        split[entry.official and squash(text) in vendors_words].append(text)
    return split


def _grouped_names(entry: Entry) -> tuple[list[str], list[str], list[str]]:
    """Return an entry's shown names, its other names, and its constants that fold to none of these names."""
    shown: list[str] = []
    aliases: list[str] = []
    constants: list[str] = []
    for field, text, _ in names(entry):
        group = shown if field in SHOWN else constants if field is Field.CONSTANT else aliases
        group.append(text)
    known = set(map(squash, shown + aliases))
    return shown, aliases, [text for text in constants if squash(text) not in known]


class _BaseRanks:
    """The ranks for position 0, by kind of text and in the order of ``CASES``."""

    def __init__(self, ranks: Ranks, *, official: bool) -> None:
        def bases(table: list[TierOrder]) -> list[int]:
            return ranks.base_ranks(table, official=official)

        self.number = bases([(Tier.EXACT_NUMBER, 0), (Tier.NUMBER_PREFIX, START)])
        self.shown = bases([name_order(*case, is_alias=False) for case in CASES])
        self.alias = bases([name_order(*case, is_alias=True) for case in CASES])
        self.keyword = bases([keyword_order(*case) for case in CASES])
        self.headers = [bases([header_order(level, place) for _, place in CASES]) for level in range(_LEVELS)]
        self.attribute = bases([attribute_order(*case) for case in CASES])
