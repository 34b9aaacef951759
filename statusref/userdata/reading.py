"""Reads memos from the file without changing the file or its folder, even while a window has the file open."""

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
    # Without a write-ahead log nobody is writing now. SQLite may then treat the file as immutable, which makes no side
    # files.
    has_log = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    with closing(connect(f"{path.absolute().as_uri()}?{mode}", _BUSY_MS, uri=True)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > LATEST:
            raise NewerVersionError(version)
        return _memos(connection, size) if version >= _WITH_MEMOS else []


def _memos(connection: sqlite3.Connection, size: int) -> list[tuple[str, str]]:
    return connection.execute("SELECT entry_id, substr(text, 1, ?) FROM memos WHERE text <> ''", (size,)).fetchall()
