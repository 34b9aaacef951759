"""The addresses of the retries: each fails as its case says, and records the time of the request."""

from collections.abc import Callable, Iterable, Mapping
from email.utils import formatdate

from statusref.domain.markdown import Block
from statusref.domain.text import Language
from statusref.lab import trial_pages
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import METHODS, Request
from statusref.lab.retry.attempts import Attempts
from statusref.lab.retry.cases import CASES, DELAYS, MOST, REUSED, Asking, Failing, Later
from statusref.lab.retry.report import Report, attempts_shape
from statusref.lab.runs import Runs
from statusref.lab.steps import Drop, Outcome
from statusref.lab.wanted import Wanted

_NAME = "retry"
_EXAMPLE = "curl -s -L --retry 3 -X {method} {url}"
_EMPTY = Wanted(body="empty")


def handlers(answers: Answers, runs: Runs[Attempts], clock: Callable[[], float]) -> Handlers:
    """``clock`` gives the time in seconds since 1970."""
    failures = _Failures(answers, runs, clock)

    def told(attempts: Attempts, language: Language) -> tuple[Iterable[Block], Mapping[str, object]]:
        return Report(answers.library, language, attempts).blocks(), attempts_shape(answers.library, attempts)

    return trial_pages.trial_handlers(answers, _NAME, _EXAMPLE, CASES, runs, failures.answer, told)


class _Failures:
    def __init__(self, answers: Answers, runs: Runs[Attempts], clock: Callable[[], float]) -> None:
        self._answers = answers
        self._runs = runs
        self._clock = clock

    def answer(self, request: Request, name: str, case: Failing | Asking, hop: int) -> Outcome:
        if hop and case is not REUSED:
            return self._answers.plain(404, request)
        if request.method not in METHODS:
            return self._answers.plain(405, request)
        attempts, now = self._runs.open(name), self._clock()
        empty = request._replace(wanted=_EMPTY)
        match case:
            case Asking():
                return self._ask(empty, attempts, case, now)
            case Failing() if case is REUSED:
                return self._lose_reused(empty, attempts, now, "" if hop else f"{address_of('', name, case)}/1")
            case Failing(_, code):
                if attempts.note(case, request.method, now) == MOST:
                    return self._answers.plain(200, empty)
                return (Drop(),) if code is None else self._answers.plain(code, empty)

    def _ask(self, request: Request, attempts: Attempts, case: Asking, now: float) -> Outcome:
        """Ask to come back later, the first time."""
        if attempts.note(case, request.method, now) > 1:
            return self._answers.plain(200, request)
        delay = DELAYS[case.later]
        until = int(now) + delay if case.later is Later.DATE else now + delay
        attempts.ask(case, request.method, until)
        value = formatdate(until, usegmt=True) if case.later is Later.DATE else str(delay)
        return self._answers.plain(case.code, request, (("Retry-After", value),))

    def _lose_reused(self, request: Request, attempts: Attempts, now: float, leads_to: str) -> Outcome:
        """Lose a connection that was used before. ``leads_to`` has a client use it again, unless it is empty."""
        if request.reused or attempts.count(REUSED, request.method):
            attempts.note(REUSED, request.method, now)
            return (Drop(),) if request.reused else self._answers.plain(200, request)
        if not leads_to:  # the client keeps no connection
            return self._answers.plain(200, request)
        return self._answers.plain(307, request, (("Location", leads_to + request.query),))


def address_of(origin: str, run: str, case: Failing | Asking) -> str:
    return trial_pages.address_of(origin, _NAME, run, case.name)
