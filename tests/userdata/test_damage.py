"""A damaged file is set aside and never deleted; a new one takes its place, and the newest good backup is offered."""

import errno
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from statusref.userdata import data_file
from statusref.userdata.database import open_database
from statusref.userdata.problems import Damaged, Newer
from statusref.userdata.setting_aside import set_aside
from statusref.userdata.user_data import UserData, open_user_data
from tests.userdata.conftest import START, Clock, Opener


@pytest.fixture
def whole(path: Path, clock: Clock) -> bytes:
    """The bytes of a file with some bookmarks. The file itself and its backups are deleted."""
    data = open_user_data(path, clock)
    for code in range(100, 500):
        data.bookmarks.add(f"{code}-someone")
    data.close()
    content = path.read_bytes()
    for backup in (path.parent / "backups").iterdir():
        backup.unlink()
    return content


def _aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.broken-*"))


def _works(data: UserData) -> None:
    data.bookmarks.add("new")
    data.recents.opened("new")
    assert data.bookmarks.contains("new")
    assert data.recents.all() == ("new",)


def test_truncated_at_any_byte(path: Path, clock: Clock, whole: bytes) -> None:
    lengths = [*range(120), *range(120, len(whole), 509), *range(len(whole) - 3, len(whole))]
    for length in lengths:
        path.write_bytes(whole[:length])
        data = open_user_data(path, clock)
        _works(data)
        if length <= 1:
            assert data.problem is None, "an empty file is a fresh one, and SQLite sees a single byte as empty"
        else:
            assert isinstance(data.problem, Damaged), length
            assert data.problem.set_aside is not None
            assert data.problem.set_aside.read_bytes() == whole[:length]
            data.problem.set_aside.unlink()
        data.close()
        assert (path.parent / "backups" / "statusref-2026-11-21.sqlite3").exists()
        for backup in (path.parent / "backups").iterdir():
            backup.unlink()


def test_random_bytes(path: Path, clock: Clock, whole: bytes) -> None:
    randomness = random.Random(5)
    for round_number in range(150):
        content = bytearray(whole)
        for _ in range(randomness.choice((1, 4, 64, 2000))):
            content[randomness.randrange(len(content))] = randomness.randrange(256)
        if round_number % 10 == 0:
            content = bytearray(randomness.randbytes(randomness.randrange(1, 20_000)))
        path.write_bytes(content)
        data = open_user_data(path, clock)
        if isinstance(data.problem, Newer):
            assert path.read_bytes() == content
        elif data.problem is not None:
            assert isinstance(data.problem, Damaged)
            assert data.problem.set_aside is not None
            assert data.problem.set_aside.read_bytes() == content
            _works(data)
        else:
            assert all(isinstance(entry_id, str) for entry_id in data.bookmarks.all())
        data.close()
        path.unlink()
        for name in ("-wal", "-shm"):
            path.with_name(path.name + name).unlink(missing_ok=True)


def test_the_newest_good_backup_is_named_and_can_be_restored(path: Path, clock: Clock, opened: Opener) -> None:
    data = opened()
    data.bookmarks.add("404")
    data.close()
    clock.move(days=1)
    data = opened()
    data.bookmarks.add("410")
    data.close()
    backups = sorted((path.parent / "backups").iterdir())
    assert len(backups) == 2
    backups[1].write_bytes(b"damaged as well")
    path.write_bytes(b"\0" * 5000)
    data = opened()
    assert data.problem == Damaged(path, _aside(path)[0], backups[0])
    assert data.problem.set_aside == path.with_name("statusref.sqlite3.broken-20261122T093000Z")
    assert data.bookmarks.all() == ()
    data.bookmarks.add("999-linkedin")
    assert data.restore(backups[0]) is None
    assert data.problem is None
    assert data.bookmarks.all() == ("404", "999-linkedin")
    data.close()
    assert opened().bookmarks.all() == ("404", "999-linkedin")


def test_an_emptied_file_is_told_apart_from_a_first_start(path: Path, opened: Opener) -> None:
    data = opened()
    data.bookmarks.add("404")
    data.close()
    path.write_bytes(b"")
    data = opened()
    backup = path.parent / "backups" / "statusref-2026-11-21.sqlite3"
    assert data.problem == Damaged(path, None, backup)
    _works(data)
    data.close()
    assert opened().problem is None


def test_two_damaged_files_in_one_second_are_both_kept(path: Path, opened: Opener) -> None:
    path.parent.mkdir(parents=True)
    for number in range(3):
        path.write_bytes(b"rubbish %d" % number)
        data = opened()
        _works(data)
        data.close()
    assert [file.read_bytes() for file in _aside(path)] == [b"rubbish 0", b"rubbish 1", b"rubbish 2"]


def test_the_log_is_set_aside_with_its_file(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_text(f"rubbish{suffix}")
    moved = set_aside(path, START)
    for suffix in ("", "-wal", "-shm"):
        assert moved.with_name(moved.name + suffix).read_text() == f"rubbish{suffix}"
    assert len(list(path.parent.iterdir())) == 3


def test_a_foreign_database_is_set_aside(path: Path, opened: Opener) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as foreign, foreign:
        foreign.execute("CREATE TABLE precious (thing)")
    data = opened()
    assert isinstance(data.problem, Damaged)
    assert data.problem.set_aside is not None
    with closing(sqlite3.connect(data.problem.set_aside)) as foreign:
        assert foreign.execute("SELECT * FROM precious").fetchall() == []
    _works(data)


@pytest.mark.parametrize("statement", ["DROP TABLE recents", "ALTER TABLE bookmarks RENAME entry_id TO entry"])
def test_a_missing_table_or_column_is_damage(path: Path, opened: Opener, statement: str) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    data = opened()
    assert isinstance(data.problem, Damaged)
    _works(data)


def test_a_damaged_file_that_cannot_be_moved_is_left_alone(
    path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(data_file, "set_aside", refuse)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"rubbish")
    data = opened()
    assert data.problem == Damaged(path, None, None)
    _works(data)
    data.close()
    assert path.read_bytes() == b"rubbish"


def test_damage_while_running_keeps_working_in_memory(path: Path, opened: Opener) -> None:
    data = opened()
    data.bookmarks.add("404")
    with path.open("r+b") as file:
        file.write(b"\xff" * path.stat().st_size)
    path.with_name(f"{path.name}-wal").write_bytes(b"\xff" * 10_000)
    for entry_id in ("410", "301"):
        data.bookmarks.add(entry_id)
        assert data.bookmarks.contains(entry_id)
    data.close()


class _Failing:
    """A connection to a file that can no longer be read."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real

    def execute(self, *_: object) -> None:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    backup = execute

    def close(self) -> None:
        self._real.close()


def test_reading_goes_on_when_the_file_becomes_unreadable(path: Path, opened: Opener) -> None:
    first = opened()
    first.bookmarks.add("404")
    first.close()
    data = opened()
    backup = path.parent / "backups" / "statusref-2026-11-21.sqlite3"
    told: list[object] = []
    data.watch(told.append)
    data._store._connection = _Failing(data._store._connection)  # type: ignore[assignment]
    assert data.bookmarks.all() == ()
    assert data.problem == Damaged(path, None, backup)
    assert told == [data.problem]
    data.bookmarks.add("410")
    assert data.restore(backup) is None
    assert data.bookmarks.all() == ("404", "410")


def test_a_file_that_another_window_set_aside(path: Path, opened: Opener) -> None:
    data = opened()
    data.bookmarks.add("404")
    moved = set_aside(path, START)
    other = opened()
    other.bookmarks.add("301")
    told: list[object] = []
    data.watch(told.append)
    data.bookmarks.add("410")
    assert data.problem is None
    assert len(told) == 2
    assert data.bookmarks.all() == other.bookmarks.all() == ("301", "410")
    with closing(sqlite3.connect(moved)) as connection:
        assert connection.execute("SELECT entry_id FROM bookmarks").fetchall() == [("404",)]


def test_no_room_for_a_fresh_file_beside_the_damaged_one(
    path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"rubbish")
    real = open_database

    def full(place: Path, busy_ms: int) -> sqlite3.Connection:
        if place.exists():
            return real(place, busy_ms)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(data_file, "open_database", full)
    data = opened()
    assert data.problem == Damaged(path, _aside(path)[0], None)
    data.bookmarks.add("404")
    monkeypatch.undo()
    data.bookmarks.add("410")
    data.close()
    assert opened().bookmarks.all() == ("404", "410")
