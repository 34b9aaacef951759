"""A query as typed, taken apart: bounded, folded, split into words."""

import re
from typing import Final

from statusref.search.needle import Needle, fold_query

MAX_QUERY: Final = 4096
"""How many code points of a query are looked at at all (log lines are long)."""
MAX_COMPARED: Final = 256
"""How many of them are compared with names; no name is half as long."""
MAX_WORDS: Final = 12


class Query:
    """``whole`` is the query without its spaces, ``words`` its words in order; empty if nothing can be compared."""

    __slots__ = ("compared", "text", "truncated", "whole", "words")

    def __init__(self, text: str) -> None:
        self.truncated = len(text) > MAX_QUERY
        self.text = text[:MAX_QUERY].strip()
        self.compared = self.text[:MAX_COMPARED]
        self.truncated |= len(self.text) > MAX_COMPARED
        self.whole = Needle(fold_query(self.compared))
        self.words = _needles(self.compared.split())

    @property
    def is_blank(self) -> bool:
        return not self.whole.plain

    def parts(self) -> list[Needle]:
        """Return the words that also separators part: ``cloudflare-timeout``."""
        return _needles(re.split(r"[\s\-_.:/,]+", self.compared))


def _needles(words: list[str]) -> list[Needle]:
    plains = dict.fromkeys(filter(None, map(fold_query, words)))
    return [Needle(plain) for plain in list(plains)[:MAX_WORDS]]
