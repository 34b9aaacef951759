"""304 and 412: a document that has validators and changes with each PUT."""

from collections.abc import Callable
from email.utils import formatdate, parsedate_to_datetime

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import READING, Request
from statusref.lab.steps import Headers, Outcome

_ALLOW = ("Allow", "GET, HEAD, PUT, QUERY")


class Document:
    """``clock`` gives the time in seconds since 1970."""

    def __init__(self, answers: Answers, clock: Callable[[], float]) -> None:
        self._answers = answers
        self._clock = clock
        self._version = 1
        self._changed = int(clock())

    @property
    def _validators(self) -> Headers:
        return (
            ("ETag", f'"v{self._version}"'),
            ("Last-Modified", formatdate(self._changed, usegmt=True)),
            ("Cache-Control", "no-cache"),
        )

    def answer(self, request: Request) -> Outcome:
        if request.method not in READING | {"PUT"}:
            return self._answers.plain(405, request, (_ALLOW,))
        failed = failed_condition(request, f'"v{self._version}"', self._changed)
        if failed is not None:
            return self._answers.plain(failed, request, self._validators if failed == 304 else ())
        if request.method == "PUT":
            self._version += 1
            self._changed = int(self._clock())
            return self._answers.plain(204, request, self._validators)
        body = f"version {self._version}\n".encode()
        return self._answers.carrying(request, "text/plain; charset=utf-8", body, self._validators)


def handlers(answers: Answers, clock: Callable[[], float]) -> Handlers:
    document = Document(answers, clock)
    return {"/try/304": document.answer, "/try/412": document.answer}


def failed_condition(request: Request, etag: str, changed: int) -> int | None:
    """Return 304 or 412 where a condition of the request does not hold, in the order of RFC 9110, Section 13.2.2.

    ``etag`` is a strong one, ``changed`` whole seconds since 1970.
    """
    reading = request.method in READING
    if_match, if_none_match = request.header("if-match"), request.header("if-none-match")
    if if_match is not None:
        if not _names(if_match, etag, weak=False):
            return 412
    elif _is_before(request.header("if-unmodified-since"), changed):
        return 412
    if if_none_match is not None:
        if _names(if_none_match, etag, weak=True):
            return 304 if reading else 412
        return None
    since = seconds(request.header("if-modified-since"))
    return 304 if reading and since is not None and changed <= since else None


def seconds(date: str | None) -> int | None:
    """Return an HTTP date in seconds since 1970; None where there is none that can be read."""
    try:
        return None if date is None else int(parsedate_to_datetime(date).timestamp())
    except (ValueError, OverflowError):
        return None


def _names(field: str, etag: str, *, weak: bool) -> bool:
    """Tell whether ``etag`` is in a list, by weak or by strong comparison (RFC 9110, Section 8.8.3.2)."""
    listed = [tag.strip() for tag in field.split(",")]
    return "*" in listed or etag in listed or (weak and f"W/{etag}" in listed)


def _is_before(date: str | None, changed: int) -> bool:
    limit = seconds(date)
    return limit is not None and changed > limit
