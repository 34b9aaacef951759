"""The pages that the matrix and the retries have in common: how to try a client, and what came of it.

``/matrix`` says how, and names the addresses of a new run; one of them is ``/matrix/RUN/307-POST``, and where it leads
ends with a number. ``/matrix/RUN`` shows what was noted.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from statusref.domain.markdown import Block, Message
from statusref.domain.text import Language
from statusref.lab.answers import Answers, language_of
from statusref.lab.clients import BODY
from statusref.lab.handlers import Handlers
from statusref.lab.pages import page
from statusref.lab.plain_pages import paragraph
from statusref.lab.requests import Request
from statusref.lab.runs import Runs
from statusref.lab.steps import Outcome

C = TypeVar("C")
R = TypeVar("R")
_ADDRESS = re.compile(r"/[a-z]+/(?P<run>[a-z0-9]{1,16})(?:/(?P<case>[A-Za-z0-9-]{1,16})(?:/(?P<hop>\d{1,2}))?)?")


def trial_handlers(
    answers: Answers,
    trial: str,
    example: str,
    cases: Mapping[str, C],
    runs: Runs[R],
    asked: Callable[[Request, str, C, int], Outcome],
    told: Callable[[R, Language], tuple[Iterable[Block], Mapping[str, object]]],
) -> Handlers:
    """``trial`` stands in the addresses and in the keys of the sentences, ``example`` is a client on the command line.

    ``asked`` gets a request, the name of its run, its case and the number at the end of its address, usually 0.
    ``told`` gives a run as a page and as JSON.
    """
    words = answers.library.words

    def title(language: Language) -> str:
        return words.text(f"lab.title.{trial}", language)

    def front(request: Request) -> Outcome:
        language = language_of(request)
        origin = f"http://127.0.0.1:{request.ports[0]}"
        run = secrets.token_hex(4)
        result = f"{origin}/{trial}/{run}"
        addresses = {case: address_of(origin, trial, run, case) for case in cases}
        blocks = (
            paragraph(words.text(f"lab.how.{trial}", language, body=BODY)),
            Message("\n".join(addresses.values())),
            paragraph(words.text("lab.run.result", language, url=result)),
            paragraph(words.text("lab.run.command", language)),
            Message(f"statusref lab {trial} -- {example}"),
        )
        shape = {"result": result, "body": BODY, "addresses": addresses}
        return page(answers, request, title(language), blocks, shape)

    def below(request: Request) -> Outcome:
        found = _ADDRESS.fullmatch(request.path)
        if found is not None and found["case"] in cases:
            return asked(request, found["run"], cases[found["case"]], int(found["hop"] or 0))
        run = runs.get(found["run"]) if found is not None and found["case"] is None else None
        if run is None:
            return answers.plain(404, request)
        language = language_of(request)
        return page(answers, request, title(language), *told(run, language))

    return {f"/{trial}": front, f"/{trial}/": below}


def address_of(origin: str, trial: str, run: str, case: str) -> str:
    return f"{origin}/{trial}/{run}/{case}"
