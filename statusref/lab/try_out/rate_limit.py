"""429: a real limit, counted for each client by itself."""

import math
from collections import OrderedDict
from collections.abc import Callable

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Headers, Outcome

_QUOTA = 5
_WINDOW = 10
"""So many requests are answered in so many seconds."""
_MOST_CLIENTS = 1000


class RateLimit:
    """``clock`` gives seconds. A client is an address and a ``User-Agent``: on loopback, addresses alone say little."""

    def __init__(self, answers: Answers, clock: Callable[[], float]) -> None:
        self._answers = answers
        self._clock = clock
        self._windows: OrderedDict[tuple[str, str], tuple[float, int]] = OrderedDict()

    def answer(self, request: Request) -> Outcome:
        """``limit=`` lowers the number of requests."""
        quota = _QUOTA if request.wanted.limit is None else min(request.wanted.limit, _QUOTA)
        client = (request.client, request.header("user-agent") or "")
        now = self._clock()
        began, count = self._windows.pop(client, (now, 0))
        if now >= began + _WINDOW:
            began, count = now, 0
        self._windows[client] = (began, count + 1)
        if len(self._windows) > _MOST_CLIENTS:
            self._windows.popitem(last=False)
        reset = math.ceil(began + _WINDOW - now)
        # draft-ietf-httpapi-ratelimit-headers-10: the quota, what is left of it, and the seconds until all is back.
        extra: Headers = (
            ("RateLimit-Policy", f'"lab";q={quota};w={_WINDOW}'),
            ("RateLimit", f'"lab";r={max(quota - count - 1, 0)};t={reset}'),
        )
        if count < quota:
            return self._answers.plain(200, request, extra)
        return self._answers.plain(429, request, (("Retry-After", str(reset)), *extra))


def handlers(answers: Answers, clock: Callable[[], float]) -> Handlers:
    return {"/try/429": RateLimit(answers, clock).answer}
