"""206 and 416: parts of a file that never changes (RFC 9110, Section 14)."""

import re
from email.utils import formatdate

from statusref.lab import bodies
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import READING, Request
from statusref.lab.steps import Answer, Headers, Outcome
from statusref.lab.try_out.validators import failed_condition, seconds

_TYPE, _FILE = bodies.sized(10_000)
_ETAG = '"letters"'
_CHANGED = 1_767_225_600
"""2026-01-01 00:00 UTC, in seconds since 1970."""
_VALIDATORS: Headers = (
    ("ETag", _ETAG),
    ("Last-Modified", formatdate(_CHANGED, usegmt=True)),
    ("Accept-Ranges", "bytes"),
    ("Cache-Control", "no-cache"),
)
_BOUNDARY = "statusref-part"
_MOST_PARTS = 10
"""A client that asks for more parts gets the whole file, as Section 14.2 allows."""
_RANGE = re.compile(r"(\d{0,15})-(\d{0,15})")
_ALLOW = ("Allow", "GET, HEAD, QUERY")

Span = tuple[int, int]
"""First and last byte."""


def handlers(answers: Answers) -> Handlers:
    def serve(request: Request) -> Outcome:
        if request.method not in READING:
            return answers.plain(405, request, (_ALLOW,))
        failed = failed_condition(request, _ETAG, _CHANGED)
        if failed is not None:
            return answers.plain(failed, request, _VALIDATORS if failed == 304 else ())
        size = len(_FILE)
        spans = _spans(request, size)
        if spans is None:
            return answers.carrying(request, _TYPE, _FILE, _VALIDATORS)
        if not spans:
            return answers.plain(416, request, (("Content-Range", f"bytes */{size}"),))
        return _partial(answers, request, spans)

    return {"/try/206": serve, "/try/416": serve}


def _partial(answers: Answers, request: Request, spans: list[Span]) -> Answer:
    if len(spans) == 1:
        first, last = spans[0]
        extra = (("Content-Range", _content_range(spans[0])), *_VALIDATORS)
        return answers.carrying(request, _TYPE, _FILE[first : last + 1], extra, 206)
    parts = [
        f"--{_BOUNDARY}\r\nContent-Type: {_TYPE}\r\nContent-Range: {_content_range(span)}\r\n\r\n".encode()
        + _FILE[span[0] : span[1] + 1]
        + b"\r\n"
        for span in spans
    ]
    body = b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode()
    answer = answers.carrying(request, f"multipart/byteranges; boundary={_BOUNDARY}", body, _VALIDATORS, 206)
    # Section 15.3.7.2: with several parts, each part has a Content-Range, and the answer itself must not.
    return answer._replace(headers=tuple(pair for pair in answer.headers if pair[0] != "Content-Range"))


def _content_range(span: Span) -> str:
    return f"bytes {span[0]}-{span[1]}/{len(_FILE)}"


def _spans(request: Request, size: int) -> list[Span] | None:
    """Return the parts to send; empty where none can be; None for the whole file."""
    unit, _, listed = (request.header("range") or "").partition("=")
    if unit.strip().lower() != "bytes" or not _still_the_same(request.header("if-range")):
        return None
    found = [_RANGE.fullmatch(part.strip()) for part in listed.split(",")]
    if len(found) > _MOST_PARTS:
        return None
    spans: list[Span] = []
    for part in found:
        if part is None or part[0] == "-" or (part[1] and part[2] and int(part[1]) > int(part[2])):
            return None
        first, last = part[1], part[2]
        span = (int(first), min(int(last or size), size - 1)) if first else (max(size - int(last), 0), size - 1)
        if span[0] < size and span[0] <= span[1]:
            spans.append(span)
    return spans


def _still_the_same(if_range: str | None) -> bool:
    """Compare strongly: a weak entity tag never matches, a date only exactly (RFC 9110, Section 13.1.5)."""
    return if_range is None or if_range.strip() == _ETAG or seconds(if_range) == _CHANGED
