"""Which codes a query compares: ``401 vs 403``, ``unauthorized vs forbidden``, ``영구 이동과 임시 이동 차이``."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import Note
from statusref.domain.status import ConfusablePair
from statusref.search.understanding.framing import Framing
from statusref.search.understanding.mentions import Mention
from statusref.search.understanding.names import CodeNames

_WORD = re.compile(r"[^\s,/()?!]+")
_JOINING = "와과랑고"
"""The last syllables of 와, 과, 랑, 이랑 and 하고, which join two nouns."""
_MOST_COMPARED = 4


class _Named(NamedTuple):
    """The ids that a number or a name may mean, the likeliest first."""

    ids: list[str]
    is_number: bool

    def is_same(self, other: "_Named") -> bool:
        """Whether both mean one code: ``401 unauthorized``."""
        if self.is_number or other.is_number:
            return not set(self.ids).isdisjoint(other.ids)
        return self.ids[0] == other.ids[0]


class Comparing:
    """Finds the codes that are compared, and what there is to say about two of them."""

    def __init__(self, catalogue: Catalogue, names: CodeNames, framing: Framing) -> None:
        self._catalogue = catalogue
        self._names = names
        self._framing = framing
        self._pairs = {frozenset(pair.ids): pair for pair in catalogue.pairs}

    def compared(self, text: str, mentions: list[Mention]) -> list[list[str]]:
        """Return the ids that may be meant by each code that is compared, in order; empty where nothing is compared.

        Numbers side by side are compared in any case, names only if all other words compare or frame.
        """
        found = [self._numbered(mention.code) for mention in mentions if not mention.is_class]
        if len({named.ids[0] for named in found if named.ids}) < 2:
            found = self._with_names(text, {mention.start: mention.code for mention in mentions})
        different: list[_Named] = []
        for named in found:
            if named.ids and not any(map(named.is_same, different)):
                different.append(named)
        return [named.ids for named in different] if len(different) > 1 else []

    def _with_names(self, text: str, codes: Mapping[int, int]) -> list[_Named]:
        words = list(_WORD.finditer(text))
        plain = [word[0] for word in words]
        if not codes and not any(map(self._may_compare, plain)):
            return []
        found: list[_Named] = []
        place = 0
        while place < len(words):
            size, ids = self._names.starting_at(plain, place, self._framing)
            start, end = words[place].span()
            numbers = [self._numbered(code) for number, code in codes.items() if start <= number < end]
            if size:
                found.append(_Named(ids, is_number=False))
            elif numbers:
                found += numbers
            elif not (self._framing.compares(plain[place]) or self._framing.frames(plain[place])):
                return []
            place += size or 1
        return found

    def _may_compare(self, word: str) -> bool:
        return word[-1] in _JOINING or self._framing.compares(word)

    def _numbered(self, code: int) -> _Named:
        return _Named([entry.id for entry in self._catalogue.with_code(code)], is_number=True)

    def pair(self, compared: Sequence[Sequence[str]]) -> ConfusablePair | None:
        """Return the first pair of the catalogue among ``compared``."""
        for one, other in combinations(compared[:_MOST_COMPARED], 2):
            for ids in product(one, other):
                if pair := self._pairs.get(frozenset(ids)):
                    return pair
        return None


def note_on(pair: ConfusablePair, notes: tuple[Note, ...]) -> Note | None:
    """Return the note about both codes of ``pair`` that is about the fewest others."""
    both = [note for note in notes if set(pair.ids) <= set(note.codes)]
    return min(both, key=lambda note: (len(note.codes), note.order), default=None)
