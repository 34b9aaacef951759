"""000, 408 and 499: one side waits for the other, and closes the connection."""

from statusref.lab.answers import Answers
from statusref.lab.handlers import Handlers
from statusref.lab.requests import Request
from statusref.lab.steps import Drop, Outcome, Raw, Wait

_HALF = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nhalf of the ans"
_CHUNK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nno size\r\n"
_GARBAGE = b"\x15\x03\x01\x00\x02\x02\x16 this is no HTTP\r\n\r\n"
"""It begins like an alert of TLS, which a client meets when it speaks HTTP to the wrong port."""
_PATIENCE = {"/408": 1.0, "/try/408": 1.0, "/499": 2.0, "/try/499": 30.0}
"""Seconds before these, which are about waiting, are answered. ``delay=`` comes instead."""


def handlers(answers: Answers) -> Handlers:
    def nothing(request: Request) -> Outcome:
        match request.wanted.how:
            case "half":
                return (Raw(_HALF),)
            case "chunk":
                return (Raw(_CHUNK),)
            case "garbage":
                return (Raw(_GARBAGE),)
            case how:
                return (Drop(reset=how == "reset"),)

    def patient(request: Request) -> Outcome:
        answer = answers.plain(int(request.path[-3:]), request)
        return answer if request.wanted.delay is not None else (Wait(_PATIENCE[request.path]), answer)

    return {"/000": nothing, "/try/000": nothing, **dict.fromkeys(_PATIENCE, patient)}
