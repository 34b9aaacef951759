"""Backups of the file: the seven newest (at most one a day), and before them one a week for four weeks."""

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from statusref.system.files import replace
from statusref.userdata.database import check, connect
from statusref.userdata.failures import DamagedFileError, NewerVersionError

DAILY = 7
WEEKLY = 4


class Backups:
    """The backups of the file at ``path``, in the folder ``backups`` beside it: ``<stem>-2026-11-21<suffix>``."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent / "backups"
        self._stem = path.stem
        self._suffix = path.suffix or ".sqlite3"

    def all(self) -> tuple[Path, ...]:
        """Return all backups, the newest first; an empty tuple if the folder cannot be read."""
        return tuple(path for _, path in self._dated())

    def newest_good(self) -> Path | None:
        """Return the newest backup that is undamaged and not of a newer version of the application, or None."""
        return next((path for path in self.all() if _is_good(path)), None)

    def is_due(self, today: date) -> bool:
        """Whether there is no backup of ``today`` yet."""
        return all(day != today for day, _ in self._dated())

    def make(self, source: sqlite3.Connection, today: date) -> Path:
        """Write the backup of ``today``, then delete backups that are too old. Raises OSError or sqlite3.Error."""
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / f"{self._stem}-{today.isoformat()}{self._suffix}"
        partial = target.with_name(f"{target.name}.partial")
        partial.unlink(missing_ok=True)
        try:
            with closing(connect(partial)) as copy:
                source.backup(copy)
                # Without a write-ahead log a backup is a single file, which can be read in a read-only folder.
                copy.execute("PRAGMA journal_mode = DELETE")
                check(copy)
            replace(partial, target)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        self._rotate(today)
        return target

    def _rotate(self, today: date) -> None:
        """Delete all but the newest seven and, of the older ones, the newest of each of four weeks."""
        # Backups with a future date, made while the clock was ahead, are left alone until that day.
        dated = [(day, path) for day, path in self._dated() if day <= today]
        weeks: dict[tuple[int, int], Path] = {}
        for day, path in dated[DAILY:]:
            weeks.setdefault(day.isocalendar()[:2], path)
        kept = {*(path for _, path in dated[:DAILY]), *list(weeks.values())[:WEEKLY]}
        for _, path in dated:
            if path not in kept:
                with suppress(OSError):
                    path.unlink()

    def _dated(self) -> list[tuple[date, Path]]:
        found: list[tuple[date, Path]] = []
        with suppress(OSError):
            for path in self._folder.iterdir():
                name = path.name.removesuffix(self._suffix)
                if name == path.name or not name.startswith(f"{self._stem}-"):
                    continue
                with suppress(ValueError):
                    found.append((date.fromisoformat(name.removeprefix(f"{self._stem}-")), path))
        return sorted(found, reverse=True)


def _is_good(path: Path) -> bool:
    try:
        if path.stat().st_size == 0:
            return False
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            check(connection)
    except (OSError, sqlite3.Error, DamagedFileError, NewerVersionError):
        return False
    return True
