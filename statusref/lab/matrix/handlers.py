"""The addresses of the matrix: how to use it, what is to be asked, and what came of it.

``/matrix`` says how, and names the addresses of a new run. ``/matrix/RUN/307-POST`` answers with that redirect,
``/matrix/RUN/307-POST/1`` is where it leads, ``/matrix/RUN`` shows what was noted.
"""

import json
import re
import secrets
from collections.abc import Iterable

from statusref.domain.library import Library
from statusref.domain.markdown import Block, Message, Paragraph, Span
from statusref.lab.answers import Answers, language_of
from statusref.lab.bodies import HTML, JSON, chosen_form
from statusref.lab.handlers import Handlers
from statusref.lab.matrix.cases import BODY, CASES, CHAIN, HOST, LONGEST_CHAIN, PORT, Case
from statusref.lab.matrix.report import Report
from statusref.lab.matrix.run import Run
from statusref.lab.runs import Runs
from statusref.lab.matrix.shapes import run_shape
from statusref.lab.plain_pages import as_html, as_text
from statusref.lab.requests import Request
from statusref.lab.steps import Answer, Outcome
from statusref.lab.wanted import Wanted

_ADDRESS = re.compile(r"/matrix/(?P<run>[a-z0-9]{1,16})(?:/(?P<case>[A-Za-z0-9-]{1,12})(?:/(?P<hop>\d{1,2}))?)?")
_EMPTY = Wanted(body="empty")
_TEXT_TYPE, _HTML_TYPE, _JSON_TYPE = "text/plain; charset=utf-8", "text/html; charset=utf-8", "application/json"


def handlers(answers: Answers, library: Library, runs: Runs[Run]) -> Handlers:
    def front(request: Request) -> Outcome:
        name = secrets.token_hex(4)
        origin = f"http://127.0.0.1:{request.ports[0]}"
        addresses = {case.name: address_of(origin, name, case) for case in CASES.values()}
        shape = {"result": f"{origin}/matrix/{name}", "body": BODY, "addresses": addresses}
        return page(request, front_blocks(origin, name, request), shape)

    def below(request: Request) -> Outcome:
        found = _ADDRESS.fullmatch(request.path)
        if found is None or (found["case"] is not None and found["case"] not in CASES):
            return answers.plain(404, request)
        if found["case"] is None:
            return result(request, found["run"])
        case, hop = CASES[found["case"]], int(found["hop"] or 0)
        runs.open(found["run"]).note(case, hop, request)
        empty = request._replace(wanted=_EMPTY)
        if hop >= (LONGEST_CHAIN if case is CHAIN else 1):
            return answers.plain(200, empty)
        return answers.plain(case.code, empty, (("Location", _next(found["run"], case, hop, request)),))

    def result(request: Request, name: str) -> Outcome:
        run = runs.get(name)
        if run is None:
            return answers.plain(404, request)
        report = Report(library, language_of(request), run)
        return page(request, report.blocks(), run_shape(library, run))

    def front_blocks(origin: str, name: str, request: Request) -> Iterable[Block]:
        language = language_of(request)
        yield Paragraph((Span(answers.words.text("lab.matrix.how", language, body=BODY)),))
        yield Message("\n".join(address_of(origin, name, case) for case in CASES.values()))
        yield Paragraph((Span(answers.words.text("lab.matrix.then", language, url=f"{origin}/matrix/{name}")),))
        yield Paragraph((Span(answers.words.text("lab.matrix.command", language)),))
        yield Message("statusref lab matrix -- curl -s -L -X {method} -d {body} {url}")

    def page(request: Request, blocks: Iterable[Block], shape: dict[str, object]) -> Answer:
        """Return the page in the form that the request likes best."""
        language = language_of(request)
        match chosen_form(request.header("accept"), error=False):
            case form if form == JSON and request.header("accept") not in {None, "*/*"}:
                media_type, text = _JSON_TYPE, json.dumps(shape)
            case form if form == HTML:
                title = answers.words.text("lab.matrix.title", language)
                media_type, text = _HTML_TYPE, as_html(title, blocks, language.value)
            case _:
                media_type, text = _TEXT_TYPE, as_text(blocks)
        headers = (("Content-Type", media_type), ("Cache-Control", "no-store"), ("Vary", "Accept, Accept-Language"))
        return Answer(200, headers, text.encode(), "OK")

    return {"/matrix": front, "/matrix/": below}


def address_of(origin: str, run: str, case: Case) -> str:
    return f"{origin}/matrix/{run}/{case.name}"


def _next(run: str, case: Case, hop: int, request: Request) -> str:
    """Return where a redirect leads."""
    path = f"/matrix/{run}/{case.name}/{hop + 1}"
    if case is PORT:
        return f"http://127.0.0.1:{request.ports[-1]}{path}"
    return f"http://localhost:{request.ports[-1]}{path}" if case is HOST else path
