"""A full disk: saved data stays, changes are kept in memory and are saved as soon as there is room."""

import sqlite3
from contextlib import closing
from pathlib import Path

from statusref.userdata.problems import DiskFull, Locked, Problem, ReadOnly
from statusref.userdata.storage import change
from statusref.userdata.store import Store
from statusref.userdata.user_data import open_user_data
from tests.userdata.conftest import Clock

BIG = "x" * 3000


def _fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 1024)
        except OSError:
            pass
    return filler


def test_a_disk_that_fills_up_while_running(small_disk: Path, clock: Clock) -> None:
    path = small_disk / "statusref.sqlite3"
    told: list[Problem | None] = []
    data = open_user_data(path, clock)
    data.watch(told.append)
    data.bookmarks.add("before")
    filler = _fill(small_disk)
    wanted = ["before"]
    for number in range(20):
        data.bookmarks.add(f"{number}{BIG}")
        wanted.append(f"{number}{BIG}")
        assert list(data.bookmarks.all()) == wanted
    data.bookmarks.move(wanted[-1], "before")
    wanted.insert(0, wanted.pop())
    assert list(data.bookmarks.all()) == wanted
    assert data.problem == DiskFull(path)
    assert told == [DiskFull(path)]
    with closing(sqlite3.connect(path)) as reader:
        assert ("before",) in reader.execute("SELECT entry_id FROM bookmarks").fetchall()
    filler.unlink()
    data.bookmarks.add("after")
    assert data.problem is None
    data.close()
    data = open_user_data(path, clock)
    assert data.bookmarks.all() == (*wanted, "after")
    assert data.problem is None
    data.close()


def test_still_full_when_closing(small_disk: Path, clock: Clock) -> None:
    path = small_disk / "statusref.sqlite3"
    data = open_user_data(path, clock)
    data.bookmarks.add("before")
    _fill(small_disk)
    for number in range(20):
        data.bookmarks.add(f"{number}{BIG}")
    data.close()
    assert data.problem == DiskFull(path)
    assert not list(small_disk.glob("*.broken*"))


def test_full_from_the_start(small_disk: Path, clock: Clock) -> None:
    path = small_disk / "statusref.sqlite3"
    data = open_user_data(path, clock)
    data.bookmarks.add("before")
    data.close()
    filler = _fill(small_disk)
    data = open_user_data(path, clock)
    assert data.bookmarks.all() == ("before",)
    for number in range(20):
        data.bookmarks.add(f"{number}{BIG}")
    assert data.problem == DiskFull(path)
    filler.unlink()
    data.close()
    data = open_user_data(path, clock)
    assert len(data.bookmarks.all()) == 21
    data.close()


def test_full_before_there_is_a_file(small_disk: Path, clock: Clock) -> None:
    path = small_disk / "inner" / "statusref.sqlite3"
    filler = _fill(small_disk)
    data = open_user_data(path, clock)
    data.bookmarks.add("404")
    assert data.problem == DiskFull(path)
    assert data.bookmarks.all() == ("404",)
    filler.unlink()
    data.bookmarks.add("410")
    assert data.problem is None
    data.close()
    data = open_user_data(path, clock)
    assert data.bookmarks.all() == ("404", "410")
    data.close()


def test_the_page_limit_of_sqlite(path: Path, clock: Clock) -> None:
    """The same error without mounting anything. Opening the file again lifts the limit."""
    store = Store(path, clock)
    store._connection.execute("PRAGMA max_page_count = 1")
    insert = "INSERT INTO bookmarks (entry_id, added_at) VALUES (?, 0)"
    seen: list[Problem | None] = []
    store.on_problem = seen.append
    for number in range(20):
        store.write([change(insert, f"{number}{BIG}")])
    assert seen == [DiskFull(path), None]
    store.close()
    store = Store(path, clock)
    assert store.read("SELECT count(*) FROM bookmarks") == [(20,)]
    store.close()


def test_a_backup_that_finds_no_room_leaves_nothing_behind(small_disk: Path, clock: Clock) -> None:
    path = small_disk / "statusref.sqlite3"
    data = open_user_data(path, clock)
    for number in range(8):
        data.bookmarks.add(f"{number}{BIG}")
    assert data.problem is None
    _fill(small_disk)
    data.back_up_if_due()
    assert list((small_disk / "backups").glob("*partial*")) == []
    data.close()


def test_problems_of_two_kinds_differ(path: Path) -> None:
    """The window is told when a full disk becomes a read-only one, though both have the same values."""
    problems: list[Problem] = [DiskFull(path), ReadOnly(path), Locked(path)]
    assert problems[0] == DiskFull(path)
    assert problems[0] != problems[1]
    assert problems[0] not in problems[1:]
