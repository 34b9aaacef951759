"""The file itself: opening it, replacing it when it is damaged, noticing that it was replaced."""

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

_TURN_MS = 50  # how long one try at having the file alone takes


class DataFile:
    """The file at ``path``, open or not. At most one connection is open; ``release`` follows its closing."""

    def __init__(self, path: Path, backups: Backups, now: Callable[[], datetime]) -> None:
        self.path = path
        self._backups = backups
        self._now = now
        self._guard = Guard(path)
        self._identity: tuple[int, int] | None = None

    def open(self, busy_ms: int) -> sqlite3.Connection:
        """Open the file for writing, made if there is none. Raises one of FILE_ERRORS, and leaves it as it was."""
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
        """Let other windows set the file aside."""
        self._guard.release()

    def was_replaced(self) -> bool:
        """Whether there is another file now, or none. The open connection itself would not notice."""
        return _identity(self.path) != self._identity

    def was_emptied(self) -> bool:
        """Whether the file is empty although backups were made. To SQLite it is new, and so is one of a single byte."""
        return self.path.is_file() and self.path.stat().st_size <= 1 and bool(self._backups.all())

    def set_damaged_aside(self, busy_ms: int) -> Path | None:
        """Set the file aside if it is still damaged when nobody else has it open; another window may have been faster.

        Returns where it lies now, or None if there was nothing left to do. Raises one of FILE_ERRORS if that cannot be
        done within ``busy_ms``.
        """
        end = time.monotonic() + busy_ms / 1000
        while True:
            try:
                with self._guard.alone(_TURN_MS):
                    return set_aside(self.path, self._now()) if self._is_damaged() else None
            except sqlite3.OperationalError:
                # Others have it open: they met the same damage this moment, or have a fresh file already.
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
    """Return what tells one file from another at the same path; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
