"""Moves a damaged file out of the way, when no other window has it open. Nothing is ever deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from statusref.userdata.database import connect

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


class Guard:
    """Who has the file at ``path`` open: each window shares the guard, and setting the file aside takes it alone.

    SQLite finds a file's log by name: were the file renamed under an open connection, that connection would read, empty
    and remove the log of the fresh file. The guard is a lock of SQLite's on an empty file ``<name>.lock`` beside it: it
    works on every system and ends with its process. The empty file stays, as removing it would split the lock in two.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}.lock")
        self._connection: sqlite3.Connection | None = None

    def share(self, busy_ms: int) -> None:
        """Take the guard together with others, until ``release``. Raises sqlite3.Error."""
        # Only reading takes the shared lock, and it lasts as long as the transaction.
        self._take(busy_ms, "BEGIN", "SELECT 1 FROM sqlite_master")

    @contextmanager
    def alone(self, busy_ms: int) -> Iterator[None]:
        """Take the guard for oneself. Raises sqlite3.Error if another window has it for longer than ``busy_ms``."""
        self.release()
        self._take(busy_ms, "BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            self.release()

    def release(self) -> None:
        """Let go of the guard, if it is held."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _take(self, busy_ms: int, *statements: str) -> None:
        self.release()
        connection = connect(self._path, busy_ms)
        try:
            for statement in statements:
                connection.execute(statement).fetchall()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
