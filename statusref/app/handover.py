"""Hands the arguments to the window that is open already, over a socket that only this user can reach.

One request a connection: a line of JSON, answered with ``ok`` when it was understood, before the window is painted.
This runs before anything else is imported, so it imports next to nothing: no pathlib, no json, no Qt. It waits 200 ms
at most; whatever goes wrong, the program starts as if there were no other window.
"""

import os
import stat
import sys
from collections.abc import Mapping, Sequence

from statusref import __version__
from statusref.system.display import has_display
from statusref.userdata.folders import data_folder

PROTOCOL = 1
MOST_BYTES = 65_536
"""A longer request is none of ours."""
PATIENCE_S = 0.2
ACCEPTED = b"ok\n"
PRINTING = frozenset(
    {"show", "search", "log", "list", "study", "export", "screenshot", "-h", "--help", "-V", "--version"}
)
"""What arguments begin with that want no window."""
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What a launcher gives a program so that it may bring its window to the front (Wayland, X11)."""


def socket_file(environment: Mapping[str, str], platform: str, home: str) -> str:
    """Return where the window of this user and this data folder listens.

    It lies in the user's runtime folder; where there is none, in the data folder.
    """
    folder = data_folder(environment, platform, home)
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not runtime.startswith("/"):
        return os.path.join(folder, "window.sock")
    from zlib import crc32  # a module in C

    return os.path.join(runtime, f"statusref-{crc32(os.fsencode(folder)):08x}.sock")


def is_own_socket(file: str) -> bool:
    """Whether this is a socket of this user: nothing else is talked to, and nothing else is removed."""
    try:
        found = os.lstat(file)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def hand_over(arguments: Sequence[str], environment: Mapping[str, str], file: str | None = None) -> bool:
    """Hand the arguments to the open window. False if there is none, or if it cannot do what they ask."""
    import _socket  # not ``socket``: that takes 3 ms

    if not hasattr(_socket, "AF_UNIX") or (arguments and arguments[0] in PRINTING):
        return False
    file = file or socket_file(environment, sys.platform, os.path.expanduser("~"))
    if not is_own_socket(file) or not has_display(environment, sys.platform):
        return False
    connection = _socket.socket(_socket.AF_UNIX)
    try:
        connection.settimeout(PATIENCE_S)
        connection.connect(file)
        connection.sendall(request(arguments, os.getcwd(), _token(environment)))
        return connection.recv(len(ACCEPTED)) == ACCEPTED
    except OSError:
        return False
    finally:
        connection.close()


def request(arguments: Sequence[str], folder: str, token: str) -> bytes:
    """Return a request as a line of JSON."""
    from _json import encode_basestring_ascii as quoted  # ``json`` takes 4 ms

    listed = ", ".join(map(quoted, arguments))
    texts = f'"version": {quoted(__version__)}, "folder": {quoted(folder)}, "token": {quoted(token)}'
    return f'{{"protocol": {PROTOCOL}, {texts}, "arguments": [{listed}]}}\n'.encode()


def _token(environment: Mapping[str, str]) -> str:
    return next(filter(None, map(environment.get, _TOKENS)), "")
