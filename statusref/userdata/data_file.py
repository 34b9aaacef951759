"""Opens the file, sets a damaged one aside, and notices when the file was replaced."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from statusref.userdata.backups import Backups
from statusref.userdata.database import look_at, open_database
from statusref.userdata.failures import FILE_ERRORS, problem_of
from statusref.userdata.problems import Damaged
from statusref.userdata.setting_aside import Guard, set_aside

_TURN_MS = 50  # how long one attempt waits for the other windows


class DataFile:
    """The file at ``path``. At most one connection may be open; call ``release`` after closing it."""

    def __init__(self, path: Path, backups: Backups, now: Callable[[], datetime]) -> None:
        self.path = path
        self._backups = backups
        self._now = now
        self._guard = Guard(path)
        self._identity: tuple[int, int] | None = None

    def open(self, busy_ms: int) -> sqlite3.Connection:
        """Open the file for writing; make it if there is none. Raises FILE_ERRORS; the file is then unchanged."""
        look_at(self.path)
        self._guard.share(busy_ms)
        try:
            connection = open_database(self.path, busy_ms)
        except BaseException:
            self._guard.release()
            raise
        self._identity = _identity(self.path)
        return connection

    def release(self) -> None:
        """Release the lock that keeps other windows from setting the file aside."""
        self._guard.release()

    def was_replaced(self) -> bool:
        """Whether there is now another file at the path, or none. An open connection of SQLite does not notice that."""
        return _identity(self.path) != self._identity

    def was_emptied(self) -> bool:
        """Whether the file is empty although there are backups. For SQLite, a file of up to one byte is a new file."""
        try:
            return self.path.is_file() and self.path.stat().st_size <= 1 and bool(self._backups.all())
        except FileNotFoundError:
            return False  # another window has set it aside between the two calls

    def set_damaged_aside(self, busy_ms: int) -> Path | None:
        """Wait until no other window has the file open, then set it aside if it is still damaged.

        Returns its new path, or None if another window has already done it. Raises one of FILE_ERRORS if the file
        cannot be set aside within ``busy_ms``.
        """
        end = time.monotonic() + busy_ms / 1000
        while True:
            try:
                with self._guard.alone(_TURN_MS):
                    return set_aside(self.path, self._now()) if self._is_damaged() else None
            except sqlite3.OperationalError:
                # Another window has the file open: it may have set the damaged one aside already and made a new one.
                with suppress(*FILE_ERRORS):
                    self.open(_TURN_MS).close()
                    self._guard.release()
                    return None
                if time.monotonic() >= end:
                    raise

    def _is_damaged(self) -> bool:
        try:
            look_at(self.path)
            open_database(self.path, _TURN_MS).close()
        except FILE_ERRORS as error:
            if isinstance(problem_of(error, self.path), Damaged):
                return True
            raise
        return False


def _identity(path: Path) -> tuple[int, int] | None:
    """Return device and inode, which differ between two files at the same path; None if there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
