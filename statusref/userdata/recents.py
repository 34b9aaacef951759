"""The entries that were opened most recently."""

from statusref.userdata.storage import Storage, change, storable
from statusref.userdata.times import to_micros

KEPT = 50
"""How many entries are kept."""


class Recents:
    """Entry ids, the most recently opened first."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def all(self, limit: int = 8) -> tuple[str, ...]:
        """Return at most ``limit`` entries, the most recently opened first."""
        rows = self._storage.read("SELECT entry_id FROM recents ORDER BY position DESC LIMIT ?", (max(limit, 0),))
        return tuple(entry_id for (entry_id,) in rows)

    def opened(self, entry_id: str) -> None:
        """Put an entry first. Does not wait for the disk: a power failure may lose it, a crash of the program not."""
        entry_id = storable(entry_id)
        insert = "INSERT INTO recents (entry_id, opened_at) VALUES (?, ?)"
        forget = (
            "DELETE FROM recents WHERE position NOT IN (SELECT position FROM recents ORDER BY position DESC LIMIT ?)"
        )
        self._storage.write(
            [
                change("DELETE FROM recents WHERE entry_id = ?", entry_id),
                change(insert, entry_id, to_micros(self._storage.now())),
                change(forget, KEPT),
            ],
            durable=False,
        )
