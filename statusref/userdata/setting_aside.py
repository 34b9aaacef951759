"""Moves a damaged file out of the way. Nothing is ever deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from statusref.userdata.database import connect

_TRIES = 5
_SIDE_FILES = ("-wal", "-shm")


def set_aside(path: Path, when: datetime) -> Path:
    """Rename the file to ``<name>.broken-<timestamp>``, its side files too; return the new path. Raises OSError."""
    stamp = when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.broken-{stamp}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.broken-{stamp}-{number}")
    # The log goes last: should this be cut short, the damaged file never lies beside a log that is not its own.
    path.rename(target)
    for suffix in _SIDE_FILES:
        side = path.with_name(path.name + suffix)
        if side.exists():
            side.rename(target.with_name(target.name + suffix))
    return target


@contextmanager
def guarded(path: Path, busy_ms: int) -> Iterator[None]:
    """Hold off other windows that found the same damage, so that none sets aside another's fresh file. Raises OSError.

    A lock of SQLite's on a file of its own: it works on every system, and ends with the process that held it.
    """
    guard = path.with_name(f"{path.name}.guard")
    connection = _locked(guard, busy_ms)
    try:
        yield
    finally:
        connection.close()
        with suppress(OSError):
            guard.unlink(missing_ok=True)


def _locked(guard: Path, busy_ms: int) -> sqlite3.Connection:
    error: sqlite3.Error | None = None
    for _ in range(_TRIES):
        connection = connect(guard, busy_ms)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as failure:
            # Another window may have removed its guard between the two steps. SQLite notices: try a new one.
            connection.close()
            error = failure
        else:
            return connection
    raise OSError(str(error)) from error
