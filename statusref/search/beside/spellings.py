"""How a neighbour is spelt, and which of its spellings mean it without a word of its family beside them."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from statusref.domain.neighbours import Neighbour
from statusref.search.folding import squash

_NUMBER = re.compile(r"-?\d+|0x[0-9a-f]+", re.IGNORECASE)
_OWN_NUMBER = re.compile(
    r"\d{3}\.\d{1,3}"  # a sub-status of IIS
    r"|0x8[0-9a-f]{7}|8[0-9a-f]{7}|-2\d{9}"  # an HRESULT
    r"|[HRL]\d\d"  # Heroku
    r"|-1\d{3}|-999"  # NSURLErrorDomain
    r"|0\d\d",  # nginx: no status code begins with a zero
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"[A-Za-z][\w.:]*")
_HUMP = re.compile(r"[a-z][A-Z]")
_FLAG = re.compile(r"[A-Za-z]{1,2}[A-Z]*(?:--)?|-{2,4}")
_EXACT = frozenset({"haproxy", "envoy", "heroku"})
"""Families of a few letters, in which capital and small ones differ or which would be ordinary words in small ones."""
_ALWAYS_BESIDE = frozenset({"jmeter"})
"""Families that only name anew what the programs below them say."""
_ORDINARY_PHRASES = frozenset({"websocket"})
"""Families whose names are phrases of everyday English."""
_HEXADECIMAL = frozenset({"http2", "http3"})


class Spelling(NamedTuple):
    """One spelling of a neighbour.

    ``alone`` says that it means the neighbour wherever it stands; otherwise a word of the family must stand beside it.
    """

    text: str
    alone: bool
    exact_case: bool


def is_number(text: str) -> bool:
    """Whether a spelling is a bare number, decimal or hexadecimal."""
    return _NUMBER.fullmatch(text) is not None


def spellings(neighbour: Neighbour, ordinary: Container[str]) -> Iterator[Spelling]:
    """Yield the spellings of ``neighbour``. ``ordinary`` are folded texts that people type and mean a code by."""
    exact = neighbour.family in _EXACT
    for text in dict.fromkeys((neighbour.number, neighbour.name, *neighbour.aliases)):
        if text.strip("-"):
            is_flag = exact and _FLAG.fullmatch(text) is not None
            yield Spelling(text, _is_telling(text, neighbour.family, ordinary), is_flag)
    if neighbour.family in _HEXADECIMAL:
        # The specifications write them in hexadecimal; many programs print them in decimal.
        yield Spelling(str(int(neighbour.number, 16)), alone=False, exact_case=False)


def _is_telling(text: str, family: str, ordinary: Container[str]) -> bool:
    has_digit = any(map(str.isdigit, text))
    if has_digit and _OWN_NUMBER.fullmatch(text):
        return True
    if (has_digit and is_number(text)) or family in _ALWAYS_BESIDE or squash(text) in ordinary:
        return False
    words = text.count(" ") + 1
    if words > 1 and family in _ORDINARY_PHRASES:
        return False
    if words == 1:
        return (_IDENTIFIER.fullmatch(text) is not None and _looks_made_up(text)) or text.endswith("--")
    return words > 2 or (len(text) > 7 and has_digit)


def _looks_made_up(text: str) -> bool:
    """Whether no sentence has this word: ``ERR_FAILED``, ``SocketError``, ``ECONNRESET``."""
    if "_" in text or "." in text.strip(".") or _HUMP.search(text):
        return True
    return len(text) >= 5 and text.isupper() and text[0] == "E"
