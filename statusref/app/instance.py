"""Answers programs that are started while the window is open."""

from collections.abc import Callable

from statusref import __version__
from statusref.app.handover import ACCEPTED, PROTOCOL
from statusref.cli.arguments import UsageError
from statusref.cli.parser import parse
from statusref.cli.requests import OpenWindow
from statusref.domain.text import Language
from statusref.system.desktop import listening
from statusref.system.desktop.callers import Caller, Listener
from statusref.system.machine import Machine


def listen(machine: Machine, address: str, on_request: Callable[[OpenWindow, str], None]) -> Listener | None:
    """Begin to listen; None where that cannot be done, or where another window listens already.

    ``on_request`` is called with each request and the token of its launcher, after the program has its answer.
    """
    return listening.listen(machine, address, answering(on_request))


def answering(on_request: Callable[[OpenWindow, str], None]) -> Callable[[Caller, bytes], None]:
    """Return what answers a caller's line."""

    def heard(caller: Caller, line: bytes) -> None:
        found = decode(line)
        if found is None:
            caller.hang_up()
            return
        caller.answer(ACCEPTED)
        on_request(*found)

    return heard


def decode(line: bytes) -> tuple[OpenWindow, str] | None:
    """Return the request and the token in a line; None if it is no request of this version for a window."""
    import json  # not before the first request

    try:
        message = json.loads(line)
        if (message["protocol"], message["version"]) != (PROTOCOL, __version__):
            return None
        arguments, folder, token = message["arguments"], message["folder"], message["token"]
        if not isinstance(arguments, list) or not all(isinstance(text, str) for text in (*arguments, folder, token)):
            return None
        "".join((*arguments, folder, token)).encode()  # half a surrogate pair is left to a start of its own
        request = parse(arguments, Language.ENGLISH, folder)
    except (ValueError, TypeError, KeyError, RecursionError, UsageError):
        return None
    return (request, token) if isinstance(request, OpenWindow) else None
