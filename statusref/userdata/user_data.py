"""The user's data as the rest of the application sees it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.userdata.bookmarks import Bookmarks
from statusref.userdata.memos import Memos
from statusref.userdata.problems import Problem
from statusref.userdata.recents import Recents
from statusref.userdata.storage import Storage

if TYPE_CHECKING:
    from statusref.userdata.store import Store


def open_user_data(path: Path, now: Callable[[], datetime], busy_ms: int = 1000) -> "UserData":
    """Open the file at ``path``, made if there is none. Never raises because of the file: see ``UserData.problem``.

    ``now`` returns the present time with its zone; its date is the day of a backup. ``busy_ms`` is how long opening,
    writing and closing wait for another process before changes are kept in memory.
    """
    # Imported here: it imports sqlite3, which programs that only name the types need not pay for.
    from statusref.userdata.store import Store  # noqa: PLC0415

    return UserData(Store(path, now, busy_ms))


class UserData:
    """Bookmarks, recent entries and memos; study is built upon ``storage``. In memory while the file cannot be used."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.bookmarks = Bookmarks(store)
        self.recents = Recents(store)
        self.memos = Memos(store)

    @property
    def storage(self) -> Storage:
        """What further kinds of user data are read from and written to."""
        return self._store

    @property
    def path(self) -> Path:
        """Where the file lies, or should."""
        return self._store.path

    @property
    def problem(self) -> Problem | None:
        """What is off with the file at this moment, or None."""
        return self._store.problem

    @property
    def unsaved(self) -> int:
        """How many changes are in memory only."""
        return self._store.waiting

    def watch(self, on_problem: Callable[[Problem | None], None]) -> None:
        """Call ``on_problem`` whenever a problem comes up or goes away, from within the read or write that met it."""
        self._store.on_problem = on_problem

    def retry(self) -> None:
        """Try the file again if it could not be used; every write does so too."""
        self._store.retry()

    def back_up_if_due(self) -> None:
        """Make today's backup if there is none yet. Closing does so too; a window open for days calls it when idle."""
        self._store.back_up_if_due()

    def restore(self, backup: Path) -> Problem | None:
        """Add what a backup holds to what is here, where ``Damaged.backup`` offers one.

        Returns what is off with the backup, or None if that worked; ``problem`` is then None too.
        """
        return self._store.restore(backup)

    def close(self) -> None:
        """Save what waits and let go of the file. ``unsaved`` and ``problem`` then say what could not be saved."""
        self._store.close()
