"""The bookmarks: entries that the user has starred, in the order that the user chose."""

from statusref.userdata.storage import Change, Storage, change, storable
from statusref.userdata.times import to_micros

_PUT_LAST = "UPDATE bookmarks SET position = (SELECT max(position) FROM bookmarks) + 1 WHERE entry_id = ?"


class Bookmarks:
    """Entry ids in their order; a new one comes last. Unknown ids are kept: another version may know them."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def all(self) -> tuple[str, ...]:
        """Return all bookmarks in their order."""
        return tuple(entry_id for (entry_id,) in self._storage.read("SELECT entry_id FROM bookmarks ORDER BY position"))

    def contains(self, entry_id: str) -> bool:
        """Whether the entry has a bookmark."""
        return bool(self._storage.read("SELECT 1 FROM bookmarks WHERE entry_id = ?", (storable(entry_id),)))

    def add(self, entry_id: str) -> None:
        """Add a bookmark. An existing one keeps its place."""
        added_at = to_micros(self._storage.now())
        sql = "INSERT INTO bookmarks (entry_id, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._storage.write([change(sql, storable(entry_id), added_at)])

    def move(self, entry_id: str, other_id: str) -> None:
        """Move a bookmark to the place of another one; those in between make room. Does nothing if one is gone."""
        before = [*self.all()]
        moved, other = storable(entry_id), storable(other_id)
        if moved == other or moved not in before or other not in before:
            return
        place = before.index(other)
        after = [each for each in before if each != moved]
        after.insert(place, moved)
        first = next(at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)
        # Positions are computed in SQL, not here: if the file cannot be written now, other changes may come first.
        self._storage.write([Change(_PUT_LAST, [(each,) for each in after[first:]])])

    def remove(self, entry_id: str) -> None:
        """Remove the bookmark, if there is one."""
        self._storage.write([change("DELETE FROM bookmarks WHERE entry_id = ?", storable(entry_id))])
