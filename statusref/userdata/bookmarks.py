"""The bookmarks: entries that the user has starred."""

from statusref.userdata.storage import Storage, change, storable
from statusref.userdata.times import to_micros


class Bookmarks:
    """Entry ids, the newest first. Ids that the catalogue does not have are kept, because a later version may."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def all(self) -> tuple[str, ...]:
        """Return all bookmarks, the newest first."""
        return tuple(
            entry_id for (entry_id,) in self._storage.read("SELECT entry_id FROM bookmarks ORDER BY position DESC")
        )

    def contains(self, entry_id: str) -> bool:
        """Whether the entry has a bookmark."""
        return bool(self._storage.read("SELECT 1 FROM bookmarks WHERE entry_id = ?", (storable(entry_id),)))

    def add(self, entry_id: str) -> None:
        """Add a bookmark. An existing one keeps its place."""
        added_at = to_micros(self._storage.now())
        sql = "INSERT INTO bookmarks (entry_id, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._storage.write([change(sql, storable(entry_id), added_at)])

    def remove(self, entry_id: str) -> None:
        """Remove the bookmark, if there is one."""
        self._storage.write([change("DELETE FROM bookmarks WHERE entry_id = ?", storable(entry_id))])
