"""Renames a damaged file when no other window has it open. Nothing is ever deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from statusref.system.files import replace
from statusref.userdata.database import connect

_SIDE_FILES = ("-wal", "-shm")


def set_aside(path: Path, when: datetime) -> Path:
    """Rename the file to ``<name>.broken-<timestamp>``, and its side files. Return the new path. Raises OSError."""
    stamp = when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.broken-{stamp}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.broken-{stamp}-{number}")
    # The file is renamed before its log: if this is interrupted, the damaged file never lies beside a foreign log.
    replace(path, target)
    for suffix in _SIDE_FILES:
        side = path.with_name(path.name + suffix)
        if side.exists():
            replace(side, target.with_name(target.name + suffix))
    return target


class Guard:
    """A lock on the file at ``path``. All windows that have the file open share it; ``alone`` needs it for itself.

    It is needed because SQLite finds the log of a file by its name. If the file were renamed while a connection is
    open, that connection would read, empty and delete the log of the new file.

    The lock is SQLite's own lock on an empty file ``<name>.lock``: it works on every system and ends with the process.
    The empty file is never deleted, because then two processes could lock different files of that name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}.lock")
        self._connection: sqlite3.Connection | None = None

    def share(self, busy_ms: int) -> None:
        """Take the lock, which others may share, until ``release``. Raises sqlite3.Error."""
        # SQLite takes a shared lock when the transaction first reads, and holds it until the transaction ends.
        self._take(busy_ms, "BEGIN", "SELECT 1 FROM sqlite_master")

    @contextmanager
    def alone(self, busy_ms: int) -> Iterator[None]:
        """Take the lock alone, for a ``with``. Raises sqlite3.Error if others hold it for longer than ``busy_ms``."""
        self.release()
        self._take(busy_ms, "BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            self.release()

    def release(self) -> None:
        """Release the lock, if it is held."""
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
