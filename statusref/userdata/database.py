"""Opens the SQLite file, checks it and migrates it to the latest version, or reads it without writing."""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from statusref.system.files import can_write
from statusref.userdata.failures import DamagedFileError, NewerVersionError
from statusref.userdata.schema import LATEST, MIGRATIONS, definitions

_HEADER_SIZE = 100
_PAUSE = 0.02  # seconds
_MAGIC = b"SQLite format 3\0"
_PAGE_SIZE_AT = slice(16, 18)  # 1 stands for 65536, which this program never makes
_VERSION_AT = slice(60, 64)  # https://www.sqlite.org/fileformat.html#user_version_number


def look_at(path: Path) -> None:
    """Check the file without opening it in SQLite, which would write side files. Makes the folder if there is none.

    Raises OSError if the file or its folder cannot be written, NewerVersionError, or DamagedFileError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _refuse_read_only(path)
    _check_header(path)


def open_database(path: Path, busy_ms: int) -> sqlite3.Connection:
    """Open the file for writing and migrate it to the latest version; make it if there is none.

    Waits up to ``busy_ms`` for another process. Raises sqlite3.Error, OSError, NewerVersionError or DamagedFileError;
    the file is then unchanged.
    """
    connection = connect(path, busy_ms)
    try:
        check(connection)
        _use_log(connection, busy_ms)
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(place: Path | str, busy_ms: int = 0, *, uri: bool = False) -> sqlite3.Connection:
    """Connect. SQLite opens the file only at the first statement. There are no implicit transactions.

    Text that is not UTF-8 is read with U+FFFD in place of the wrong bytes.
    """
    connection = sqlite3.connect(place, timeout=busy_ms / 1000, isolation_level=None, uri=uri)
    connection.text_factory = _text
    return connection


def open_memory() -> sqlite3.Connection:
    """Open an empty database of the latest version in memory."""
    connection = connect(":memory:")
    migrate(connection)
    return connection


def check(connection: sqlite3.Connection) -> None:
    """Raise DamagedFileError, NewerVersionError or sqlite3.Error if the database is damaged or too new."""
    try:
        version = _version(connection)
        _refuse_newer(version)
        findings = connection.execute("PRAGMA quick_check(1)").fetchall()
    except UnicodeDecodeError as error:  # SQLite's message may quote damaged text
        raise DamagedFileError(str(error)) from error
    if version < 0:
        raise DamagedFileError(f"version {version}")
    if findings != [("ok",)]:
        raise DamagedFileError(str(findings))


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate the database to the latest version in one transaction. Raises an error if it cannot be written."""
    with transaction(connection):
        version = _version(connection)
        _refuse_newer(version)
        _check_tables(connection, version)
        for step in MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        if version != LATEST:
            connection.execute(f"PRAGMA user_version = {LATEST}")
        # SQLite opens a read-only file, and begins this transaction, without an error. Only a write statement fails,
        # so there is one that changes nothing.
        connection.execute("DELETE FROM bookmarks WHERE 0")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body of the ``with`` as a write transaction: committed at the end, rolled back after any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After some errors SQLite has already rolled back. An error here must not hide the first one.
        with suppress(sqlite3.Error):
            connection.rollback()
        raise


def copy_to_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """Copy a database into memory and migrate the copy. Raises the same errors as ``open_database``."""
    memory = connect(":memory:")
    try:
        source.backup(memory)
        check(memory)
        migrate(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def read_into_memory(path: Path) -> sqlite3.Connection:
    """Copy a file that cannot be written into memory, with its write-ahead log.

    Raises the same errors as ``open_database``.
    """
    from shutil import copyfile  # noqa: PLC0415 - hardly ever needed
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.sqlite3"
            copyfile(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.exists():
                copyfile(log, copy.with_name(f"{copy.name}-wal"))
            with closing(connect(copy)) as source:
                return copy_to_memory(source)
    except OSError:
        # There is no room for a temporary copy, so the file is read as it is, without the log: at most the changes of
        # the last session are missing.
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
            return copy_to_memory(source)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_header(path: Path) -> None:
    """Raise an error for a newer or a truncated file. SQLite would read the missing end of the last page as zeros."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        return
    _refuse_newer(int.from_bytes(header[_VERSION_AT], "big", signed=True))
    page = int.from_bytes(header[_PAGE_SIZE_AT], "big")
    # If there is a log, the truncated page may be in it.
    if page > 1 and size % page and not path.with_name(f"{path.name}-wal").exists():
        raise DamagedFileError("the last page is cut short")


def _refuse_newer(version: int) -> None:
    if version > LATEST:
        raise NewerVersionError(version)


def _check_tables(connection: sqlite3.Connection, version: int) -> None:
    """Raise DamagedFileError unless the tables are those of ``version``, which SQLite's own check does not know."""
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master")}
    if found & definitions(LATEST) != definitions(version) or (found and not version):
        raise DamagedFileError("the tables are not those of this version")


def _refuse_read_only(path: Path) -> None:
    """Raise PermissionError for a read-only file or folder, in which SQLite would leave side files behind."""
    for place in (path, path.parent):
        # Checked twice: between two of these calls, another window may set the file aside and make a new one.
        if not can_write(place) and place.exists() and not can_write(place):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _use_log(connection: sqlite3.Connection, busy_ms: int) -> None:
    """Switch to the write-ahead log. If another process does so at the same moment, SQLite fails instead of waiting."""
    end = time.monotonic() + busy_ms / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(_PAUSE)
        else:
            return
