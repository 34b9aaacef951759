"""What took long to make, kept in a file of the user's cache folder.

Such a file is a shortcut and nothing else: it may be deleted at any time, and one that is missing, damaged, or made
from something else is passed over.
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
"""Bytes of the checksum behind the magic."""


class KeptFile:
    """A value that is made from the files of a folder ``root``, kept in ``cache`` under ``name``.

    ``sources`` lists the files it is made from. A wheel brings such a file along in ``root``: it is used where the user
    has none yet. Without ``cache``, or not ``writes``, nothing is written.
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
        # Taken before anything is made: what is saved must not pass for files that change meanwhile.
        with suppress(OSError):
            self._stamp = self._state()
        if self._stamp is None:
            return None
        found = None if self._file is None else read(self._file, self._stamp)
        return read(self.brought, without_times(self._stamp)) if found is None else found

    def save(self, value: Any) -> None:  # noqa: ANN401 (see ``load``)
        """Save what ``load`` did not find. Nothing happens if that cannot be done."""
        if self._file is not None and self._writes and self._stamp is not None:
            write(self._file, self._stamp, value)

    def bring(self, value: Any) -> None:  # noqa: ANN401 (see ``load``)
        """Write the file that a wheel brings along. It is not bound to times, which an installation changes."""
        write(self.brought, without_times(self._state()), value)

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


def read(file: Path, stamp: Any) -> Any:  # noqa: ANN401 (whatever was written)
    """Return what was written with an equal ``stamp``; None if there is nothing that can be used. Never raises."""
    # A damaged file must not be read: marshal may end the process over wrong bytes.
    with suppress(OSError, ValueError, EOFError, TypeError):
        if file.is_file():
            content = file.read_bytes()
            start = len(_MAGIC) + _SUM
            payload = memoryview(content)[start:]  # a copy would be a megabyte more at the peak of a start
            if content.startswith(_MAGIC) and content[len(_MAGIC) : start] == _sum_of(payload):
                found, value = marshal.loads(payload)  # noqa: S302 (written by this program)
                return value if found == stamp else None
    return None


def write(file: Path, stamp: Any, value: Any) -> None:  # noqa: ANN401 (see ``read``)
    """Write ``value``, which is made of what ``marshal`` can write. Nothing happens if that cannot be done."""
    if file.exists() and not file.is_file():
        return  # what stands there is not ours to replace
    new = file.with_suffix(f".{os.getpid()}")
    try:
        payload = marshal.dumps((stamp, value), 4)
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_MAGIC + _sum_of(payload) + payload)
        replace(new, file)
    except (OSError, ValueError):
        # There is no room, or another window reads the file. A piece of it must not be left behind.
        with suppress(OSError):
            new.unlink()


def _sum_of(payload: bytes | memoryview) -> bytes:
    return zlib.crc32(payload).to_bytes(_SUM, "big")
