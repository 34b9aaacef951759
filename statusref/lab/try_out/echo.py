"""Tells a client what it has sent, as JSON and in ASCII, so that nothing in it can be taken for HTML."""

import json

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Answer

_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def handlers(answers: Answers) -> Handlers:
    def echo(request: Request) -> Answer:
        """Only the beginning of a long body is there; ``body_bytes`` counts all of it."""
        document = {
            "method": request.method,
            "target": request.target,
            "version": request.version,
            "headers": request.headers,
            "body_bytes": request.body_bytes,
            "body": request.body.decode("utf-8", "replace"),
        }
        text = json.dumps(document, indent=1).translate(_ESCAPED)
        return answers.carrying(request, "application/json", f"{text}\n".encode())

    return {"/echo": echo}
