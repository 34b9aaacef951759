"""Answers as h11 takes them: with what every answer of the lab carries."""

from email.utils import formatdate
from functools import lru_cache
from time import time

import h11

from statusref.lab.steps import Answer, Interim

_WITHOUT_LENGTH = frozenset({204, 304})
"""RFC 9110, Section 8.6: 204 must not carry ``Content-Length``; in 304 it would be that of the 200, not known here."""
_ALWAYS = (("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "default-src 'none'"))


def final(answer: Answer, length: int) -> h11.Response:
    """Return the head of an answer with a body of ``length`` bytes."""
    return _final(answer._replace(body=b""), length, int(time()))


@lru_cache(maxsize=256)
def _final(answer: Answer, length: int, now: int) -> h11.Response:
    """Kept for the second in which ``Date`` is the same: checking the headers takes longer than sending them."""
    headers = [("Date", formatdate(now, usegmt=True)), *answer.headers]
    if answer.about:
        headers += [("X-StatusRef", answer.about), ("Link", f'<statusref://code/{answer.about}>; rel="help"')]
    headers += _ALWAYS
    if answer.status not in _WITHOUT_LENGTH:
        headers.append(("Content-Length", str(length)))
    return h11.Response(status_code=answer.status, headers=headers, reason=answer.reason)


def interim(step: Interim) -> h11.InformationalResponse:
    return h11.InformationalResponse(status_code=step.status, headers=list(step.headers), reason=step.reason)


def shown(response: h11.Response) -> tuple[tuple[str, str], ...]:
    """Return the headers of a response as they were sent, for the report."""
    return tuple((name.decode(), value.decode()) for name, value in response.headers.raw_items())
