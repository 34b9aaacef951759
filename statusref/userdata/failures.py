"""Translates errors of SQLite and of the operating system into problems."""

import errno
import sqlite3
from contextlib import suppress
from pathlib import Path

from statusref.system.files import can_write, is_held_by_another
from statusref.userdata.problems import Damaged, DiskFull, Locked, Newer, Problem, ReadOnly, Unavailable

ROOM_NEEDED = 256 * 1024
"""If less than this many bytes are free, an error of opening, reading or writing is reported as a full disk."""

_PRIMARY = 0xFF  # the low byte of an extended result code is the primary one
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
    """The file was written by a newer version of this application."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


class DamagedFileError(Exception):
    """SQLite can read the file, but its contents are not valid."""


FILE_ERRORS = (sqlite3.Error, OSError, NewerVersionError, DamagedFileError)
"""The errors that opening, reading and writing the file can raise. Some are programming errors: see ``problem_of``."""


def problem_of(error: Exception, path: Path) -> Problem | None:
    """Return the problem with the file, or None if the error is a mistake in this program."""
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
    if is_held_by_another(error):
        return Locked(path)
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
    """Find out why SQLite could not open, read or write, from the permissions and the free space."""
    folder = path.parent
    free = ROOM_NEEDED
    with suppress(OSError):
        if folder.is_dir() and not (can_write(folder) and (not path.exists() or can_write(path))):
            return ReadOnly(path)
        from shutil import disk_usage  # noqa: PLC0415 - hardly ever needed

        free = disk_usage(folder).free
    return DiskFull(path) if free < ROOM_NEEDED else Unavailable(path, str(error))
