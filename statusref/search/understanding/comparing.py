"""Which codes a query compares: ``401 vs 403``, ``unauthorized vs forbidden``, ``영구 이동과 임시 이동 차이``."""

import re
from collections.abc import Sequence
from itertools import combinations

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import Note
from statusref.domain.status import ConfusablePair
from statusref.search.understanding.framing import Framing
from statusref.search.understanding.mentions import Mention
from statusref.search.understanding.names import CodeNames

_WORD = re.compile(r"[^\s,/()?!]+")
_MOST_COMPARED = 4


class Comparing:
    """Finds the codes that are compared, and what there is to say about two of them."""

    def __init__(self, catalogue: Catalogue, names: CodeNames, framing: Framing) -> None:
        self._catalogue = catalogue
        self._names = names
        self._framing = framing

    def compared(self, text: str, mentions: list[Mention]) -> list[list[str]]:
        """Return the ids that may be meant by each code that is compared, in order; empty where nothing is compared.

        Numbers side by side are compared in any case, names only if all other words compare or frame.
        """
        found: list[list[str]] = [self._ids(mention.code) for mention in mentions if not mention.is_class]
        if len({*map(tuple, found)}) < 2:
            found = self._with_names(text, {mention.start for mention in mentions})
        different: list[list[str]] = []
        for ids in found:
            if ids and not any(set(ids) & set(known) for known in different):
                different.append(ids)
        return different if len(different) > 1 else []

    def _with_names(self, text: str, numbers: set[int]) -> list[list[str]]:
        words = list(_WORD.finditer(text))
        plain = [word[0] for word in words]
        found: list[list[str]] = []
        place = 0
        while place < len(words):
            size, ids = self._names.starting_at(plain, place, self._framing)
            start, end = words[place].span()
            if size:
                found.append(ids)
            elif any(start <= number < end for number in numbers):
                number = next(number for number in sorted(numbers) if start <= number < end)
                found.append(self._ids(int(text[number : number + 3])))
            elif not (self._framing.compares(plain[place]) or self._framing.frames(plain[place])):
                return []
            place += size or 1
        return found

    def _ids(self, code: int) -> list[str]:
        return [entry.id for entry in self._catalogue.with_code(code)]

    def pair(self, compared: Sequence[Sequence[str]]) -> ConfusablePair | None:
        """Return the first pair of the catalogue among ``compared``."""
        for one, other in combinations(compared[:_MOST_COMPARED], 2):
            for pair in self._catalogue.pairs:
                first, second = pair.ids
                if (first in one and second in other) or (first in other and second in one):
                    return pair
        return None


def note_on(pair: ConfusablePair, notes: tuple[Note, ...]) -> Note | None:
    """Return the note about both codes of ``pair`` that is about the fewest others."""
    both = [note for note in notes if set(pair.ids) <= set(note.codes)]
    return min(both, key=lambda note: (len(note.codes), note.order), default=None)
