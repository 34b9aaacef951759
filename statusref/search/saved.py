"""The parts of the indexes that take longest to build, kept in a file of the user's cache folder.

It is a shortcut and nothing else: a file that is missing, damaged, or made from other resource files is passed over,
and written anew when the indexes are built. It holds nothing but words of the resource files.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from statusref import __version__
from statusref.system.files import replace

_MAGIC = b"statusref search 1\n"
_SUM = 4
"""Bytes of the checksum behind the magic."""
_FOLDERS = (".", "codes", "search", "study")
"""The folders of the resource files that the saved parts are made from."""

Parts = Mapping[str, Any]
"""The state of an index by its name: lists, dictionaries, texts and numbers."""


class SavedParts:
    """Reads and writes the file of one resource folder. Without ``file`` there is nothing to read and to write."""

    def __init__(self, file: Path | None, root: Path | None, *, writes: bool = True) -> None:
        self._file = file
        self._root = root
        self._writes = writes

    def load(self) -> Parts:
        """Return the saved parts; none if the file cannot be used. Never raises."""
        if self._file is None or self._root is None:
            return {}
        # A damaged file must not be read: marshal may end the process over wrong bytes.
        with suppress(OSError, ValueError, EOFError, TypeError):
            # Taken before the indexes are made: what is saved must not pass for files that change meanwhile.
            stamp = self._stamp
            if not self._file.is_file():
                return {}
            content = self._file.read_bytes()
            start = len(_MAGIC) + _SUM
            if content.startswith(_MAGIC) and content[len(_MAGIC) : start] == _sum_of(content[start:]):
                saved_stamp, parts = marshal.loads(memoryview(content)[start:])  # noqa: S302 (written by this program)
                if saved_stamp == stamp:
                    return dict(parts)
        return {}

    def save(self, parts: Parts) -> None:
        """Write the parts. Nothing happens if that cannot be done."""
        if self._file is None or self._root is None or not self._writes:
            return
        if self._file.exists() and not self._file.is_file():
            return  # what stands there is not ours to replace
        payload = marshal.dumps((self._stamp, dict(parts)), 4)
        new = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(_MAGIC + _sum_of(payload) + payload)
            replace(new, self._file)
        except OSError:
            # Another window reads the file, or there is no room. A piece of it must not be left behind.
            with suppress(OSError):
                new.unlink()

    @cached_property
    def _stamp(self) -> list[object]:
        """What the parts depend on: the program, the machine's numbers, and the resource files as they are."""
        files = sorted(_files(self._root)) if self._root is not None else []
        return [__version__, sys.byteorder, *files]


def _sum_of(payload: bytes) -> bytes:
    return zlib.crc32(payload).to_bytes(_SUM, "big")


def _files(root: Path) -> Iterator[tuple[str, int, int]]:
    for folder in _FOLDERS:
        for path in (root / folder).iterdir():
            if path.suffix in {".json", ".md"}:
                stat = path.stat()
                yield f"{folder}/{path.name}", stat.st_size, stat.st_mtime_ns
