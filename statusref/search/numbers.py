"""Numbers in queries: codes among filler words, and the pages that explain what no entry has."""

import re
from itertools import dropwhile

from statusref.domain.status import StatusClass
from statusref.search.entry_index import EntryIndex
from statusref.search.folding import words_of
from statusref.search.keys import Ranks

_FILLER = r"(?:https?|status|code|error|err|response|에러|오류|코드|상태|응답|번)*"
_QUALIFIERS = frozenset({"http", "https", "status", "statuses", "code", "codes", "sc", "servlet", "response"})


def code_among_words(plain: str) -> str | None:
    """Return the code in ``http 404``, ``404 에러``, ``status code: 404`` (all folded), else None."""
    if plain.isdecimal():
        return None
    match = re.fullmatch(rf"{_FILLER}([0-9]{{3}}){_FILLER}", plain)
    return None if match is None else match[1]


def constant_stem(text: str) -> str | None:
    """Return what names the code in a library's constant that is not in the catalogue (folded), else None.

    ``StatusCodes.Status404NotFound`` gives ``404``, ``HttpServletResponse.SC_NOT_FOUND`` gives ``notfound``.
    """
    words = [] if " " in text else words_of(text)
    rest = list(dropwhile(_QUALIFIERS.__contains__, words))
    if not rest or len(rest) == len(words):
        return None
    return rest[0] if re.fullmatch(r"[0-9]{3}", rest[0]) else "".join(rest)


class Numbers:
    """Turns numbers into ranking keys."""

    __slots__ = ("_entries", "_ranks")

    def __init__(self, ranks: Ranks, entries: EntryIndex) -> None:
        self._ranks = ranks
        self._entries = entries

    def keys_of(self, number: str) -> list[int]:
        """Return the keys of what a number of three digits means: its entries, else the page that explains it."""
        return self._entries.with_number(number) or [self._ranks.exact_page(int(number))]

    def pages(self, digits: str) -> list[int]:
        """Return the key of the page for a query of one to three digits, if there is something to explain."""
        number = int(digits)
        if len(digits) < 3:
            return [self._ranks.last_page(number)]
        if not self._entries.with_number(digits):
            return [self._ranks.exact_page(number)]
        is_valid = StatusClass.of(number) is not None
        return [] if is_valid else [self._ranks.last_page(number)]

    def like(self, text: str) -> list[int]:
        """Return keys for numbers that mean nothing as they stand: the codes in them, or their class."""
        keys: list[int] = []
        if match := re.fullmatch(r"([0-9])[0-9a-z*?]{0,2}", text):
            return self._ranks.of_class(int(match[1]))
        for digits in re.findall(r"[0-9]+", text)[:8]:
            if len(digits) == 3:
                keys += self.keys_of(digits)
            elif 3 < len(digits) <= 5:
                shorter = (digits[:i] + digits[i + 1 :] for i in range(len(digits)))
                keys += [key for number in (digits[:3], *shorter) for key in self._entries.with_number(number)]
        return list(dict.fromkeys(keys))
