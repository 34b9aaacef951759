"""Which problem an error of SQLite or of the operating system means."""

import errno
import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

from statusref.userdata.problems import Damaged, DiskFull, Locked, Newer, Problem, ReadOnly, Unavailable

ROOM_NEEDED = 256 * 1024
"""With less free space than this, in bytes, an error in writing is put down to a full disk."""

_PRIMARY = 0xFF  # an extended result code holds the primary one in its low byte
_READ_ONLY_ERRORS = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FULL_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT})
_ACCESS_CODES = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_NOLFS})
_DAMAGE_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_SIMPLE_CODES: dict[int, type[Locked | DiskFull | ReadOnly]] = {
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
    sqlite3.SQLITE_PROTOCOL: Locked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_AUTH: ReadOnly,
}


class NewerVersionError(Exception):
    """The file says a version that this application does not know."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


class DamagedFileError(Exception):
    """The file is readable for SQLite but not what it should be."""


FILE_ERRORS = (sqlite3.Error, OSError, NewerVersionError, DamagedFileError)
"""What opening, reading and writing the file can raise. ``problem_of`` tells mistakes of this program apart."""


def problem_of(error: Exception, path: Path) -> Problem | None:
    """Return the problem, or None for an error that is a mistake in this program."""
    match error:
        case NewerVersionError():
            return Newer(path, error.version)
        case DamagedFileError():
            return Damaged(path, None, None)
        case sqlite3.Error():
            return _of_sqlite(error, path)
        case OSError():
            return _of_system(error, path)
        case _:
            return None


def _of_system(error: OSError, path: Path) -> Problem:
    if error.errno in _READ_ONLY_ERRORS:
        return ReadOnly(path)
    if error.errno in _FULL_ERRORS:
        return DiskFull(path)
    return Unavailable(path, error.strerror or str(error))


def _of_sqlite(error: sqlite3.Error, path: Path) -> Problem | None:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in _ACCESS_CODES:
        return _of_access(error, path)
    if code in _DAMAGE_CODES:
        return Damaged(path, None, None)
    kind = _SIMPLE_CODES.get(code)
    return None if kind is None else kind(path)


def _of_access(error: sqlite3.Error, path: Path) -> Problem:
    """SQLite says only that it could not open, read or write: the folder says why."""
    folder = path.parent
    free = ROOM_NEEDED
    with suppress(OSError):
        if folder.is_dir() and not (os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))):
            return ReadOnly(path)
        free = shutil.disk_usage(folder).free
    return DiskFull(path) if free < ROOM_NEEDED else Unavailable(path, str(error))
