"""Which handler answers which path."""

import re
from collections.abc import Callable

from statusref.lab.answers import Answers
from statusref.lab.requests import Request
from statusref.lab.steps import Outcome, Wait

Handler = Callable[[Request], Outcome]
_CODE = re.compile(r"/(?:try/)?([1-9]\d\d)")
_PATIENCE = {408: 1.0, 499: 2.0}
"""Seconds before these two, which are about waiting, are answered."""


class Routes:
    """Finds the handler of a path: one with this name, else the plain answer of the code that the path names."""

    def __init__(self, answers: Answers, named: dict[str, Handler]) -> None:
        self._answers = answers
        self._named = named

    def answer(self, request: Request) -> Outcome:
        handler = self._named.get(request.path)
        if handler is not None:
            return handler(request)
        found = _CODE.fullmatch(request.path)
        if found is None:
            return self._answers.plain(404, request)
        return self._code(int(found[1]), request)

    def _code(self, code: int, request: Request) -> Outcome:
        delay = _PATIENCE.get(code) if request.wanted.delay is None else request.wanted.delay
        wait = (Wait(delay),) if delay else ()
        if code < 200:
            return (*wait, self._answers.interim(code), self._answers.plain(200, request))
        answer = self._answers.plain(code, request)
        return (*wait, answer) if wait else answer
