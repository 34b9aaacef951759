"""The tables of the file, version by version. A released step is never edited: a change is a new step."""

VERSION_1 = (
    """CREATE TABLE bookmarks (
        position INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        added_at INTEGER NOT NULL
    )""",
    """CREATE TABLE recents (
        position INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        opened_at INTEGER NOT NULL
    )""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (VERSION_1,)
"""The statements that lead from version n to version n + 1."""

LATEST = len(MIGRATIONS)

DEFINITIONS = frozenset(statement for step in MIGRATIONS for statement in step if statement.startswith("CREATE"))
"""What the latest version's file says its tables and indexes are: SQLite keeps the statements word for word."""

TABLES: dict[str, tuple[str, ...]] = {
    "bookmarks": ("entry_id", "added_at"),
    "recents": ("entry_id", "opened_at"),
}
"""The tables of the latest version with the columns that carry what the user made; ``position`` is only their order."""

ORDERED = frozenset({"bookmarks", "recents"})
"""The tables whose rows have an order, by ``position``; the first column names the row."""
