"""What one line of a log says about one response, or several."""

from typing import NamedTuple


class Answer(NamedTuple):
    """``codes`` are the codes that the client got, ``upstream`` those of the servers behind a proxy, in written order.

    ``unsure`` are numbers that may be codes. ``flags`` is what a proxy says about how the request ended. ``time`` and
    ``path`` are as they are written in the line; empty if it has none.
    """

    codes: tuple[int, ...] = ()
    upstream: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    time: bytes = b""
    path: bytes = b""
    flags: bytes = b""

    @property
    def in_order(self) -> tuple[int, ...]:
        """All codes without repetition, the client's first."""
        return tuple(dict.fromkeys((*self.codes, *self.upstream)))
