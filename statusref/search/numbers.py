"""Numbers in queries: those in constants, and the pages of numbers that no entry has."""

import re
from itertools import dropwhile

from statusref.domain.status import StatusClass
from statusref.search.entry_index import EntryIndex
from statusref.search.folding import words_of
from statusref.search.ranks import Ranks

_QUALIFIERS = frozenset({"http", "https", "status", "statuses", "code", "codes", "sc", "servlet", "response"})


def constant_stem(text: str) -> str | None:
    """Return the name or number, folded, in a constant that the catalogue does not have; None for any other text.

    ``StatusCodes.Status404NotFound`` gives ``404``, ``HttpServletResponse.SC_NOT_FOUND`` gives ``notfound``.
    """
    words = [] if " " in text else words_of(text)
    rest = list(dropwhile(_QUALIFIERS.__contains__, words))
    if not rest or len(rest) == len(words):
        return None
    return rest[0] if re.fullmatch(r"[0-9]{3}", rest[0]) else "".join(rest)


class Numbers:
    """Finds the ranks of numbers."""

    __slots__ = ("_entries", "_ranks")

    def __init__(self, ranks: Ranks, entries: EntryIndex) -> None:
        self._ranks = ranks
        self._entries = entries

    def ranks_of(self, number: str) -> list[int]:
        """Return the ranks of the entries with this three-digit number, else of the page that explains it."""
        return self._entries.with_number(number) or [self._ranks.page_above_entries(int(number))]

    def pages(self, digits: str) -> list[int]:
        """Return the rank of the page for a query of one to three digits.

        Nothing for a valid status code that has an entry: there is no more to explain.
        """
        number = int(digits)
        if len(digits) < 3:
            return [self._ranks.page_below_entries(number)]
        if not self._entries.with_number(digits):
            return [self._ranks.page_above_entries(number)]
        is_valid = StatusClass.of(number) is not None
        return [] if is_valid else [self._ranks.page_below_entries(number)]

    def similar(self, text: str) -> list[int]:
        """Return ranks to suggest for a text with numbers that match nothing: the codes in it, or its class."""
        ranks: list[int] = []
        if match := re.fullmatch(r"([0-9])[0-9a-z*?]{0,2}", text):
            return self._ranks.of_class(int(match[1]))
        for digits in re.findall(r"[0-9]+", text)[:8]:
            if len(digits) == 3:
                ranks += self.ranks_of(digits)
            elif 3 < len(digits) <= 5:
                shorter = (digits[:i] + digits[i + 1 :] for i in range(len(digits)))
                ranks += [rank for number in (digits[:3], *shorter) for rank in self._entries.with_number(number)]
        return list(dict.fromkeys(ranks))
