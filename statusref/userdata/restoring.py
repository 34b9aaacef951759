"""Merges a backup into the current data."""

from contextlib import closing
from pathlib import Path

from statusref.userdata.database import read_into_memory
from statusref.userdata.schema import ORDERED, TABLES
from statusref.userdata.storage import Change, Storage


def changes_from(backup: Path, storage: Storage) -> list[Change]:
    """Return the changes that add the backup to the current data. ``_conflict`` decides about rows on both sides.

    Bookmarks and recent entries that only the backup has are put before the current ones.

    Raises sqlite3.Error, OSError, NewerVersionError or DamagedFileError if the backup cannot be used.
    """
    changes: list[Change] = []
    with closing(read_into_memory(backup)) as source:
        for table, columns in TABLES.items():
            names = ", ".join(columns)
            order = "ORDER BY position" if table in ORDERED else ""
            select = f"SELECT {names} FROM {table} {order}"  # noqa: S608 (names from this program)
            places = ", ".join("?" * len(columns))
            insert = f"INSERT INTO {table} ({names}) VALUES ({places}) {_conflict(table, columns)}"  # noqa: S608
            rows = source.execute(select).fetchall()
            if table in ORDERED:
                present = storage.read(select)
                known = {row[0] for row in present}
                rows = [*(row for row in rows if row[0] not in known), *present]
                changes.append(Change(f"DELETE FROM {table}", [()]))  # noqa: S608
            changes.append(Change(insert, rows))
    return changes


def _conflict(table: str, columns: tuple[str, ...]) -> str:
    """Return the SQL for rows on both sides: the card with more answers, the later memo, else the current row wins."""
    better = {"cards": "excluded.reps > cards.reps", "memos": "excluded.changed_at > memos.changed_at"}.get(table)
    if better is None:
        return "ON CONFLICT DO NOTHING"
    key, *others = columns
    return (
        f"ON CONFLICT ({key}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in others)} WHERE {better}"
    )
