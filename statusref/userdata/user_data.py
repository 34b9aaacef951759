"""What the rest of the application needs of the user data."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.userdata.bookmarks import Bookmarks
from statusref.userdata.memos import Memos
from statusref.userdata.problems import Problem
from statusref.userdata.recents import Recents
from statusref.userdata.storage import Change, Storage

if TYPE_CHECKING:
    from statusref.userdata.store import Store


def open_user_data(path: Path, now: Callable[[], datetime], busy_ms: int = 1000) -> "UserData":
    """Open the file at ``path``; make it if there is none. Never raises because of the file: see ``UserData.problem``.

    ``now`` returns the current time with a time zone; backups are named after its date. ``busy_ms`` is how long
    opening, writing and closing wait for another process. After that, changes are kept in memory.
    """
    # Imported here because it imports sqlite3, which is not needed just to name the types.
    from statusref.userdata.store import Store  # noqa: PLC0415

    return UserData(Store(path, now, busy_ms))


class UserData:
    """Bookmarks, recent entries and memos; in memory while the file cannot be used. Study uses ``storage``."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.bookmarks = Bookmarks(store)
        self.recents = Recents(store)
        self.memos = Memos(store)

    @property
    def storage(self) -> Storage:
        """The storage, for further kinds of user data."""
        return self._store

    @property
    def problem(self) -> Problem | None:
        """The current problem with the file, or None."""
        return self._store.problem

    def watch(self, on_problem: Callable[[Problem | None], None]) -> None:
        """Call ``on_problem`` whenever ``problem`` changes, from within the read or write that noticed it."""
        self._store.on_problem = on_problem

    def watch_writes(self, on_written: Callable[[Sequence[Change]], None]) -> None:
        """Call ``on_written`` with the changes after each write."""
        self._store.on_written = on_written

    def changed_elsewhere(self) -> bool:
        """Whether another process has written to the file since this was last asked, or since it was opened."""
        return self._store.changed_elsewhere()

    def back_up_if_due(self) -> None:
        """Make today's backup if there is none yet. ``close`` does so too."""
        self._store.back_up_if_due()

    def restore(self, backup: Path) -> Problem | None:
        """Merge a backup, such as ``Damaged.backup``, into the current data.

        Returns the problem with the backup, or None if it worked; ``problem`` is then None too.
        """
        return self._store.restore(backup)

    def save(self) -> bool:
        """Try to save the unsaved changes. Return False if ``close`` would lose something that the user wrote."""
        return self._store.save()

    def close(self) -> None:
        """Save the unsaved changes and close the file. Changes that cannot be saved are lost; ``problem`` says why."""
        self._store.close()
