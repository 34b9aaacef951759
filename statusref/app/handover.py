"""Hands a request to the window that is open already, over a socket that only this user can reach.

One request a connection: a line of JSON, answered with ``ok`` when it was received, before the window is painted. The
client loads no Qt and waits 200 ms at most; whatever goes wrong, the program starts as if there were no other window.
"""

import _socket  # not ``socket``: that costs every start 3 ms
import json
import os
import stat
import zlib
from collections.abc import Mapping
from pathlib import Path

from statusref import __version__
from statusref.cli.requests import OpenWindow

PROTOCOL = 1
MOST_BYTES = 65_536
"""A longer request is none of ours."""
PATIENCE_S = 0.2
ACCEPTED = b"ok\n"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What a launcher gives a program so that it may bring its window to the front (Wayland, X11)."""


def socket_file(environment: Mapping[str, str], data: Path) -> Path:
    """Return where the window of this user and this data folder listens.

    It lies in the user's runtime folder; where there is none, in the data folder.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not runtime.startswith("/"):
        return data.parent / "window.sock"
    return Path(runtime) / f"statusref-{zlib.crc32(os.fsencode(data)):08x}.sock"


def is_own_socket(file: Path) -> bool:
    """Whether this is a socket of this user: nothing else is talked to, and nothing else is removed."""
    try:
        found = file.lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def encode(request: OpenWindow, token: str) -> bytes:
    """Return a request as a line of JSON."""
    message = {"protocol": PROTOCOL, "version": __version__, "token": token, "request": request._asdict()}
    return json.dumps(message).encode() + b"\n"


def decode(line: bytes) -> tuple[OpenWindow, str] | None:
    """Return the request and the token in a line; None if it is no request of this version of the program."""
    try:
        message = json.loads(line)
        if (message["protocol"], message["version"]) != (PROTOCOL, __version__):
            return None
        values, token = message["request"], message["token"]
        request = OpenWindow(**{name: values[name] for name in OpenWindow._fields})
        *texts, toggle, new_window = request
        good = isinstance(token, str) and isinstance(toggle, bool) and isinstance(new_window, bool)
        return (request, token) if good and all(isinstance(text, str | None) for text in texts) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def hand_over(request: OpenWindow, file: Path, environment: Mapping[str, str]) -> bool:
    """Hand a request to the open window. False if there is none, or if it did not answer in time."""
    if not hasattr(_socket, "AF_UNIX") or not is_own_socket(file):
        return False
    token = next(filter(None, map(environment.get, _TOKENS)), "")
    connection = _socket.socket(_socket.AF_UNIX)
    try:
        connection.settimeout(PATIENCE_S)
        connection.connect(str(file))
        connection.sendall(encode(request, token))
        return connection.recv(len(ACCEPTED)) == ACCEPTED
    except OSError:
        return False
    finally:
        connection.close()
