"""Every entry's names, keywords and attributes, indexed with the ranking keys that search.md gives them."""

from array import array
from collections.abc import Iterator

from statusref.domain.status import Entry, HeaderLevel
from statusref.search.entry_texts import SHOWN, attributes, keywords, names, sections
from statusref.search.folding import squash
from statusref.search.keys import Ranks
from statusref.search.needle import Needle
from statusref.search.results import Field, Tier
from statusref.search.rules import CASES, START, Rank, attribute_rank, header_rank, keyword_rank, name_rank
from statusref.search.slices import Slices
from statusref.search.text_index import TextIndex

_LEVELS = len(HeaderLevel)

_KEPT = 64


class EntryIndex:
    """Finds entries by number, name, keyword and attribute. Ready when ``slices`` are done."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks
        self._names = TextIndex()
        self._others = TextIndex()
        self._numbers: dict[str, list[int]] = {}
        self._frequent: dict[str, array[int]] = {}
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        bases = {official: _Bases(self._ranks, official=official) for official in (True, False)}
        for position, entry in enumerate(self._ranks.entries):
            self._add(entry, position, bases[entry.official])
            if position % 4 == 3:
                yield
        yield from self._names.sort()
        yield from self._others.sort()

    def find(self, needle: Needle) -> dict[int, int]:
        """Return the best ranking key of every entry that ``needle`` finds, by position."""
        count = self._ranks.count
        known = self._frequent.get(needle.plain)
        if known is not None:
            return {key % count: key for key in known}
        keys = self._keys_of(needle)
        best = self._ranks.best_of(keys)
        if len(keys) > count:
            # One or two letters begin words of nearly every entry, and every query begins with some.
            if len(self._frequent) >= _KEPT:
                self._frequent.clear()
            self._frequent[needle.plain] = array("I", best.values())
        return best

    def _keys_of(self, needle: Needle) -> list[int]:
        keys = list(self._numbers.get(needle.digits or needle.plain, ()))
        keys += self._names.find(needle)
        keys += self._names.find_inside(needle)
        keys += self._others.find(needle)
        return keys

    def with_number(self, number: str) -> list[int]:
        """Return the keys of the entries with exactly this number of three digits."""
        return list(self._numbers.get(number, ())) if len(number) == 3 else []

    def _add(self, entry: Entry, position: int, bases: "_Bases") -> None:
        exact, begun = (base + position for base in bases.number)
        for size in (1, 2):
            self._numbers.setdefault(entry.number[:size], []).append(begun)
        self._numbers.setdefault(entry.number, []).append(exact)
        if entry.id != entry.number:
            self._numbers.setdefault(entry.id.replace("-", ""), []).append(exact)
        shown, aliases, constants = _parted(entry)
        alias_keys = [base + position for base in bases.alias]
        self._names.add(shown, [base + position for base in bases.shown])
        self._names.add(aliases, alias_keys)
        self._others.add(constants, alias_keys)
        self._others.add((text.text for text in keywords(entry)), [base + position for base in bases.keyword])
        for text in attributes(entry):
            table = bases.headers[text.level] if text.field is Field.HEADER else bases.attribute
            self._others.add((text.text,), [base + position for base in table])
        self._others.add(sections(entry), [base + position for base in bases.attribute])


def _parted(entry: Entry) -> tuple[list[str], list[str], list[str]]:
    """Part an entry's names into the shown ones, the other ones, and the constants that are spelt like neither."""
    shown: list[str] = []
    aliases: list[str] = []
    constants: list[str] = []
    for field, text, _ in names(entry):
        group = shown if field in SHOWN else constants if field is Field.CONSTANT else aliases
        group.append(text)
    known = set(map(squash, shown + aliases))
    return shown, aliases, [text for text in constants if squash(text) not in known]


class _Bases:
    """Ranking keys by form and place, without the entry's position."""

    def __init__(self, ranks: Ranks, *, official: bool) -> None:
        def bases(table: list[Rank]) -> list[int]:
            return ranks.bases(table, official=official)

        self.number = bases([(Tier.EXACT_NUMBER, 0), (Tier.NUMBER_PREFIX, START)])
        self.shown = bases([name_rank(*case, is_alias=False) for case in CASES])
        self.alias = bases([name_rank(*case, is_alias=True) for case in CASES])
        self.keyword = bases([keyword_rank(*case) for case in CASES])
        self.headers = [bases([header_rank(level, place) for _, place in CASES]) for level in range(_LEVELS)]
        self.attribute = bases([attribute_rank(*case) for case in CASES])
