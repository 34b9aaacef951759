"""Opens what log lines are read from: files and standard input, compressed or not."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from statusref.logs.compression import decompressed
from statusref.logs.encodings import as_utf8
from statusref.logs.problems import Problem, SourceError, from_os_error

Read = Callable[[int], bytes]
"""Returns at most so many bytes as soon as there are any; no bytes at the end."""

_HEAD = 64 * 1024


class Source:
    """Text in UTF-8, read piece by piece. ``name`` is what is shown, ``done`` how many bytes came in so far.

    Raises SourceError while it is opened and while it is read.
    """

    def __init__(self, stream: BinaryIO, name: str, size: int | None = None) -> None:
        self.name = name
        self.size = size
        self.done = 0
        self._stream = stream
        self._left = size
        self._head: bytes | None = None
        self._read: Read | None = None

    def read(self, size: int) -> bytes:
        """Return at most about ``size`` bytes, as soon as there are any; none at the end."""
        if self._read is None:
            self._read = self._opened()
        return self._read(size)

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _opened(self) -> Read:
        self._head = self._take(_HEAD)
        read = decompressed(self._head, self._raw, self.name)
        head = read(_HEAD)
        return as_utf8(head, read, self.name)

    def _raw(self, size: int) -> bytes:
        if self._head:
            head, self._head = self._head, None
            return head
        return self._take(size)

    def _take(self, size: int) -> bytes:
        """Read no further than the file was long when it was opened: it may grow faster than it is read."""
        if self._left is not None:
            size = min(size, self._left)
        try:
            piece = _read_some(self._stream, size)
        except OSError as error:
            raise from_os_error(error, self.name) from error
        self.done += len(piece)
        if self._left is not None:
            self._left -= len(piece)
        return piece


def open_file(path: Path) -> Source:
    """Open a file or a named pipe. Raises SourceError for a folder, a device, and what cannot be opened."""
    name = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(Problem.FOLDER, name)
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise SourceError(Problem.DEVICE, name)
        stream = path.open("rb")
        size = os.fstat(stream.fileno()).st_size if stat.S_ISREG(mode) else None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise from_os_error(error if isinstance(error, OSError) else FileNotFoundError(str(error)), name) from error
    # Files under /proc say that they are empty.
    return Source(stream, name, size or None)


def _read_some(stream: BinaryIO, size: int) -> bytes:
    """A pipe gives what it has: ``tail -f`` may never fill a whole piece."""
    read1: Read = getattr(stream, "read1", stream.read)
    return read1(size)
