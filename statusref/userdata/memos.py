"""Memos: the user's own notes on entries."""

from collections.abc import Sequence

from statusref.userdata.storage import Change, Storage, change, storable
from statusref.userdata.times import to_micros

_SET = (
    "INSERT INTO memos (entry_id, text, changed_at) VALUES (?, ?, ?) "
    "ON CONFLICT (entry_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at"
)


def written_memos(changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the ids of the entries whose memos ``changes`` write. In these statements the id is the first value."""
    return tuple(str(row[0]) for each in changes if " INTO memos " in each.sql for row in each.rows)


class Memos:
    """One Markdown text for each entry, saved exactly as typed. Memos on unknown entries are kept."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self, entry_id: str) -> str:
        """Return the memo on an entry, empty if there is none."""
        rows = self._storage.read("SELECT text FROM memos WHERE entry_id = ?", (storable(entry_id),))
        return str(rows[0][0]) if rows else ""

    def all(self) -> dict[str, str]:
        """Return every memo by the id of its entry."""
        return dict(self._storage.read("SELECT entry_id, text FROM memos WHERE text != '' ORDER BY entry_id"))

    def times(self) -> dict[str, int]:
        """Return the entries that have a memo, or had one, and when each was changed (microseconds)."""
        return dict(self._storage.read("SELECT entry_id, changed_at FROM memos"))

    def beginning(self, entry_id: str, size: int) -> str:
        """Return the first ``size`` characters of the memo on an entry, empty if there is none."""
        rows = self._storage.read("SELECT substr(text, 1, ?) FROM memos WHERE entry_id = ?", (size, storable(entry_id)))
        return str(rows[0][0]) if rows else ""

    def set(self, entry_id: str, text: str) -> None:
        """Save the memo on an entry. An empty text removes it. Nothing is written if the text is the same."""
        text = storable(text)
        if text != self.get(entry_id):
            # A removed memo is saved as an empty text with its time, so that an import brings back no older one.
            self._storage.write([change(_SET, storable(entry_id), text, to_micros(self._storage.now()))])
