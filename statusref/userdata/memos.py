"""The user's own notes on entries."""

from statusref.userdata.storage import Storage, change, storable
from statusref.userdata.times import to_micros

_SET = (
    "INSERT INTO memos (entry_id, text, changed_at) VALUES (?, ?, ?) "
    "ON CONFLICT (entry_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at"
)


class Memos:
    """One text an entry, Markdown, kept as it was typed. Entries that the catalogue does not have keep theirs."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self, entry_id: str) -> str:
        """Return the memo on an entry, empty if there is none."""
        rows = self._storage.read("SELECT text FROM memos WHERE entry_id = ?", (storable(entry_id),))
        return str(rows[0][0]) if rows else ""

    def set(self, entry_id: str, text: str) -> None:
        """Save the memo on an entry; an empty one removes it. Nothing is written if it is the same."""
        text = storable(text)
        if text != self.get(entry_id):
            # A removed memo stays as an empty one, so that an import knows that removing it came later.
            self._storage.write([change(_SET, storable(entry_id), text, to_micros(self._storage.now()))])

    def all(self) -> dict[str, str]:
        """Return every memo by entry id, the one changed last first."""
        rows = self._storage.read("SELECT entry_id, text FROM memos WHERE text <> '' ORDER BY changed_at DESC")
        return {entry_id: str(text) for entry_id, text in rows}
