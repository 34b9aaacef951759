"""Reads memos out of the file and leaves it and its folder as they are, whoever else has the file open."""

import sqlite3
from contextlib import closing
from pathlib import Path

from statusref.userdata.database import connect
from statusref.userdata.failures import NewerVersionError
from statusref.userdata.schema import LATEST

_BUSY_MS = 200
_WITH_MEMOS = 2
"""The first version of the file that has memos."""


def read_memos(path: Path, size: int) -> list[tuple[str, str]]:
    """Return for each memo the entry and the first ``size`` characters; an empty list if there is no file.

    Raises sqlite3.Error, OSError or NewerVersionError.
    """
    if not path.exists():
        return []
    # Without a log nobody writes just now, and SQLite need not be told that others do, for which it makes side files.
    has_log = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    with closing(connect(f"{path.absolute().as_uri()}?{mode}", _BUSY_MS, uri=True)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > LATEST:
            raise NewerVersionError(version)
        return _memos(connection, size) if version >= _WITH_MEMOS else []


def _memos(connection: sqlite3.Connection, size: int) -> list[tuple[str, str]]:
    return connection.execute("SELECT entry_id, substr(text, 1, ?) FROM memos WHERE text <> ''", (size,)).fetchall()
