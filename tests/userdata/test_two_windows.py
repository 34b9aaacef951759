"""Two windows use the same file."""

import multiprocessing
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from statusref.userdata.problems import Damaged
from statusref.userdata.user_data import open_user_data
from tests.userdata.conftest import Opener

WRITES = 60
PATIENCE = 60_000  # milliseconds: a slow disk is no failure


def _write(path: Path, name: str, start: "multiprocessing.synchronize.Barrier") -> None:
    start.wait()
    data = open_user_data(path, lambda: datetime.now(UTC), PATIENCE)
    assert data.problem is None or isinstance(data.problem, Damaged), data.problem
    for number in range(WRITES):
        data.bookmarks.add(f"{name}-{number}")
        data.recents.opened(f"{name}-{number}")
        assert data.bookmarks.contains(f"{name}-{number}")
    data.close()


def _run_together(path: Path, count: int) -> None:
    if sys.platform == "win32":
        pytest.skip("needs fork")
    context = multiprocessing.get_context("fork")
    start = context.Barrier(count)
    workers = [context.Process(target=_write, args=(path, f"w{number}", start)) for number in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * count


def test_each_sees_the_other(opened: Opener) -> None:
    first, second = opened(), opened()
    first.bookmarks.add("404")
    second.bookmarks.add("410")
    assert first.bookmarks.all() == second.bookmarks.all() == ("404", "410")
    first.bookmarks.remove("410")
    second.bookmarks.remove("410")
    second.close()
    first.recents.opened("404")
    assert first.bookmarks.all() == ("404",)


def test_each_learns_that_the_other_has_written(opened: Opener) -> None:
    first, second = opened(), opened()
    assert not first.changed_elsewhere()
    first.memos.set("404", "here")
    assert not first.changed_elsewhere(), "its own writing is none of another"
    assert second.changed_elsewhere()
    assert not second.changed_elsewhere()
    second.memos.set("410", "there")
    assert first.changed_elsewhere()
    assert set(first.memos.times()) == {"404", "410"}


def test_processes_that_start_and_write_at_once(path: Path) -> None:
    for round_number in range(5):
        _run_together(path, 4)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("SELECT count(*) FROM bookmarks").fetchone() == (4 * WRITES,)
        assert not list(path.parent.glob("*.broken*")), round_number
        path.unlink()


def test_processes_that_meet_a_damaged_file_at_once(path: Path) -> None:
    for _ in range(5):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"rubbish" * 1000)
        _run_together(path, 4)
        aside = list(path.parent.glob("*.broken*"))
        assert [file.read_bytes() for file in aside] == [b"rubbish" * 1000]
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM bookmarks").fetchone() == (4 * WRITES,)
        aside[0].unlink()
        path.unlink()


def test_a_file_that_another_window_sets_aside_just_now_is_not_missed(
    path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"rubbish" * 1000)
    ask = Path.is_file

    def is_file(place: Path) -> bool:
        found = ask(place)
        if place == path and found:
            place.rename(place.with_name("aside"))
        return found

    monkeypatch.setattr(Path, "is_file", is_file)
    assert opened().problem is None
    assert ask(path)


def test_a_file_that_another_window_has_open_is_not_moved(path: Path, opened: Opener) -> None:
    """If the file were moved, the other window would use the wrong log. So the second window works in memory."""
    first = opened()
    first.bookmarks.add("404")
    first._store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    path.write_bytes(b"rubbish" + content[7:])
    second = opened()
    assert second.problem == Damaged(path, None, None)
    second.bookmarks.add("410")
    assert second.bookmarks.all() == ("410",)
    assert not list(path.parent.glob("*.broken*"))
    path.write_bytes(content)
    assert first.bookmarks.all() == ("404",)
