"""What took long to make, kept in a file of the user's cache folder.

Such a file is a shortcut and nothing else: it may be deleted at any time, and one that is missing, damaged, or made
from something else is passed over.
"""

import marshal
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

_MAGIC = b"statusref kept 1\n"
_SUM = 4
"""Bytes of the checksum behind the magic."""


def read(file: Path, stamp: object) -> Any:  # noqa: ANN401 (whatever was written)
    """Return what was kept with an equal ``stamp``; None if there is nothing that can be used. Never raises."""
    # A damaged file must not be read: marshal may end the process over wrong bytes.
    with suppress(OSError, ValueError, EOFError, TypeError):
        if file.is_file():
            content = file.read_bytes()
            start = len(_MAGIC) + _SUM
            if content.startswith(_MAGIC) and content[len(_MAGIC) : start] == _sum_of(content[start:]):
                kept_stamp, kept = marshal.loads(memoryview(content)[start:])  # noqa: S302 (written by this program)
                return kept if kept_stamp == stamp else None
    return None


def write(file: Path, stamp: Any, value: Any) -> None:  # noqa: ANN401 (see ``read``)
    """Keep ``value``, made of what ``marshal`` can write. Nothing happens if that cannot be done."""
    if file.exists() and not file.is_file():
        return  # what stands there is not ours to replace
    payload = marshal.dumps((stamp, value), 4)
    new = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_MAGIC + _sum_of(payload) + payload)
        new.replace(file)
    except OSError:
        # There is no room, or another window reads the file. A piece of it must not be left behind.
        with suppress(OSError):
            new.unlink()


def _sum_of(payload: bytes) -> bytes:
    return zlib.crc32(payload).to_bytes(_SUM, "big")
