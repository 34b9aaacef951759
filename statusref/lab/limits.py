"""How much the lab takes from its clients."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Each limit has a status code of its own. Sizes are bytes, times are seconds.

    RFC 9110, Section 4.1 recommends that every target of up to 8000 bytes is supported.
    """

    connections: int = 256
    """More are answered with 503 at once."""
    refused: int = 512
    """So many refused connections may still be open at the same time; one more is closed without waiting."""
    target: int = 8192
    """A longer request target is answered with 414."""
    header: int = 16_384
    """A longer header section, request line included, is answered with 431."""
    body: int = 1_048_576
    """A longer request body is answered with 413."""
    kept_body: int = 16_384
    """So much of a request body is kept for ``/echo``; the rest is only counted."""
    request_time: float = 10.0
    """A request that is not there after so long is answered with 408."""
    idle_time: float = 30.0
    """A connection without a request is closed after so long."""
    answer_time: float = 90.0
    """An answer that is not sent after so long is broken off."""
    talk_time: float = 600.0
    """A WebSocket is closed after so long."""
    linger_time: float = 5.0
    """So long the lab still reads after its last answer, so that the answer is not lost by a reset."""


LIMITS = Limits()
