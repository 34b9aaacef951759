"""Hands the arguments to the window that is open already.

One request a connection: a line of JSON, answered with ``ok`` when it was understood, before the window is painted.
This runs before anything else is imported, so it imports next to nothing: no pathlib, no json, no Qt. It waits 200 ms
at most; whatever goes wrong, the program starts as if there were no other window.
"""

import os
from collections.abc import Mapping, Sequence

from statusref import __version__
from statusref.system import channel
from statusref.system.display import has_display
from statusref.system.machine import Machine

PROTOCOL = 1
PATIENCE_S = 0.2
ACCEPTED = b"ok\n"
_COMMANDS = ("show", "compare", "choose", "cite", "search", "log", "lab", "list", "study", "export", "screenshot")
PRINTING = frozenset((*_COMMANDS, "-h", "--help", "-V", "--version"))
"""What arguments begin with that want no window."""
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What a launcher gives a program so that it may bring its window to the front (Wayland, X11)."""


def hand_over(
    arguments: Sequence[str], machine: Machine, address: str | None = None, patience_s: float = PATIENCE_S
) -> bool:
    """Hand the arguments to the open window. False if there is none, or if it cannot do what they ask."""
    if (arguments and arguments[0] in PRINTING) or not has_display(machine):
        return False
    try:
        line = request(arguments, os.getcwd(), _token(machine.environment))
        answer = channel.ask(machine, address or channel.address(machine), line, patience_s, len(ACCEPTED))
    except OSError:
        return False
    return answer == ACCEPTED


def request(arguments: Sequence[str], folder: str, token: str) -> bytes:
    """Return a request as a line of JSON."""
    from _json import encode_basestring_ascii as quoted  # ``json`` takes 4 ms

    listed = ", ".join(map(quoted, arguments))
    texts = f'"version": {quoted(__version__)}, "folder": {quoted(folder)}, "token": {quoted(token)}'
    return f'{{"protocol": {PROTOCOL}, {texts}, "arguments": [{listed}]}}\n'.encode()


def _token(environment: Mapping[str, str]) -> str:
    return next(filter(None, map(environment.get, _TOKENS)), "")
