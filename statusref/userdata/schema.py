"""The tables of the file, by version. A released migration is never edited; every change is a new one."""

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

VERSION_2 = (
    """CREATE TABLE memos (
        entry_id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        changed_at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE options (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        changed_at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE cards (
        card_id TEXT PRIMARY KEY,
        phase INTEGER NOT NULL,
        step INTEGER,
        stability REAL,
        difficulty REAL,
        due INTEGER,
        last_review INTEGER,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        buried_on INTEGER,
        wanted INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # ``day`` is the study day as it was when the card was answered. It does not change when the user changes the time
    # zone or the rollover hour.
    """CREATE TABLE reviews (
        card_id TEXT NOT NULL,
        reviewed_at INTEGER NOT NULL,
        rating INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        phase INTEGER NOT NULL,
        day INTEGER NOT NULL,
        PRIMARY KEY (card_id, reviewed_at)
    ) WITHOUT ROWID""",
    # The sums of each day. The triggers below keep them up to date, so that statistics do not read every review.
    """CREATE TABLE days (
        day INTEGER PRIMARY KEY,
        answers INTEGER NOT NULL DEFAULT 0,
        introduced INTEGER NOT NULL DEFAULT 0,
        recalls INTEGER NOT NULL DEFAULT 0,
        recalled INTEGER NOT NULL DEFAULT 0,
        duration_ms INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TRIGGER review_added AFTER INSERT ON reviews BEGIN
        INSERT OR IGNORE INTO days (day) VALUES (NEW.day);
        UPDATE days SET
            answers = answers + 1,
            introduced = introduced + (NEW.phase = 0),
            recalls = recalls + (NEW.phase = 2),
            recalled = recalled + (NEW.phase = 2 AND NEW.rating > 1),
            duration_ms = duration_ms + NEW.duration_ms
        WHERE day = NEW.day;
    END""",
    """CREATE TRIGGER review_removed AFTER DELETE ON reviews BEGIN
        UPDATE days SET
            answers = answers - 1,
            introduced = introduced - (OLD.phase = 0),
            recalls = recalls - (OLD.phase = 2),
            recalled = recalled - (OLD.phase = 2 AND OLD.rating > 1),
            duration_ms = duration_ms - OLD.duration_ms
        WHERE day = OLD.day;
        DELETE FROM days WHERE day = OLD.day AND answers = 0;
    END""",
)

VERSION_3 = (
    # ``given`` is the entry that was given as the answer instead of the right one. In a review, ``made_at`` is
    # ``reviewed_at``.
    """CREATE TABLE mistakes (
        card_id TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        given TEXT NOT NULL,
        PRIMARY KEY (card_id, made_at)
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (VERSION_1, VERSION_2, VERSION_3)
"""``MIGRATIONS[n]`` are the statements that change version n to version n + 1."""

LATEST = len(MIGRATIONS)


def definitions(version: int) -> frozenset[str]:
    """Return the CREATE statements of a version. SQLite stores them unchanged in the file."""
    return frozenset(text for step in MIGRATIONS[:version] for text in step if text.startswith("CREATE"))


TABLES: dict[str, tuple[str, ...]] = {
    "bookmarks": ("entry_id", "added_at"),
    "recents": ("entry_id", "opened_at"),
    "memos": ("entry_id", "text", "changed_at"),
    "options": ("name", "value", "changed_at"),
    "cards": (
        "card_id",
        "phase",
        "step",
        "stability",
        "difficulty",
        "due",
        "last_review",
        "reps",
        "lapses",
        "suspended",
        "buried_on",
        "wanted",
        "changed_at",
    ),
    "reviews": ("card_id", "reviewed_at", "rating", "duration_ms", "phase", "day"),
    "mistakes": ("card_id", "made_at", "given"),
}
"""The tables of the latest version, with the columns that have user data.

``position`` is left out because it is only an order, ``days`` because it is computed from the reviews.
"""

ORDERED = frozenset({"bookmarks", "recents"})
"""The tables with rows in the order of ``position``. The first column identifies a row."""
