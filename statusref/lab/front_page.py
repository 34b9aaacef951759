"""``/``: what can be asked, as text or as HTML without a script."""

from html import escape

from statusref.lab import bodies
from statusref.lab.answers import Answers, language_of
from statusref.lab.bodies import HTML, TEXT
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Answer

_ADDRESSES = (
    ("/404", "plain"),
    ("/try/100?refuse=417", "continue"),
    ("/try/101", "websocket"),
    ("/try/102?every=1s", "progress"),
    ("/103", "hints"),
    ("/try/206", "ranges"),
    ("/302?to=/200", "redirect"),
    ("/chain/5?code=307", "chain"),
    ("/loop?code=302", "loop"),
    ("/try/304", "validators"),
    ("/try/401", "challenge"),
    ("/try/405", "method"),
    ("/try/408", "timeout"),
    ("/try/413?limit=1KB", "size"),
    ("/try/429", "rate"),
    ("/try/499", "patience"),
    ("/000?how=reset", "nothing"),
    ("/slow?bytes=100&every=100ms", "slow"),
    ("/echo", "echo"),
    ("/matrix", "matrix"),
    ("/retry", "retry"),
)
_OPTIONS = (
    ("?delay=2s", "delay"),
    ("?times=2", "times"),
    ("?mix=200:90,503:10&seed=1", "mix"),
    ("?body=problem|html|text|json|empty|64KB", "body"),
    ("?framing=chunked", "framing"),
    ("?header=Retry-After:5", "header"),
    ("?cors=none|*|origin|credentials", "cors"),
)
"""What can be asked, with the last part of the key of its sentence."""


def handlers(answers: Answers) -> Handlers:
    def front(request: Request) -> Answer:
        groups = [
            (answers.text("lab.front.addresses", request), _explained(answers, request, _ADDRESSES)),
            (answers.text("lab.front.options", request), _explained(answers, request, _OPTIONS)),
        ]
        title = answers.text("lab.front.title", request)
        form = bodies.chosen_form(request.header("accept"), (TEXT, HTML))
        content = _html(title, groups, language_of(request).value) if form == HTML else _text(title, groups)
        return answers.carrying(request, bodies.TYPES[form], content.encode())

    return {"/": front}


Group = tuple[str, list[tuple[str, str]]]
"""A heading, and under it what can be asked with what it does."""


def _explained(answers: Answers, request: Request, rows: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(address, answers.text(f"lab.front.{name}", request)) for address, name in rows]


def _text(title: str, groups: list[Group]) -> str:
    lines = [title]
    for heading, rows in groups:
        lines += ["", heading, *(f"  {address:<42} {sentence}" for address, sentence in rows)]
    return "\n".join(lines) + "\n"


def _html(title: str, groups: list[Group], language: str) -> str:
    parts = [
        f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>\n<h1>{escape(title)}</h1>\n",
    ]
    for heading, rows in groups:
        items = "".join(f"<dt>{_linked(address)}<dd>{escape(sentence)}\n" for address, sentence in rows)
        parts.append(f"<h2>{escape(heading)}</h2>\n<dl>\n{items}</dl>\n")
    return "".join(parts) + "</html>\n"


def _linked(address: str) -> str:
    code = f"<code>{escape(address)}</code>"
    return f'<a href="{escape(address)}">{code}</a>' if address.startswith("/") else code
