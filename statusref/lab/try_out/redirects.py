"""Redirects: one, a chain of them, a loop. All of them lead to the lab itself."""

from urllib.parse import urlsplit

from statusref.lab.answers import HERE, Answers
from statusref.lab.checks import own_authorities
from statusref.lab.errors import BadOptionError
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Outcome
from statusref.lab.wanted import REDIRECTS

_LONGEST_CHAIN = 100
_USUAL = 302


def handlers(answers: Answers) -> Handlers:
    def redirect(request: Request) -> Outcome:
        code = int(request.path.rpartition("/")[2])
        return answers.plain(code, request, (("Location", own_address(request, HERE)),))

    def chain(request: Request) -> Outcome:
        left = request.path.removeprefix("/chain/")
        if not (left.isascii() and left.isdecimal() and int(left[:4]) <= _LONGEST_CHAIN):
            return answers.plain(404, request)
        if int(left) == 0:
            return answers.plain(200, request)
        location = f"/chain/{int(left) - 1}{request.query}"
        return answers.plain(request.wanted.code or _USUAL, request, (("Location", location),))

    def loop(request: Request) -> Outcome:
        return answers.plain(request.wanted.code or _USUAL, request, (("Location", request.target),))

    return {
        **{f"{folder}/{code}": redirect for code in REDIRECTS for folder in ("", "/try")},
        "/chain/": chain,
        "/loop": loop,
    }


def own_address(request: Request, usual: str) -> str:
    """Return what ``to=`` says. Raises BadOptionError if that is no address of the lab."""
    to = request.wanted.to
    if to is None:
        return usual
    if not to.isascii() or not to.isprintable() or " " in to or "\\" in to:
        raise BadOptionError("own_address", "to")
    if to.startswith("/") and not to.startswith("//"):
        return to
    parts = urlsplit(to)
    if parts.scheme != "http" or not any(parts.netloc in own_authorities(port) for port in request.ports):
        raise BadOptionError("own_address", "to")
    return to
