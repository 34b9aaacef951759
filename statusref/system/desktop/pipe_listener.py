"""Listens on a named pipe of Windows with QLocalServer. On other systems that class would open a Unix socket."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from statusref.system import named_pipe
from statusref.system.channel import MOST_BYTES
from statusref.system.desktop.callers import Caller, Listener


class PipeListener(Listener):
    """Listens until ``close``, which then calls ``release`` to give up the claim on the pipe."""

    def __init__(
        self,
        server: QLocalServer,
        started: Callable[[], object] | None,
        release: Callable[[], object],
        heard: Callable[[Caller, bytes], None],
    ) -> None:
        super().__init__(started)
        self._server = server
        self._release = release
        self._heard = heard
        server.newConnection.connect(self._on_callers)

    def close(self) -> None:
        if self._server.isListening():
            self._server.close()
            self._release()
        super().close()

    @Slot()
    def _on_callers(self) -> None:
        while self._server.hasPendingConnections():
            _PipeCaller(self._server.nextPendingConnection(), self._heard, self)


def listen_on_pipe(
    pipe: str,
    heard: Callable[[Caller, bytes], None],
    claim: Callable[[str], Callable[[], object]] = named_pipe.claim,
    claim_start: Callable[[str], Callable[[], object]] = named_pipe.claim_start,
) -> PipeListener:
    """Begin to listen, with access for this user only. Raises OSError if another window listens already."""
    release = claim(pipe)
    started = None
    with suppress(OSError):  # another program is just checking the claim; go on without it
        started = claim_start(pipe)
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(pipe):
        if started is not None:
            started()
        release()
        raise OSError(server.errorString())
    return PipeListener(server, started, release, heard)


class _PipeCaller(Caller):
    def __init__(self, connection: QLocalSocket, heard: Callable[[Caller, bytes], None], parent: QObject) -> None:
        super().__init__(heard, parent)
        connection.setParent(self)
        connection.setReadBufferSize(MOST_BYTES)
        connection.readyRead.connect(self._on_bytes)
        connection.disconnected.connect(self.hang_up)
        self._connection = connection
        self._on_bytes()

    def answer(self, text: bytes) -> None:
        # The pipe stays open until the caller closes it, or time is up: closing it now would lose unread bytes.
        self._connection.write(text)
        self._connection.flush()

    @Slot()
    def hang_up(self) -> None:
        self._connection.blockSignals(True)
        self._connection.abort()
        super().hang_up()

    @Slot()
    def _on_bytes(self) -> None:
        while self._connection.bytesAvailable():
            self._take(bytes(self._connection.read(MOST_BYTES).data()))
