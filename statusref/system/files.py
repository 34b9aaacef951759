"""Replacing files that other programs have open, and checking whether a place can be written."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DENIED, _SHARING, _LOCKED = 5, 32, 33
"""Windows' error numbers: access denied, sharing violation, lock violation."""
_PATIENCE_S = 0.5
_PAUSE_S = 0.02


def replace(
    source: Path,
    target: Path,
    rename: Callable[[Path, Path], object] = os.replace,
    pause: Callable[[float], object] = time.sleep,
) -> None:
    """Rename ``source`` to ``target``, and replace a file of that name. Raises OSError.

    Windows refuses that while another program has one of the two open: a virus scanner, the indexer, another window.
    This usually lasts only a moment, so it is tried again for half a second. No other system refuses for this reason.
    """
    left = round(_PATIENCE_S / _PAUSE_S)
    while True:
        try:
            rename(source, target)
        except PermissionError as error:
            if left == 0 or _windows_error(error) not in {_DENIED, _SHARING, _LOCKED}:
                raise
        else:
            return
        left -= 1
        pause(_PAUSE_S)


def partial_of(target: Path) -> Path:
    """Return the place beside ``target`` where its new content is written."""
    return target.with_name(f"{target.name}.partial")


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Yield the place for the new content of a file. It replaces ``target`` when the block ends without an error.

    After an error ``target`` is as it was, and nothing else is left. Raises OSError.
    """
    partial = partial_of(target)
    try:
        yield partial
        replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def is_held_by_another(error: OSError) -> bool:
    """Whether an error means that another program has the file open. Windows reports that as PermissionError."""
    return _windows_error(error) in {_SHARING, _LOCKED}


def can_write(place: Path, platform: str = sys.platform) -> bool:
    """Whether an existing file or folder can be written. Nothing is left behind.

    On Windows ``os.access`` looks only at the read-only attribute of a file, not at folders, access rights and
    write-protected media. So there, this function opens the file, or makes a file in the folder and removes it.
    """
    if platform != "win32" or not os.access(place, os.W_OK):
        return os.access(place, os.W_OK)
    try:
        if not place.is_dir():
            os.close(os.open(place, os.O_RDWR))
            return True
        probe = place / f".statusref-{os.getpid()}"
        os.close(os.open(probe, os.O_CREAT | os.O_RDWR))
    except OSError as error:
        return is_held_by_another(error)
    with suppress(OSError):
        probe.unlink()
    return True


def _windows_error(error: OSError) -> int:
    return getattr(error, "winerror", None) or 0
