"""What is tried: failures that go on, and failures that say when to come back."""

from enum import Enum
from typing import NamedTuple

CODES = (429, 503, 408)
METHODS = ("GET", "PUT", "POST")
MOST = 100
"""After so many requests a client gets its 200."""


class Later(Enum):
    """How ``Retry-After`` says when to come back. The value stands in the name of the case."""

    SECONDS = "seconds"
    DATE = "date"


DELAYS = {Later.SECONDS: 3, Later.DATE: 5}
"""Seconds. A date has whole seconds only, so a client may take one less for what is meant."""


class Case(NamedTuple):
    """``code`` is None where the connection is closed without an answer."""

    name: str
    method: str
    code: int | None
    later: Later | None = None


def failing(code: int | None, method: str) -> Case:
    return Case(f"{code or 'lost'}-{method}", method, code)


def asking(code: int, later: Later, method: str = "GET") -> Case:
    return Case(f"{code}-{method}-{later.value}", method, code, later)


FAILING = tuple(failing(code, method) for code in (*CODES, None) for method in METHODS)
ASKING = tuple(asking(code, later) for code in (429, 503) for later in Later)
CASES = {case.name: case for case in (*FAILING, *ASKING)}
