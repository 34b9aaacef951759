"""401 and 407: challenges that can be met, by Basic and by Bearer."""

from base64 import b64decode
from binascii import Error

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Answer, Headers

_USER = "user:secret"
_TOKEN = "token"  # noqa: S105 - the word that the lab tells everybody who asks
_REALM = 'realm="StatusRef lab"'


def handlers(answers: Answers) -> Handlers:
    def origin(request: Request) -> Answer:
        return _challenge(answers, request, 401, "Authorization", "WWW-Authenticate")

    def proxy(request: Request) -> Answer:
        return _challenge(answers, request, 407, "Proxy-Authorization", "Proxy-Authenticate")

    return {"/try/401": origin, "/try/407": proxy}


def _challenge(answers: Answers, request: Request, status: int, asks_in: str, challenges_in: str) -> Answer:
    sent = request.header(asks_in.lower())
    if sent is not None and _fits(sent):
        return answers.plain(200, request)
    is_bearer = sent is not None and sent.lower().startswith("bearer ")
    # RFC 6750, Section 3.1: an error is named only where a token came.
    bearer = f'Bearer {_REALM}, error="invalid_token"' if is_bearer else f"Bearer {_REALM}"
    extra: Headers = ((challenges_in, f'Basic {_REALM}, charset="UTF-8"'), (challenges_in, bearer))
    sentence = answers.text("lab.challenge", request, header=asks_in, user=_USER, token=_TOKEN)
    return answers.saying(status, request, sentence, extra)


def _fits(credentials: str) -> bool:
    scheme, _, value = credentials.partition(" ")
    match scheme.lower():
        case "bearer":
            return value.strip() == _TOKEN
        case "basic":
            try:
                return b64decode(value.strip(), validate=True) == _USER.encode()
            except (Error, ValueError):
                return False
        case _:
            return False
