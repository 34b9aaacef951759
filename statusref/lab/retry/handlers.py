"""The addresses for trying again: each fails as its name says, and notes when it was asked."""

from collections.abc import Callable, Iterable, Mapping
from email.utils import formatdate

from statusref.domain.markdown import Block
from statusref.domain.text import Language
from statusref.lab import trial_pages
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import METHODS, Request
from statusref.lab.retry.attempts import Attempts
from statusref.lab.retry.cases import CASES, DELAYS, MOST, Asking, Failing, Later
from statusref.lab.retry.report import Report, attempts_shape
from statusref.lab.runs import Runs
from statusref.lab.steps import Drop, Outcome
from statusref.lab.wanted import Wanted

_NAME = "retry"
_EXAMPLE = "curl -s --retry 3 -X {method} {url}"
_EMPTY = Wanted(body="empty")


def handlers(answers: Answers, runs: Runs[Attempts], clock: Callable[[], float]) -> Handlers:
    """``clock`` gives the time in seconds since 1970."""

    def fail(request: Request, name: str, case: Failing | Asking, hop: int) -> Outcome:
        if hop:
            return answers.plain(404, request)
        if request.method not in METHODS:
            return answers.plain(405, request)
        now = clock()
        attempts = runs.open(name)
        count = attempts.note(case, request.method, now)
        empty = request._replace(wanted=_EMPTY)
        match case:
            case Failing(_, code) if count < MOST:
                return (Drop(),) if code is None else answers.plain(code, empty)
            case Asking(_, code, later) if count == 1:
                delay = DELAYS[later]
                until = int(now) + delay if later is Later.DATE else now + delay
                attempts.ask(case, request.method, until)
                value = formatdate(until, usegmt=True) if later is Later.DATE else str(delay)
                return answers.plain(code, empty, (("Retry-After", value),))
            case _:
                return answers.plain(200, empty)

    def told(attempts: Attempts, language: Language) -> tuple[Iterable[Block], Mapping[str, object]]:
        return Report(answers.library, language, attempts).blocks(), attempts_shape(answers.library, attempts)

    return trial_pages.trial_handlers(answers, _NAME, _EXAMPLE, CASES, runs, fail, told)


def address_of(origin: str, run: str, case: Failing | Asking) -> str:
    return trial_pages.address_of(origin, _NAME, run, case.name)
