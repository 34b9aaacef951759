"""A page of the lab as an answer, in the form that the request likes best: text, HTML or JSON."""

import json
from collections.abc import Iterable, Mapping

from statusref.domain.markdown import Block
from statusref.lab.answers import Answers, language_of
from statusref.lab.bodies import HTML, JSON, TEXT, TYPES, chosen_form
from statusref.lab.plain_pages import as_html, as_text
from statusref.lab.requests import Request
from statusref.lab.steps import Answer


def page(
    answers: Answers, request: Request, title: str, blocks: Iterable[Block], shape: Mapping[str, object]
) -> Answer:
    form = chosen_form(request.header("accept"), (TEXT, HTML, JSON))
    match form:
        case "json":
            content = json.dumps(shape)
        case "html":
            content = as_html(title, blocks, language_of(request).value)
        case _:
            content = as_text(blocks) + "\n"
    return answers.carrying(request, TYPES[form], content.encode())
