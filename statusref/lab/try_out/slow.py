"""A body that comes drop by drop."""

from collections.abc import Iterator

from statusref.lab import bodies
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Head, Piece, Step, Wait
from statusref.lab.wanted import LONGEST_DELAY

_BYTES, _EVERY = 100, 0.1
"""The usual length, and the usual seconds between two pieces."""
_MOST_PIECES = 1000


def handlers(answers: Answers) -> Handlers:
    def drip(request: Request) -> Iterator[Step]:
        """``bytes=`` is the length, ``every=`` the time between two pieces; all of it takes a minute at most."""
        wanted = request.wanted
        length = _BYTES if wanted.bytes is None else wanted.bytes
        every = _EVERY if wanted.every is None else wanted.every
        pieces = max(min(length, _MOST_PIECES, int(LONGEST_DELAY / every)), 1) if every else 1
        size = max(-(-length // pieces), 1)
        body = bodies.sized(length)
        yield Head(answers.carrying(request, body.media_type, b""), length)
        for start in range(0, length, size):
            yield Piece(body.content[start : start + size])
            if start + size < length:
                yield Wait(every)

    return {"/slow": drip}
