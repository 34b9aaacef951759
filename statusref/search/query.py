"""A query, limited in length, folded and split into words."""

import re
from typing import Final

from statusref.search.needle import Needle, fold_query

MAX_QUERY: Final = 4096
"""Code points of a query that are searched for status codes, as in a log line. The rest is ignored."""
MAX_COMPARED: Final = 256
"""Code points of a query that are compared with names and other texts. No name is half as long."""
MAX_WORDS: Final = 12


class Query:
    """A parsed query: ``whole`` is all of it without spaces, ``words`` its different words in order.

    ``text`` is the query limited to ``MAX_QUERY`` and ``compared`` to ``MAX_COMPARED`` code points; ``truncated`` says
    that something was cut off.
    """

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
        """Return the words split at separators too: two in ``cloudflare-timeout``."""
        return _needles(re.split(r"[\s\-_.:/,]+", self.compared))


def _needles(words: list[str]) -> list[Needle]:
    plains = dict.fromkeys(filter(None, map(fold_query, words)))
    return [Needle(plain) for plain in list(plains)[:MAX_WORDS]]
