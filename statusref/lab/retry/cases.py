"""What is tried: failures that go on, and failures that say when to come back."""

from enum import Enum
from typing import NamedTuple

METHODS = ("GET", "PUT", "POST")
"""What a command with ``{method}`` is asked to send."""
MOST = 100
"""After so many requests a client gets its 200."""


class Later(Enum):
    """How ``Retry-After`` says when to come back. The value stands in the name of the case."""

    SECONDS = "seconds"
    DATE = "date"


DELAYS = {Later.SECONDS: 3, Later.DATE: 5}
"""Seconds."""


class Failing(NamedTuple):
    """Fails every time. ``code`` is None where the connection is closed without an answer."""

    name: str
    code: int | None


class Asking(NamedTuple):
    """Fails once, and asks with ``Retry-After`` to come back later."""

    name: str
    code: int
    later: Later


LOST = Failing("lost", None)
REUSED = Failing("reused", None)
"""The connection is closed without an answer, but only if it was used before. A retry over a new one is answered."""
FAILING = (Failing("429", 429), Failing("503", 503), Failing("408", 408), LOST, REUSED)
ASKING = tuple(Asking(f"{code}-{later.value}", code, later) for code in (429, 503) for later in Later)
CASES: dict[str, Failing | Asking] = {**{case.name: case for case in FAILING}, **{case.name: case for case in ASKING}}
