"""The storage of the user data: the file, or a copy in memory and a list of unsaved changes."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from statusref.userdata.backups import Backups
from statusref.userdata.data_file import DataFile
from statusref.userdata.database import (
    copy_to_memory,
    open_memory,
    read_into_memory,
    transaction,
)
from statusref.userdata.failures import FILE_ERRORS, problem_of
from statusref.userdata.problems import Damaged, Newer, Problem, ReadOnly, Unavailable
from statusref.userdata.restoring import changes_from
from statusref.userdata.storage import Change, Row, Value

_RETRY_MS = 50  # short, because every change waits so long while the file cannot be used


class Store:
    """Reads and writes the file at ``path``.

    While the file cannot be used, a copy in memory is used, and changes are collected in ``_unsaved``. Every further
    write, ``save`` and ``close`` try the file again, and then write the unsaved changes in their order. ``problem`` is
    the problem with the file; ``on_problem`` is called whenever it changes after opening, ``on_written`` after each
    write.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], busy_ms: int = 1000) -> None:
        self.path = path
        self.backups = Backups(path)
        self.problem: Problem | None = None
        self.on_problem: Callable[[Problem | None], None] | None = None
        self.on_written: Callable[[Sequence[Change]], None] | None = None
        self._now = now
        self._busy_ms = busy_ms
        self._file = DataFile(path, self.backups, now)
        self._unsaved: list[Sequence[Change]] = []
        self._at_stake = False
        self._on_file = True
        self._closed = False
        self._durable = False
        self._connection = self._open()
        self._seen_version = self._version()

    def now(self) -> datetime:
        return self._now()

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            if not self._on_file or (problem := problem_of(error, self.path)) is None:
                raise
            self._leave_file(problem)
            return self._connection.execute(sql, values).fetchall()

    def write(self, changes: Sequence[Change], *, durable: bool = True) -> None:
        self._write(changes, durable=durable)
        if self.on_written is not None:
            self.on_written(changes)

    def _write(self, changes: Sequence[Change], *, durable: bool) -> None:
        if self._on_file and self._file.was_replaced():
            self._leave_file(Unavailable(self.path, "the file was moved or replaced"))
        if self._on_file:
            try:
                self._apply([changes], durable=durable)
            except sqlite3.Error as error:
                if (problem := problem_of(error, self.path)) is None:
                    raise
                self._leave_file(problem)
            else:
                return
        with transaction(self._connection):
            _run(self._connection, changes)
        self._unsaved.append(changes)
        self._at_stake |= durable
        self._retry(_RETRY_MS)

    def changed_elsewhere(self) -> bool:
        """Whether another process has written to the file since this was last asked, or since it was opened."""
        before, self._seen_version = self._seen_version, self._version()
        return self._seen_version != before

    def back_up_if_due(self) -> None:
        """Make today's backup if there is none yet and the file can be used. Errors are ignored."""
        today = self._now().date()
        if self._on_file and self.backups.is_due(today):
            with suppress(*FILE_ERRORS):
                self.backups.make(self._connection, today)

    def restore(self, backup: Path) -> Problem | None:
        """Merge a backup into the current data. Return the problem with the backup, or None if it worked."""
        try:
            changes = changes_from(backup, self)
        except FILE_ERRORS as error:
            problem = problem_of(error, backup)
            if problem is None:
                raise
            return problem
        self.write(changes)
        if self._on_file:
            self._set_problem(None)
        return None

    def save(self) -> bool:
        """Try to save the unsaved changes. Return False if a change is still unsaved that was to be durable."""
        self._retry(self._busy_ms)
        return not self._at_stake

    def close(self) -> None:
        """Save the unsaved changes, make today's backup if it is due, and close the file.

        Changes that cannot be saved are lost; ``problem`` says why.
        """
        if self._closed:
            return
        self._retry(self._busy_ms)
        self.back_up_if_due()
        with suppress(sqlite3.Error):
            self._connection.close()
        self._file.release()
        self._closed = True

    def _open(self) -> sqlite3.Connection:
        try:
            if self._file.was_emptied():
                self.problem = Damaged(self.path, None, self.backups.newest_good())
            return self._file.open(self._busy_ms)
        except FILE_ERRORS as error:
            problem = problem_of(error, self.path)
            if problem is None:
                raise
            if isinstance(problem, Damaged):
                return self._replace_damaged()
            self.problem = problem
            return self._without_file()

    def _replace_damaged(self) -> sqlite3.Connection:
        backup = self.backups.newest_good()
        self.problem = Damaged(self.path, None, backup)
        try:
            aside = self._file.set_damaged_aside(self._busy_ms)
            self.problem = None if aside is None else Damaged(self.path, aside, backup)
            return self._file.open(self._busy_ms)
        except FILE_ERRORS as error:
            self.problem = self.problem or problem_of(error, self.path)
            self._on_file = False
            return open_memory()

    def _without_file(self) -> sqlite3.Connection:
        self._on_file = False
        if isinstance(self.problem, Newer):
            return open_memory()
        try:
            if self.path.is_file():
                return read_into_memory(self.path)
        except FILE_ERRORS as error:
            # A locked file may be unreadable for a moment. A read-only file should be readable; if it is not, it is
            # damaged or unavailable.
            if isinstance(self.problem, ReadOnly):
                damaged = isinstance(problem_of(error, self.path), Damaged)
                backup = self.backups.newest_good()
                self.problem = Damaged(self.path, None, backup) if damaged else Unavailable(self.path, str(error))
        return open_memory()

    def _apply(self, batches: Sequence[Sequence[Change]], *, durable: bool) -> None:
        if durable != self._durable:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable
        with transaction(self._connection):
            for changes in batches:
                _run(self._connection, changes)

    def _leave_file(self, problem: Problem) -> None:
        file = self._connection
        if isinstance(problem, Damaged):
            problem = Damaged(self.path, None, self.backups.newest_good())
        try:
            self._connection = copy_to_memory(file)
        except FILE_ERRORS:
            self._connection = open_memory()
        with suppress(sqlite3.Error):
            file.close()
        self._file.release()
        self._on_file = False
        self._set_problem(problem)

    def _version(self) -> int:
        """Return a number that changes when another connection writes to the file, and with the connection itself."""
        return int(self.read("PRAGMA data_version")[0][0])

    def _retry(self, busy_ms: int) -> None:
        is_hopeless = isinstance(self.problem, Newer) or (
            isinstance(self.problem, Damaged) and self.problem.set_aside is None
        )
        if self._on_file or is_hopeless:
            return
        memory = self._connection
        try:
            self._connection = self._file.open(busy_ms)
            self._durable = False
            self._apply(self._unsaved, durable=True)
        except FILE_ERRORS as error:
            if self._connection is not memory:
                self._connection.close()
                self._file.release()
                self._connection = memory
            problem = problem_of(error, self.path)
            if problem is None:
                raise
            if problem != self.problem:
                self._set_problem(problem)
            return
        memory.close()
        self._connection.execute(f"PRAGMA busy_timeout = {self._busy_ms}")
        self._unsaved.clear()
        self._at_stake = False
        self._on_file = True
        self._set_problem(None)

    def _set_problem(self, problem: Problem | None) -> None:
        self.problem = problem
        if self.on_problem is not None:
            self.on_problem(problem)


def _run(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    for step in changes:
        connection.executemany(step.sql, step.rows)
