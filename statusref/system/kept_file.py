"""What took long to make, kept in a file of the user's cache folder.

Such a file is a shortcut and nothing else: it may be deleted at any time, and one that is missing, damaged, or made
from something else is passed over.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from statusref import __version__
from statusref.system.files import replace

T = TypeVar("T")

_MAGIC = b"statusref kept 2\n"
"""Begins a file. The stamp and the pieces follow: of each the number of bytes, their checksum, and the bytes."""
_NUMBER = 4
"""Bytes of a number. Two that are zero stand where another piece would."""


class KeptFile:
    """Pieces that are made from the files of a folder ``root``, kept in ``cache`` under ``name``.

    ``sources`` lists the files they are made from. A wheel brings such a file along in ``root``: it is used where the
    user has none yet. Without ``cache``, or not ``writes``, nothing is written.
    """

    def __init__(
        self, name: str, cache: Path | None, root: Path, sources: Callable[[], Iterable[Path]], *, writes: bool = True
    ) -> None:
        self._file = None if cache is None else cache / name
        self._writes = writes
        self.brought = root / name
        self._root = root
        self._sources = sources
        self._stamp: Any = None

    def load(self) -> list[Any]:
        """Return what was saved; nothing if there is nothing that can be used. Never raises."""
        return list(finished(self.loading()))

    def loading(self) -> Generator[None, None, Iterator[Any]]:
        """Do what ``load`` does, in slices. A piece is made when it is taken from the iterator."""
        # Taken before anything is made: what is saved must not pass for files that change meanwhile.
        with suppress(OSError):
            self._stamp = self._state()
        yield
        payloads: list[bytes] = []
        if self._stamp is not None and self._file is not None:
            payloads = yield from _payloads(self._file, self._stamp)
        if self._stamp is not None and not payloads:
            payloads = yield from _payloads(self.brought, without_times(self._stamp))
        return _made(payloads)

    def save(self, pieces: Iterable[Any]) -> None:
        """Save what ``load`` did not find. Nothing happens if that cannot be done."""
        finished(self.saving(pieces))

    def saving(self, pieces: Iterable[Any]) -> Generator[None, None, None]:
        """Do what ``save`` does, in slices: one for each piece."""
        if self._file is not None and self._writes and self._stamp is not None:
            yield from _writing(self._file, self._stamp, pieces)

    def bring(self, pieces: Iterable[Any]) -> None:
        """Write the file that a wheel brings along. It is not bound to times, which an installation changes."""
        write(self.brought, without_times(self._state()), pieces)

    def _state(self) -> Any:  # noqa: ANN401 (see ``load``)
        files = [(self._name(path), path.stat()) for path in self._sources()]
        return [__version__, sys.byteorder, sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)]

    def _name(self, path: Path) -> str:
        """Return a name that is the same wherever the program is installed."""
        inside = path.is_relative_to(self._root)
        return path.relative_to(self._root).as_posix() if inside else "/".join(path.parts[-2:])


def without_times(stamp: Any) -> Any:  # noqa: ANN401 (see ``load``)
    version, byteorder, files = stamp
    return [version, byteorder, [(name, size) for name, size, _ in files]]


def read(file: Path, stamp: Any) -> list[Any]:  # noqa: ANN401 (whatever was written)
    """Return what was written with an equal ``stamp``; nothing if there is nothing that can be used. Never raises."""
    return list(_made(finished(_payloads(file, stamp))))


def write(file: Path, stamp: Any, pieces: Iterable[Any]) -> None:  # noqa: ANN401 (see ``read``)
    """Write ``pieces``, which are made of what ``marshal`` can write. Nothing happens if that cannot be done."""
    finished(_writing(file, stamp, pieces))


def finished(slices: Generator[None, None, T]) -> T:
    """Run all slices at once and return what they return."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            result: T = end.value
            return result


def _payloads(file: Path, stamp: Any) -> Generator[None, None, list[bytes]]:  # noqa: ANN401 (see ``read``)
    """Read a file, a piece in a slice. Return what its pieces are made from, the last first; nothing if one is bad."""
    payloads: list[bytes] = []
    with suppress(OSError, ValueError, EOFError, TypeError):
        if not file.is_file():
            return []
        with file.open("rb") as content:
            if content.read(len(_MAGIC)) != _MAGIC or marshal.loads(_payload(content)) != stamp:  # noqa: S302 (ours)
                return []
            while payload := _payload(content):
                payloads.append(payload)
                yield
            payloads.reverse()
            return payloads
    return []


def _payload(content: BinaryIO) -> bytes:
    """Return what the next piece is made from. Raises ValueError if it is damaged or not there."""
    # Damaged bytes must not come further: marshal may end the process over them.
    head = content.read(2 * _NUMBER)
    size, checksum = (int.from_bytes(number, "big") for number in (head[:_NUMBER], head[_NUMBER:]))
    if len(head) < 2 * _NUMBER or size > os.fstat(content.fileno()).st_size:
        raise ValueError
    payload = content.read(size)
    if zlib.crc32(payload) != checksum:
        raise ValueError
    return payload


def _made(payloads: list[bytes]) -> Iterator[Any]:
    """Yield the pieces. What each is made from is let go at once: all of it is as much memory as the pieces take."""
    while payloads:
        yield marshal.loads(payloads.pop())  # noqa: S302 (written by this program)


def _writing(file: Path, stamp: Any, pieces: Iterable[Any]) -> Generator[None, None, None]:  # noqa: ANN401 (see ``read``)
    """Write a file, a piece in a slice."""
    if file.exists() and not file.is_file():
        return  # what stands there is not ours to replace
    new = file.with_suffix(f".{os.getpid()}")
    # There may be no room, or another window reads the file.
    with suppress(OSError, ValueError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with new.open("wb") as content:
                content.write(_MAGIC)
                for piece in chain((stamp,), pieces):
                    payload = marshal.dumps(piece, 4)
                    content.write(len(payload).to_bytes(_NUMBER, "big"))
                    content.write(zlib.crc32(payload).to_bytes(_NUMBER, "big"))
                    content.write(payload)
                    yield
                content.write(bytes(2 * _NUMBER))
            replace(new, file)
        finally:
            # A piece of it must not be left behind, nor where the program ends before the last slice.
            new.unlink(missing_ok=True)
