"""Listens on the user's Unix socket."""

import _socket
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from statusref.system.channel import MOST_BYTES
from statusref.system.desktop.callers import Caller, Listener

if TYPE_CHECKING:
    from socket import socket


class SocketListener(Listener):
    """``server`` is a socket that already listens at the path ``file``."""

    def __init__(
        self,
        server: _socket.socket,
        started: Callable[[], object] | None,
        file: str,
        heard: Callable[[Caller, bytes], None],
    ) -> None:
        super().__init__(started)
        self._server = server
        self._file = file
        self._inode = os.lstat(file).st_ino
        self._heard = heard
        self._notifier = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_callers)

    def close(self) -> None:
        """Stop listening, and remove the file of the socket unless another program has replaced it."""
        self._notifier.setEnabled(False)
        with suppress(OSError):
            if os.lstat(self._file).st_ino == self._inode:
                os.unlink(self._file)
        self._server.close()
        super().close()

    @Slot()
    def _on_callers(self) -> None:
        import socket

        with socket.socket(fileno=os.dup(self._server.fileno())) as server:
            server.setblocking(False)
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connection.setblocking(False)
                _SocketCaller(connection, self._heard, self)


class _SocketCaller(Caller):
    def __init__(self, connection: "socket", heard: Callable[[Caller, bytes], None], parent: QObject) -> None:
        super().__init__(heard, parent)
        self._connection = connection
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_bytes)
        self._on_bytes()

    def answer(self, text: bytes) -> None:
        with suppress(OSError):
            self._connection.send(text)
        self.hang_up()

    @Slot()
    def hang_up(self) -> None:
        if self._connection.fileno() >= 0:
            self._notifier.setEnabled(False)
            self._connection.close()
            super().hang_up()

    @Slot()
    def _on_bytes(self) -> None:
        try:
            piece = self._connection.recv(MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._take(piece)
