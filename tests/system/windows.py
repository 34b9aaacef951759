"""Stands for the module ``_winapi``, over Unix sockets: it behaves as Microsoft and CPython document the functions.

A pipe ``\\\\.\\pipe\\name`` is the socket ``name`` in a folder.
"""

import select
import socket
import sys
from pathlib import Path
from types import ModuleType
from typing import cast

BUSY, NOT_FOUND, DENIED, TIMED_OUT, ABORTED, BROKEN = 231, 2, 5, 121, 995, 109


def windows_error(number: int, kind: type[OSError] = OSError) -> OSError:
    error = kind(22, "as Windows says it")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    return error


class Overlapped:
    """An operation that goes on while the program does something else."""

    def __init__(self, connection: socket.socket, *, reads: int = 0) -> None:
        self.event = (connection, reads > 0)
        self._reads = reads
        self._connection = connection
        self._content: bytes | None = None
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True

    def GetOverlappedResult(self, wait: bool) -> tuple[int, int]:
        if self._cancelled:
            return 0, ABORTED
        if self._reads:
            self._connection.setblocking(wait)
            try:
                self._content = self._connection.recv(self._reads)
            except OSError:
                self._content = b""
            if not self._content:
                raise windows_error(BROKEN, BrokenPipeError)
        return len(self._content or b""), 0

    def getbuffer(self) -> bytes:
        assert self._content is not None, "ValueError before the operation has ended"
        return self._content


class Windows:
    """The functions of ``_winapi`` that are used. ``busy``: so often all instances of the pipe talk to somebody."""

    NULL = 0
    PIPE_ACCESS_DUPLEX, FILE_FLAG_FIRST_PIPE_INSTANCE, PIPE_WAIT = 3, 0x80000, 0
    GENERIC_READ, GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_OVERLAPPED = 0x80000000, 0x40000000, 3, 0x40000000
    ERROR_IO_PENDING, WAIT_OBJECT_0, WAIT_TIMEOUT = 997, 0, 258

    def __init__(self, folder: Path, busy: int = 0) -> None:
        self._folder = folder
        self._open: dict[int, socket.socket | str] = {}
        self.busy = busy
        self.waited: list[int] = []

    @property
    def module(self) -> ModuleType:
        return cast("ModuleType", self)

    @property
    def open_handles(self) -> int:
        return len(self._open)

    def socket_of(self, pipe: str) -> str:
        assert pipe.startswith("\\\\.\\pipe\\")
        return str(self._folder / pipe.rpartition("\\")[2])

    def CreateFile(self, name: str, access: int, share: int, _: int, disposition: int, flags: int, *_more: int) -> int:
        assert (access, share, disposition) == (self.GENERIC_READ | self.GENERIC_WRITE, 0, self.OPEN_EXISTING)
        assert flags & self.FILE_FLAG_OVERLAPPED, "without it nothing can be waited for"
        if self.busy:
            self.busy -= 1
            raise windows_error(BUSY)
        connection = _socket()
        try:
            connection.connect(self.socket_of(name))
        except OSError:
            connection.close()
            raise windows_error(NOT_FOUND, FileNotFoundError) from None
        return self._new(connection)

    def WaitNamedPipe(self, _name: str, milliseconds: int) -> None:
        assert milliseconds > 0, "0 means the time that the server has chosen"
        self.waited.append(milliseconds)
        if self.busy > 100:
            raise windows_error(TIMED_OUT)

    def WriteFile(self, handle: int, content: bytes, *, overlapped: bool) -> tuple[Overlapped, int]:
        assert overlapped
        connection = self._connection(handle)
        try:
            connection.sendall(content)
        except OSError:
            raise windows_error(BROKEN, BrokenPipeError) from None
        return Overlapped(connection), 0

    def ReadFile(self, handle: int, size: int, *, overlapped: bool) -> tuple[Overlapped, int]:
        assert overlapped
        return Overlapped(self._connection(handle), reads=size), self.ERROR_IO_PENDING

    def WaitForMultipleObjects(self, events: list[tuple[socket.socket, bool]], _every: bool, milliseconds: int) -> int:
        ((connection, _),) = events
        ready = select.select([connection], [], [], milliseconds / 1000)[0]
        return self.WAIT_OBJECT_0 if ready else self.WAIT_TIMEOUT

    def CloseHandle(self, handle: int) -> None:
        closed = self._open.pop(handle)
        if isinstance(closed, socket.socket):
            closed.close()

    def CreateNamedPipe(self, name: str, mode: int, *_: int) -> int:
        if mode & self.FILE_FLAG_FIRST_PIPE_INSTANCE and name in self._open.values():
            raise windows_error(DENIED, PermissionError)
        return self._new(name)

    def _connection(self, handle: int) -> socket.socket:
        connection = self._open[handle]
        assert isinstance(connection, socket.socket)
        return connection

    def _new(self, what: socket.socket | str) -> int:
        handle = max(self._open, default=100) + 4
        self._open[handle] = what
        return handle


def _socket() -> socket.socket:
    if sys.platform == "win32":
        raise NotImplementedError
    return socket.socket(socket.AF_UNIX)
