"""The addresses of the matrix: how to use it, what is to be asked, and what came of it.

``/matrix`` says how, and names the addresses of a new run. ``/matrix/RUN/307-POST`` answers with that redirect,
``/matrix/RUN/307-POST/1`` is where it leads, ``/matrix/RUN`` shows what was noted.
"""

import re
import secrets

from statusref.domain.markdown import Message
from statusref.lab.answers import Answers, language_of
from statusref.lab.clients import BODY
from statusref.lab.handlers import Handlers
from statusref.lab.matrix.cases import CASES, CHAIN, HOST, LONGEST_CHAIN, PORT, Case
from statusref.lab.matrix.report import Report
from statusref.lab.matrix.run import Run
from statusref.lab.matrix.shapes import run_shape
from statusref.lab.pages import page
from statusref.lab.plain_pages import paragraph
from statusref.lab.requests import Request
from statusref.lab.runs import Runs
from statusref.lab.steps import Outcome
from statusref.lab.wanted import Wanted

_ADDRESS = re.compile(r"/matrix/(?P<run>[a-z0-9]{1,16})(?:/(?P<case>[A-Za-z0-9-]{1,12})(?:/(?P<hop>\d{1,2}))?)?")
_EMPTY = Wanted(body="empty")


def handlers(answers: Answers, runs: Runs[Run]) -> Handlers:
    words = answers.library.words

    def front(request: Request) -> Outcome:
        language = language_of(request)
        name = secrets.token_hex(4)
        origin = f"http://127.0.0.1:{request.ports[0]}"
        addresses = {case.name: address_of(origin, name, case) for case in CASES.values()}
        result = f"{origin}/matrix/{name}"
        blocks = (
            paragraph(words.text("lab.matrix.how", language, body=BODY)),
            Message("\n".join(addresses.values())),
            paragraph(words.text("lab.run.result", language, url=result)),
            paragraph(words.text("lab.run.command", language)),
            Message("statusref lab matrix -- curl -s -L -X {method} -d {body} {url}"),
        )
        title = words.text("lab.matrix.title", language)
        return page(answers, request, title, blocks, {"result": result, "body": BODY, "addresses": addresses})

    def below(request: Request) -> Outcome:
        found = _ADDRESS.fullmatch(request.path)
        if found is None or (found["case"] is not None and found["case"] not in CASES):
            return answers.plain(404, request)
        if found["case"] is not None:
            return redirect(request, found["run"], CASES[found["case"]], int(found["hop"] or 0))
        run = runs.get(found["run"])
        if run is None:
            return answers.plain(404, request)
        language = language_of(request)
        report = Report(answers.library, language, run)
        title = words.text("lab.matrix.title", language)
        return page(answers, request, title, report.blocks(), run_shape(answers.library, run))

    def redirect(request: Request, name: str, case: Case, hop: int) -> Outcome:
        runs.open(name).note(case, hop, request)
        empty = request._replace(wanted=_EMPTY)
        if hop >= (LONGEST_CHAIN if case is CHAIN else 1):
            return answers.plain(200, empty)
        return answers.plain(case.code, empty, (("Location", _next(name, case, hop, request)),))

    return {"/matrix": front, "/matrix/": below}


def address_of(origin: str, run: str, case: Case) -> str:
    return f"{origin}/matrix/{run}/{case.name}"


def _next(name: str, case: Case, hop: int, request: Request) -> str:
    """Return where a redirect leads."""
    path = f"/matrix/{name}/{case.name}/{hop + 1}"
    if case is PORT:
        return f"http://127.0.0.1:{request.ports[-1]}{path}"
    return f"http://localhost:{request.ports[-1]}{path}" if case is HOST else path
