"""Opens sources of log lines: files, standard input and text, compressed or not."""

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
"""A function that waits until there are bytes and returns at most the given number; no bytes at the end."""

_HEAD = 64 * 1024


class Source:
    """Text in UTF-8, read piece by piece.

    ``name`` is the name to show, ``size`` the number of bytes if it is known, ``done`` how many were read so far.
    """

    def __init__(
        self,
        read: Read,
        name: str,
        *,
        size: int | None = None,
        is_utf8: bool = False,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.name = name
        self.size = size
        self.done = 0
        self._input = read
        self._close = close
        self._head = b""
        self._read: Read | None = self._take if is_utf8 else None

    def read(self, size: int) -> bytes:
        """Wait for bytes and return about ``size`` at most; none at the end. Raises SourceError."""
        if self._read is None:
            self._head = self._take(_HEAD)
            read = decompressed(self._head, self._raw, self.name)
            self._read = as_utf8(read(_HEAD), read, self.name)
        return self._read(size)

    def close(self) -> None:
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _raw(self, size: int) -> bytes:
        head, self._head = self._head, b""
        return head or self._take(size)

    def _take(self, size: int) -> bytes:
        """Read only as many bytes as the file had when it was opened: it may grow faster than it is read."""
        if self.size is not None:
            size = min(size, self.size - self.done)
        try:
            piece = self._input(size)
        except OSError as error:
            raise from_os_error(error, self.name) from error
        self.done += len(piece)
        return piece


def open_file(path: Path, *, pipes: bool = False) -> Source:
    """Open a file. Raises SourceError for a folder, a device, or a file that cannot be opened.

    With ``pipes``, named pipes are opened, too. Opening one waits until another program writes to it.
    """
    name = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(Problem.FOLDER, name)
        if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
            raise SourceError(Problem.DEVICE, name)
        stream = path.open("rb")
        size = os.fstat(stream.fileno()).st_size if stat.S_ISREG(mode) else None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise from_os_error(error if isinstance(error, OSError) else FileNotFoundError(str(error)), name) from error
    # Files under /proc report a size of 0, so 0 means unknown.
    return Source(stream.read1, name, size=size or None, close=stream.close)


def open_stream(stream: BinaryIO, name: str) -> Source:
    """Read a stream. Bytes are returned as they come, because ``tail -f`` may pause for long. It is not closed."""
    return Source(getattr(stream, "read1", stream.read), name)


def open_text(text: str, name: str) -> Source:
    """Read text that is in memory already."""
    place = 0

    def read(size: int) -> bytes:
        nonlocal place
        piece = text[place : place + size]
        place += len(piece)
        return piece.encode("utf-8", "replace")

    return Source(read, name, is_utf8=True)
