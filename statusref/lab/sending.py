"""Answers as h11 takes them: with what every answer of the lab carries."""

from email.utils import formatdate
from functools import lru_cache
from time import time

import h11

from statusref.lab.steps import Answer, Headers, Interim

_WITHOUT_LENGTH = frozenset({204, 304})
"""RFC 9110, Section 8.6: 204 must not carry ``Content-Length``; in 304 it would be that of the 200, not known here."""
_CLOSE = ("Connection", "close")
_ALWAYS = (("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "default-src 'none'"))


def final(answer: Answer, length: int | None) -> tuple[h11.Response, Headers]:
    """Return the head of an answer with a body of ``length`` bytes, and its headers for the report.

    Where nobody says how long the body is, it is sent in chunks.
    """
    return _final(answer.status, answer.headers, answer.reason, answer.about, length, int(time()))


def closing(answer: Answer) -> Answer:
    """Return an answer that says that the connection is closed after it."""
    return answer if _CLOSE in answer.headers else answer._replace(headers=(*answer.headers, _CLOSE))


@lru_cache(maxsize=256)
def _final(
    status: int, own: Headers, reason: str, about: str, length: int | None, now: int
) -> tuple[h11.Response, Headers]:
    """Kept for the second in which ``Date`` is the same: checking the headers takes longer than sending them."""
    headers = [("Date", formatdate(now, usegmt=True)), *own]
    if about:
        headers += [("X-StatusRef", about), ("Link", f'<statusref://code/{about}>; rel="help"')]
    headers += _ALWAYS
    if status not in _WITHOUT_LENGTH:
        headers.append(("Transfer-Encoding", "chunked") if length is None else ("Content-Length", str(length)))
    return h11.Response(status_code=status, headers=headers, reason=reason), tuple(headers)


def interim(step: Interim) -> h11.InformationalResponse:
    return h11.InformationalResponse(status_code=step.status, headers=list(step.headers), reason=step.reason)
