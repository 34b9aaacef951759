"""What a handler gives back: one answer, or steps that the connection carries out one after the other."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

Headers = tuple[tuple[str, str], ...]
Content = bytes | memoryview
"""A body, or a view of one that many answers share: hundreds of clients may take a megabyte each, and slowly."""


class Answer(NamedTuple):
    """A whole final response. ``Date``, ``Content-Length`` and what every answer of the lab carries are added later.

    ``about`` is the id of the page that explains the answer (``404``, ``499-nginx``).
    """

    status: int
    headers: Headers = ()
    body: Content = b""
    reason: str = ""
    about: str = ""


class Interim(NamedTuple):
    """A 1xx answer before the final one. A client of HTTP/1.0 gets none (RFC 9110, Section 15.2)."""

    status: int
    headers: Headers = ()
    reason: str = ""


class Head(NamedTuple):
    """The head of an answer whose body comes in the pieces that follow.

    ``length`` are its bytes; None: nobody says how many, the pieces are sent as chunks.
    """

    answer: Answer
    length: int | None


class Piece(NamedTuple):
    """A part of the body that ``Head`` announced."""

    data: Content


class Wait(NamedTuple):
    """A pause. A client that hangs up meanwhile gets nothing more; the exchange ends with it."""

    seconds: float


class Raw(NamedTuple):
    """Bytes as they are, which need not be HTTP. The connection is closed after them."""

    data: bytes


class Drop(NamedTuple):
    """The end of the connection without an answer; with ``reset``, by a TCP reset."""

    reset: bool = False


class Conversation(Protocol):
    """What a connection speaks after 101. ``over`` is True once nothing more will be said."""

    over: bool

    def begin(self) -> bytes:
        """Return the 101 itself, as bytes."""

    def receive(self, data: bytes) -> bytes:
        """Return what is said to ``data``; empty where that is nothing."""


class Switch(NamedTuple):
    """A 101: from here on the connection speaks something else."""

    conversation: Conversation


Step = Answer | Interim | Head | Piece | Wait | Raw | Drop | Switch
Outcome = Answer | Iterable[Step]
