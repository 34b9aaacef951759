"""Values that take long to compute, kept in a file of the user's cache folder.

The program works without such a file: it may be deleted at any time, and one that is missing, damaged or out of date is
ignored. A file consists of pieces, which are read and written one at a time, so that a window can do other things
between them, and the bytes of one piece take the place of those of the one before.
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
"""The first bytes of a file. Stamp and pieces follow: for each the number of bytes, their checksum, the bytes."""
_NUMBER = 4
"""Bytes of a number. After the last piece there are two numbers that are zero."""


class DamagedPieceError(Exception):
    """A piece of a kept file is not as it was written."""


class KeptFile:
    """Pieces that are computed from files, kept in the folder ``cache`` as ``name``.

    ``sources`` lists the files they are computed from; ``root`` is the folder of the resource files. A wheel contains
    such a kept file in ``root`` (``brought``), which is used if the user has none. If ``cache`` is None or ``writes``
    is False, nothing is written.
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
        """Return the pieces that were saved; an empty list if none can be used. Never raises."""
        try:
            return list(finished(self.loading()))
        except DamagedPieceError:
            return []

    def loading(self) -> Generator[None, None, Iterator[Any]]:
        """Find the file that can be used, in slices. Return its pieces: each is read when it is taken.

        The iterator raises DamagedPieceError at the first piece that is damaged; those before it are good.
        """
        # The stamp is taken before the pieces are computed: if a source changes meanwhile, the saved stamp is the old
        # one, and the pieces are not used.
        with suppress(OSError):
            self._stamp = self._state()
        yield
        content = None
        if self._stamp is not None and self._file is not None:
            content = _opened(self._file, self._stamp)
            yield
        if self._stamp is not None and content is None:
            content = _opened(self.brought, without_times(self._stamp))
            yield
        return iter(()) if content is None else _pieces(content)

    def save(self, pieces: Iterable[Any]) -> None:
        """Save the pieces that ``load`` did not find. Does nothing if they cannot be written."""
        finished(self.saving(pieces))

    def saving(self, pieces: Iterable[Any]) -> Generator[None, None, None]:
        """Do what ``save`` does, in slices: one for each piece."""
        if self._file is not None and self._writes and self._stamp is not None:
            yield from _writing(self._file, self._stamp, pieces)

    def bring(self, pieces: Iterable[Any]) -> None:
        """Write the file that a wheel contains. Its stamp has no file times, because an installation changes them."""
        write(self.brought, without_times(self._state()), pieces)

    def _state(self) -> Any:  # noqa: ANN401 (see ``read``)
        files = [(self._name(path), path.stat()) for path in self._sources()]
        return [__version__, sys.byteorder, sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)]

    def _name(self, path: Path) -> str:
        """Return a name that is the same wherever the program is installed."""
        inside = path.is_relative_to(self._root)
        return path.relative_to(self._root).as_posix() if inside else "/".join(path.parts[-2:])


def without_times(stamp: Any) -> Any:  # noqa: ANN401 (see ``read``)
    """Return the stamp with the names and sizes of the files only."""
    version, byteorder, files = stamp
    return [version, byteorder, [(name, size) for name, size, _ in files]]


def read(file: Path, stamp: Any) -> list[Any]:  # noqa: ANN401 (whatever was written)
    """Return the pieces written with an equal ``stamp``; an empty list if none can be used. Never raises."""
    content = _opened(file, stamp)
    try:
        return [] if content is None else list(_pieces(content))
    except DamagedPieceError:
        return []


def write(file: Path, stamp: Any, pieces: Iterable[Any]) -> None:  # noqa: ANN401 (see ``read``)
    """Write ``pieces``, of types that ``marshal`` supports. Does nothing if they cannot be written."""
    finished(_writing(file, stamp, pieces))


def finished(slices: Generator[None, None, T]) -> T:
    """Run all slices at once and return what they return."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            result: T = end.value
            return result


def _opened(file: Path, stamp: Any) -> BinaryIO | None:  # noqa: ANN401 (whatever was written)
    """Open a file that was written with an equal ``stamp``, at its first piece. None if it cannot be used."""
    with suppress(OSError):
        if file.is_file():
            content = file.open("rb")
            if _has_stamp(content, stamp):
                return content
            content.close()
    return None


def _has_stamp(content: BinaryIO, stamp: Any) -> bool:  # noqa: ANN401 (whatever was written)
    with suppress(OSError, DamagedPieceError):
        return content.read(len(_MAGIC)) == _MAGIC and bool(marshal.loads(_payload(content)) == stamp)  # noqa: S302 (ours)
    return False


def _pieces(content: BinaryIO) -> Iterator[Any]:
    with content:
        while payload := _payload(content):
            piece = marshal.loads(payload)  # noqa: S302 (written by this program)
            del payload
            yield piece


def _payload(content: BinaryIO) -> bytes:
    """Return the bytes of the next piece; none at the end. Raises DamagedPieceError if they are damaged or missing."""
    # The checksum is compared first: marshal may crash the process if bytes are wrong.
    try:
        head = content.read(2 * _NUMBER)
        size, checksum = (int.from_bytes(number, "big") for number in (head[:_NUMBER], head[_NUMBER:]))
        if len(head) < 2 * _NUMBER or size > os.fstat(content.fileno()).st_size:
            raise DamagedPieceError
        payload = content.read(size)
    except OSError as error:
        raise DamagedPieceError from error
    if zlib.crc32(payload) != checksum:
        raise DamagedPieceError
    return payload


def _writing(file: Path, stamp: Any, pieces: Iterable[Any]) -> Generator[None, None, None]:  # noqa: ANN401 (see ``read``)
    """Write a file, one piece a slice."""
    if file.exists() and not file.is_file():
        return  # a folder, or the like, that this program did not make
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
            # No part of a file must be left behind, even if the program ends before the last slice.
            new.unlink(missing_ok=True)
