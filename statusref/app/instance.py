"""Listens for requests of programs that are started while the window is open."""

import _socket  # not ``socket``: that costs every start 3 ms
import json
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

from statusref import __version__
from statusref.app.handover import ACCEPTED, MOST_BYTES, PROTOCOL, is_own_socket
from statusref.cli.parser import UsageError, parse
from statusref.cli.requests import OpenWindow
from statusref.domain.text import Language

if TYPE_CHECKING:
    import socket

_BACKLOG = 128
_PATIENCE_MS = 1000
"""A client that has not sent its line by then is hung up on."""


class Instance(QObject):
    """``on_request`` is called with each request and the token of its launcher."""

    def __init__(self, server: _socket.socket, file: str, on_request: Callable[[OpenWindow, str], None]) -> None:
        super().__init__()
        self._server = server
        self._file = file
        self._inode = os.lstat(file).st_ino
        self._on_request = on_request
        self._notifier = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_clients)

    def close(self) -> None:
        """Stop listening and remove the socket, if it is still this one."""
        self._notifier.setEnabled(False)
        with suppress(OSError):
            if os.lstat(self._file).st_ino == self._inode:
                os.unlink(self._file)
        self._server.close()

    @Slot()
    def _on_clients(self) -> None:
        import socket  # noqa: PLC0415 (only its ``accept`` is needed, and not before somebody calls)

        with socket.socket(fileno=os.dup(self._server.fileno())) as server:
            server.setblocking(False)
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connection.setblocking(False)
                _Client(connection, self._on_request, self)


def decode(line: bytes) -> tuple[OpenWindow, str] | None:
    """Return the request and the token in a line; None if it is no request of this version for a window."""
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


class _Client(QObject):
    """One connection: reads a line, answers, hangs up."""

    def __init__(
        self, connection: "socket.socket", on_request: Callable[[OpenWindow, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._on_request = on_request
        self._received = b""
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_bytes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hang_up)
        self._timer.start(_PATIENCE_MS)
        self._on_bytes()

    @Slot()
    def _on_bytes(self) -> None:
        try:
            received = self._connection.recv(MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        self._received += received
        line, end, _ = self._received.partition(b"\n")
        if not end:
            if not received or len(self._received) > MOST_BYTES:
                self._hang_up()
            return
        found = decode(line) if len(line) <= MOST_BYTES else None
        if found is None:
            self._hang_up()
            return
        with suppress(OSError):
            self._connection.send(ACCEPTED)
        self._hang_up()
        self._on_request(*found)

    @Slot()
    def _hang_up(self) -> None:
        if self._connection.fileno() >= 0:
            self._notifier.setEnabled(False)
            self._timer.stop()
            self._connection.close()
            self.deleteLater()


def listen(file: str, on_request: Callable[[OpenWindow, str], None]) -> Instance | None:
    """Begin to listen; None where that cannot be done, or where another window listens already.

    The socket of a process that ended without removing it is replaced. What is no socket of this user is left alone.
    """
    if not hasattr(_socket, "AF_UNIX"):
        return None
    server = _socket.socket(_socket.AF_UNIX)
    server.setblocking(False)
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        _bind(server, file)
        return Instance(server, file, on_request)
    except OSError:
        server.close()
        return None


def _bind(server: _socket.socket, file: str) -> None:
    """Bind to the file and listen, with access for this user only. Raises OSError if the place is taken."""
    import fcntl  # noqa: PLC0415 (only where there are such sockets)

    before = os.umask(0o177)
    lock = os.open(f"{file}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        # Of two programs that find a dead socket at the same moment, one would remove the new socket of the other.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_own_socket(file) and not _answers(file):
            os.unlink(file)
        server.bind(file)
        server.listen(_BACKLOG)
    finally:
        os.close(lock)
        os.umask(before)


def _answers(file: str) -> bool:
    """Whether a living process listens on the socket."""
    probe = _socket.socket(_socket.AF_UNIX)
    try:
        probe.connect(file)
    except OSError:
        return False
    finally:
        probe.close()
    return True
