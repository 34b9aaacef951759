"""A file that cannot be written, is locked, or is from a newer version; a path that cannot be a file."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from statusref.userdata import data_file, database, store
from statusref.userdata.problems import Damaged, Locked, Newer, Problem, ReadOnly, Unavailable
from statusref.userdata.user_data import open_user_data
from tests.userdata.conftest import Clock, Opener, as_owner, without_privileges

assert store  # imported before the test becomes a user who cannot read the interpreter's folder


@pytest.mark.parametrize("what", ["folder", "file", "both"])
def test_read_only(public_folder: Path, clock: Clock, what: str) -> None:
    """With real permissions: the test gives up being root while the file is open."""
    path = public_folder / "data" / "statusref.sqlite3"
    data = open_user_data(path, clock)
    data.bookmarks.add("404")
    data.close()
    path.chmod(0o666 if what == "folder" else 0o444)
    path.parent.chmod(0o777 if what == "file" else 0o555)
    before = path.read_bytes()
    with without_privileges():
        data = open_user_data(path, clock)
        assert data.problem == ReadOnly(path)
        assert data.bookmarks.all() == ("404",)
        data.bookmarks.add("410")
        assert data.bookmarks.all() == ("404", "410")
        data.close()
    assert data.problem == ReadOnly(path)
    assert path.read_bytes() == before


def test_a_file_that_may_be_written_again_gets_what_waits(public_folder: Path, clock: Clock) -> None:
    path = public_folder / "data" / "statusref.sqlite3"
    open_user_data(path, clock).close()
    path.parent.chmod(0o777)
    path.chmod(0o444)
    told: list[Problem | None] = []
    with without_privileges():
        data = open_user_data(path, clock)
        data.watch(told.append)
        data.bookmarks.add("404")
        assert isinstance(data.problem, ReadOnly)
        with as_owner():
            path.chmod(0o666)
        data.bookmarks.add("410")
        assert data.problem is None
        assert told == [None]
        data.close()
    data = open_user_data(path, clock)
    assert data.bookmarks.all() == ("404", "410")
    data.close()


def test_a_read_only_folder_without_a_file(public_folder: Path, clock: Clock) -> None:
    path = public_folder / "data" / "statusref.sqlite3"
    path.parent.mkdir(mode=0o555)
    for place in (path, path.parent / "inner" / "file.sqlite3"):
        with without_privileges():
            data = open_user_data(place, clock)
            assert data.problem == ReadOnly(place)
            data.bookmarks.add("404")
            assert data.bookmarks.all() == ("404",)
            data.close()
    assert list(path.parent.iterdir()) == []


def test_a_read_only_file_is_shown_with_what_its_log_holds(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a log if the last run was killed. Here the test refuses the file, so that the log is still there."""
    running = open_user_data(path, clock)
    running.bookmarks.add("404")
    assert path.with_name(f"{path.name}-wal").stat().st_size

    def refuse(*_: object) -> sqlite3.Connection:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(data_file, "open_database", refuse)
    data = open_user_data(path, clock)
    assert data.problem == ReadOnly(path)
    assert data.bookmarks.all() == ("404",)
    data.close()
    running.close()


def test_locked_while_opening(path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    data = opened()
    data.bookmarks.add("404")
    data.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        data = opened()
        assert data.problem == Locked(path)
        data.bookmarks.add("410")
        data.recents.opened("410")
        assert data.bookmarks.contains("410")
        other.execute("COMMIT")
    data.recents.opened("301")
    assert data.problem is None
    assert data.bookmarks.all() == ("404", "410")
    assert data.recents.all() == ("301", "410")


def test_locked_while_running(path: Path, opened: Opener) -> None:
    data = opened()
    data.bookmarks.add("404")
    told: list[Problem | None] = []
    data.watch(told.append)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        data.bookmarks.add("410")
        assert data.problem == Locked(path)
        assert data.bookmarks.all() == ("404", "410")
        data.recents.opened("404")
        assert data.problem == Locked(path)
        other.execute("ROLLBACK")
    data.close()
    assert told == [Locked(path), None]
    assert opened().bookmarks.all() == ("404", "410")


@pytest.mark.parametrize("log", [False, True])
def test_newer(path: Path, opened: Opener, log: bool) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invented_later (x)")
        connection.execute("PRAGMA user_version = 999")
        connection.commit()
        if not log:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = path.read_bytes()
        data = opened()
        assert data.problem == Newer(path, 999)
        data.bookmarks.add("404")
        assert data.bookmarks.all() == ("404",)
        data.close()
        assert data.problem == Newer(path, 999)
        assert path.read_bytes() == before
    assert not list(path.parent.glob("*.broken*"))


def test_a_newer_file_gets_no_side_files(path: Path, opened: Opener) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")}
    opened().close()
    assert {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")} == before


def test_a_path_that_cannot_be_a_file(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "below" / "statusref.sqlite3"):
        data = open_user_data(path, clock)
        assert isinstance(data.problem, Unavailable)
        assert data.problem.reason
        data.bookmarks.add("404")
        assert data.bookmarks.all() == ("404",)
        data.close()


def test_mistakes_of_the_program_are_not_hidden(opened: Opener) -> None:
    data = opened()
    with pytest.raises(sqlite3.OperationalError):
        data.storage.read("SELECT nonsense")
    assert data.problem is None


def test_opening_errors_leave_no_connection_open(path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(database, "migrate", fail)
    with pytest.raises(RuntimeError):
        open_user_data(path, clock)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_file_that_must_not_even_be_read(public_folder: Path, clock: Clock, what: str) -> None:
    path = public_folder / "data" / "statusref.sqlite3"
    open_user_data(path, clock).close()
    (path if what == "file" else path.parent).chmod(0o000)
    with without_privileges():
        data = open_user_data(path, clock)
        assert isinstance(data.problem, Unavailable)
        data.bookmarks.add("404")
        assert data.bookmarks.all() == ("404",)
        data.close()


def test_a_damaged_file_that_is_read_only(public_folder: Path, clock: Clock) -> None:
    path = public_folder / "data" / "statusref.sqlite3"
    open_user_data(path, clock).close()
    path.write_bytes(b"rubbish")
    backup = path.parent / "backups" / "statusref-2026-11-21.sqlite3"
    for place in (path.parent, path.parent / "backups"):
        place.chmod(0o555)
    path.chmod(0o444)
    with without_privileges():
        data = open_user_data(path, clock)
        assert data.problem == Damaged(path, None, backup)
        assert data.restore(backup) is None
        data.close()
    assert path.read_bytes() == b"rubbish"
