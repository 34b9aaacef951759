"""The addresses for trying again: how to use them, what is to be asked, and what came of it.

``/retry`` says how, and names the addresses of a new run. ``/retry/RUN/503`` fails as its name says,
``/retry/RUN`` shows what was noted.
"""

import re
import secrets
from collections.abc import Callable
from email.utils import formatdate

from statusref.domain.markdown import Message
from statusref.lab.answers import Answers, language_of
from statusref.lab.handlers import Handlers
from statusref.lab.pages import page
from statusref.lab.plain_pages import paragraph
from statusref.lab.requests import METHODS, Request
from statusref.lab.retry.attempts import Attempts
from statusref.lab.retry.cases import CASES, DELAYS, MOST, Asking, Failing, Later
from statusref.lab.retry.report import Report, attempts_shape
from statusref.lab.runs import Runs
from statusref.lab.steps import Drop, Outcome
from statusref.lab.wanted import Wanted

_ADDRESS = re.compile(r"/retry/(?P<run>[a-z0-9]{1,16})(?:/(?P<case>[A-Za-z0-9-]{1,16}))?")
_EMPTY = Wanted(body="empty")


def handlers(answers: Answers, runs: Runs[Attempts], clock: Callable[[], float]) -> Handlers:
    """``clock`` gives the time in seconds since 1970."""
    words = answers.library.words

    def front(request: Request) -> Outcome:
        language = language_of(request)
        name = secrets.token_hex(4)
        origin = f"http://127.0.0.1:{request.ports[0]}"
        addresses = {case.name: address_of(origin, name, case) for case in CASES.values()}
        result = f"{origin}/retry/{name}"
        blocks = (
            paragraph(words.text("lab.retry.how", language)),
            Message("\n".join(addresses.values())),
            paragraph(words.text("lab.run.result", language, url=result)),
            paragraph(words.text("lab.run.command", language)),
            Message("statusref lab retry -- curl -s --retry 3 -X {method} {url}"),
        )
        title = words.text("lab.retry.title", language)
        return page(answers, request, title, blocks, {"result": result, "addresses": addresses})

    def below(request: Request) -> Outcome:
        found = _ADDRESS.fullmatch(request.path)
        if found is None or (found["case"] is not None and found["case"] not in CASES):
            return answers.plain(404, request)
        if found["case"] is not None:
            return fail(request, runs.open(found["run"]), CASES[found["case"]])
        attempts = runs.get(found["run"])
        if attempts is None:
            return answers.plain(404, request)
        language = language_of(request)
        report = Report(answers.library, language, attempts)
        title = words.text("lab.retry.title", language)
        return page(answers, request, title, report.blocks(), attempts_shape(answers.library, attempts))

    def fail(request: Request, attempts: Attempts, case: Failing | Asking) -> Outcome:
        if request.method not in METHODS:
            return answers.plain(405, request)
        now = clock()
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

    return {"/retry": front, "/retry/": below}


def address_of(origin: str, run: str, case: Failing | Asking) -> str:
    return f"{origin}/retry/{run}/{case.name}"
