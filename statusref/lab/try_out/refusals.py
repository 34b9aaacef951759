"""405, 413, 414 and 431: limits that a request keeps or does not keep."""

from statusref.lab.answers import Answers
from statusref.lab.checks import header_size
from statusref.lab.handlers import Handlers
from statusref.lab.limits import Limits
from statusref.lab.requests import METHODS, Request
from statusref.lab.steps import Answer

_READ_ONLY = ("GET", "HEAD")
TOO_LARGE = "/try/413"


def handlers(answers: Answers, limits: Limits) -> Handlers:
    def method(request: Request) -> Answer:
        if request.method in _READ_ONLY:
            return answers.plain(200, request)
        return answers.plain(405, request, (("Allow", ", ".join(_READ_ONLY)),))

    def whole_server(request: Request) -> Answer:
        """``OPTIONS *`` asks about the server, not about an address (RFC 9110, Section 9.3.7)."""
        if request.method != "OPTIONS":
            return answers.plain(400, request)
        return answers.plain(204, request, (("Allow", ", ".join(METHODS)),))

    def body(request: Request) -> Answer:
        return answers.plain(413 if request.body_bytes > body_limit(request, limits) else 200, request)

    def target(request: Request) -> Answer:
        return answers.plain(414 if len(request.target) > _lowered(limits.target, request) else 200, request)

    def header(request: Request) -> Answer:
        return answers.plain(431 if header_size(request) > _lowered(limits.header, request) else 200, request)

    return {"*": whole_server, "/try/405": method, TOO_LARGE: body, "/try/414": target, "/try/431": header}


def body_limit(request: Request, limits: Limits) -> int:
    """Return how long the body of a request may be."""
    return _lowered(limits.body, request) if request.path == TOO_LARGE else limits.body


def _lowered(limit: int, request: Request) -> int:
    return limit if request.wanted.limit is None else min(limit, request.wanted.limit)
