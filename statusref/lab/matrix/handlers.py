"""The addresses of the matrix: each answers with the redirect of its case, and records the request."""

from collections.abc import Iterable

from statusref.domain.markdown import Block
from statusref.domain.text import Language
from statusref.lab import trial_pages
from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.matrix.cases import CASES, CHAIN, HOST, LONGEST_CHAIN, PORT, Case
from statusref.lab.matrix.report import Report
from statusref.lab.matrix.run import Run
from statusref.lab.matrix.shapes import Shape, run_shape
from statusref.lab.requests import Request
from statusref.lab.runs import Runs
from statusref.lab.steps import Outcome
from statusref.lab.wanted import Wanted

_NAME = "matrix"
_EXAMPLE = "curl -s -L -X {method} -d {body} {url}"
_EMPTY = Wanted(body="empty")


def handlers(answers: Answers, runs: Runs[Run]) -> Handlers:
    def redirect(request: Request, name: str, case: Case, hop: int) -> Outcome:
        runs.open(name).note(case, hop, request)
        empty = request._replace(wanted=_EMPTY)
        if hop >= (LONGEST_CHAIN if case is CHAIN else 1):
            return answers.plain(200, empty)
        location = f"{_origin(case, request)}{address_of('', name, case)}/{hop + 1}{request.query}"
        return answers.plain(case.code, empty, (("Location", location),))

    def told(run: Run, language: Language) -> tuple[Iterable[Block], Shape]:
        return Report(answers.library, language, run).blocks(), run_shape(answers.library, run)

    return trial_pages.trial_handlers(answers, _NAME, _EXAMPLE, CASES, runs, redirect, told)


def address_of(origin: str, run: str, case: Case) -> str:
    return trial_pages.address_of(origin, _NAME, run, case.name)


def _origin(case: Case, request: Request) -> str:
    """Return the origin that the redirect of a case leads to; empty if it stays at the same origin."""
    hosts = {PORT: "127.0.0.1", HOST: "localhost"}
    return f"http://{hosts[case]}:{request.ports[-1]}" if case in hosts else ""
