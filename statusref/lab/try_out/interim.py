"""1xx: answers before the answer."""

from collections.abc import Iterator

from statusref.lab.answers import HERE, Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Answer, Interim, Outcome, Step, Wait

_HINT = ("Link", f"<{HERE}>; rel=preload; as=fetch")
_PROGRESS = 3
"""So many 102 come from ``/try/102``."""


def handlers(answers: Answers) -> Handlers:
    def progress(request: Request) -> Iterator[Step]:
        pause = Wait(1.0 if request.wanted.every is None else request.wanted.every)
        for _ in range(_PROGRESS):
            yield answers.interim(102)
            yield pause
        yield answers.plain(200, request)

    def hints(request: Request) -> Outcome:
        early = answers.interim(103)
        return with_interim(early._replace(headers=(*early.headers, _HINT)), answers.plain(200, request), request)

    def go_on(request: Request) -> Outcome:
        if request.header("expect") is not None and request.has_body:
            return answers.plain(200, request)  # the connection has sent the 100 already
        return with_interim(answers.interim(100), answers.plain(200, request), request)

    return {
        "/100": go_on,
        "/try/100": go_on,
        "/try/102": progress,
        "/103": hints,
        "/try/103": hints,
    }


def with_interim(first: Interim, last: Answer, request: Request) -> Outcome:
    """Return both answers; ``every=`` is the time between them."""
    pause = request.wanted.every
    return (first, Wait(pause), last) if pause else (first, last)


def refused_expectation(answers: Answers, request: Request) -> Answer | None:
    """Return what ``refuse=`` answers to a client that waits for a 100 before it sends its body."""
    refuse = request.wanted.refuse
    if refuse is None or (request.header("expect") or "").lower() != "100-continue":
        return None
    return answers.plain(refuse, request)
