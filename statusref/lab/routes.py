"""Which handler answers which address, and what options do to every answer."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from statusref.lab.answers import Answers, with_extra
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Answer, Drop, Head, Headers, Outcome, Step, Wait
from statusref.lab.try_out import cors
from statusref.lab.try_out.chunks import in_chunks
from statusref.lab.try_out.interim import with_interim
from statusref.lab.try_out.repeated import Turns
from statusref.lab.wanted import NOTHING

_CODE = re.compile(r"/(?:try/)?([1-9]\d\d)")


class Routes:
    """``handlers`` are asked by path; a path that none has is answered with the code that it names, or with 404."""

    def __init__(self, answers: Answers, handlers: Handlers) -> None:
        self._answers = answers
        self._handlers = handlers
        self._turns = Turns()

    def answer(self, request: Request) -> Outcome:
        """Raise BadOptionError where an option does not fit."""
        if request.wanted == NOTHING:
            return self._handled(request)
        preflight = cors.preflight(self._answers, request)
        if preflight is not None:
            return preflight
        turn = self._turns.code(request)
        outcome = self._handled(request) if turn is None else self._drawn(turn, request)
        if request.wanted.framing == "chunked":
            outcome = in_chunks(_steps(outcome))
        extra, delay = cors.headers(request), request.wanted.delay
        if extra:
            outcome = _with_headers(outcome, extra)
        return chain((Wait(delay),), _steps(outcome)) if delay else outcome

    def _drawn(self, code: int, request: Request) -> Outcome:
        return self._answers.plain(code, request) if code else (Drop(),)

    def _handled(self, request: Request) -> Outcome:
        path = request.path
        handler = self._handlers.get(path) or self._handlers.get(path[: path.find("/", 1) + 1])
        if handler is not None:
            return handler(request)
        found = _CODE.fullmatch(path)
        if found is None:
            return self._answers.saying(404, request, self._answers.text("lab.nothing_here", request))
        code = int(found[1])
        if code < 200:
            return with_interim(self._answers.interim(code), self._answers.plain(200, request), request)
        return self._answers.plain(code, request)


def _steps(outcome: Outcome) -> Iterable[Step]:
    return (outcome,) if isinstance(outcome, Answer) else outcome


def _with_headers(outcome: Outcome, extra: Headers) -> Iterator[Step]:
    for step in _steps(outcome):
        match step:
            case Answer():
                yield with_extra(step, extra)
            case Head(answer, length):
                yield Head(with_extra(answer, extra), length)
            case _:
                yield step
