"""Values that take long to compute, kept in a file of the user's cache folder.

The program works without such a file: it may be deleted at any time, and one that is missing, damaged or out of date is
ignored.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from statusref import __version__
from statusref.system.files import replace

_MAGIC = b"statusref kept 1\n"
_SUM = 4
"""The size in bytes of the checksum, which follows the magic."""


class KeptFile:
    """A value that is computed from files, kept in the folder ``cache`` as ``name``.

    ``sources`` lists the files it is computed from; ``root`` is the folder of the resource files. A wheel contains such
    a kept file in ``root`` (``brought``), which is used if the user has none. If ``cache`` is None or ``writes`` is
    False, nothing is written.
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

    def load(self) -> Any:  # noqa: ANN401 (whatever was saved)
        """Return what was saved; None if there is nothing that can be used. Never raises."""
        # The stamp is taken before the value is computed: if a source changes meanwhile, the saved stamp is the old
        # one, and the value is not used.
        with suppress(OSError):
            self._stamp = self._state()
        if self._stamp is None:
            return None
        found = None if self._file is None else read(self._file, self._stamp)
        return read(self.brought, without_times(self._stamp)) if found is None else found

    def save(self, value: Any) -> None:  # noqa: ANN401 (see ``load``)
        """Save a value that ``load`` did not find. Does nothing if it cannot be written."""
        if self._file is not None and self._writes and self._stamp is not None:
            write(self._file, self._stamp, value)

    def bring(self, value: Any) -> None:  # noqa: ANN401 (see ``load``)
        """Write the file that a wheel contains. Its stamp has no file times, because an installation changes them."""
        write(self.brought, without_times(self._state()), value)

    def _state(self) -> Any:  # noqa: ANN401 (see ``load``)
        files = [(self._name(path), path.stat()) for path in self._sources()]
        return [__version__, sys.byteorder, sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)]

    def _name(self, path: Path) -> str:
        """Return a name that is the same wherever the program is installed."""
        inside = path.is_relative_to(self._root)
        return path.relative_to(self._root).as_posix() if inside else "/".join(path.parts[-2:])


def without_times(stamp: Any) -> Any:  # noqa: ANN401 (see ``load``)
    """Return the stamp with the names and sizes of the files only."""
    version, byteorder, files = stamp
    return [version, byteorder, [(name, size) for name, size, _ in files]]


def read(file: Path, stamp: Any) -> Any:  # noqa: ANN401 (whatever was written)
    """Return the value that was written with an equal ``stamp``; None if it cannot be used. Never raises."""
    # The checksum comes first: marshal may crash the process if bytes are wrong.
    with suppress(OSError, ValueError, EOFError, TypeError):
        if file.is_file():
            content = file.read_bytes()
            start = len(_MAGIC) + _SUM
            payload = memoryview(content)[start:]  # a copy would cost another megabyte of memory
            if content.startswith(_MAGIC) and content[len(_MAGIC) : start] == _sum_of(payload):
                found, value = marshal.loads(payload)  # noqa: S302 (written by this program)
                return value if found == stamp else None
    return None


def write(file: Path, stamp: Any, value: Any) -> None:  # noqa: ANN401 (see ``read``)
    """Write ``value``, of types that ``marshal`` supports. Does nothing if it cannot be written."""
    if file.exists() and not file.is_file():
        return  # a folder, or the like, that this program did not make
    new = file.with_suffix(f".{os.getpid()}")
    try:
        payload = marshal.dumps((stamp, value), 4)
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_MAGIC + _sum_of(payload) + payload)
        replace(new, file)
    except (OSError, ValueError):
        # The disk is full, or another window reads the file. No part of a file must be left behind.
        with suppress(OSError):
            new.unlink()


def _sum_of(payload: bytes | memoryview) -> bytes:
    return zlib.crc32(payload).to_bytes(_SUM, "big")
