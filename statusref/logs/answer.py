"""What one line says about one answer, or several."""

from typing import NamedTuple


class Answer(NamedTuple):
    """``codes``: what the client got, in the order written. ``upstream``: what the servers behind answered.

    ``unsure``: numbers that may be codes. ``flags``: what a proxy says about how the request ended. Times and paths are
    those of the line, as bytes and as written, empty where it has none.
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
