"""Backups: one a day, kept for seven days and four weeks, and only undamaged ones are offered."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from statusref.userdata import backups as backups_module
from statusref.userdata.backups import Backups
from tests.userdata.conftest import Clock, Opener


def _days(path: Path) -> list[str]:
    return [backup.stem.removeprefix("statusref-") for backup in Backups(path).all()]


def test_one_a_day(path: Path, opened: Opener, clock: Clock) -> None:
    data = opened()
    data.bookmarks.add("404")
    data.back_up_if_due()
    data.bookmarks.add("410")
    data.back_up_if_due()
    data.close()
    assert _days(path) == ["2026-11-21"]
    clock.move(days=1)
    opened().close()
    assert _days(path) == ["2026-11-22", "2026-11-21"]
    with closing(sqlite3.connect(Backups(path).all()[1])) as backup:
        assert backup.execute("SELECT entry_id FROM bookmarks").fetchall() == [("404",)]
        assert backup.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_rotation(path: Path, opened: Opener, clock: Clock) -> None:
    for _ in range(80):
        opened().close()
        clock.move(days=1)
    last = date(2026, 11, 21) + timedelta(days=79)
    days = [date.fromisoformat(day) for day in _days(path)]
    assert days[:7] == [last - timedelta(days=number) for number in range(7)]
    assert len(days) == 11
    weeks = [day.isocalendar()[:2] for day in days[7:]]
    assert len(set(weeks)) == 4
    assert (last - days[-1]).days > 21


def test_rotation_with_gaps_and_a_clock_that_ran_ahead(path: Path, opened: Opener, clock: Clock) -> None:
    clock.move(days=2000)
    opened().close()
    clock.move(days=-2000)
    for _ in range(12):
        opened().close()
        clock.move(days=10)
    assert len(_days(path)) == 12
    assert _days(path)[0] == "2032-05-13"


def test_other_files_in_the_folder_are_left_alone(path: Path, opened: Opener, clock: Clock) -> None:
    folder = path.parent / "backups"
    folder.mkdir(parents=True)
    others = ["statusref-mine.sqlite3", "statusref-2026-13-45.sqlite3", "other-2020-01-01.sqlite3", "notes.txt"]
    for name in others:
        (folder / name).write_text("mine")
    for _ in range(20):
        opened().close()
        clock.move(days=1)
    assert all((folder / name).read_text() == "mine" for name in others)


def test_a_bad_copy_does_not_replace_a_good_one(path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    data = opened()

    def fail(_: object) -> None:
        raise sqlite3.DatabaseError

    monkeypatch.setattr(backups_module, "check", fail)
    data.back_up_if_due()
    data.close()
    assert _days(path) == []
    assert list((path.parent / "backups").iterdir()) == []


def test_the_newest_good_one(path: Path, opened: Opener, clock: Clock) -> None:
    assert Backups(path).newest_good() is None
    for _ in range(3):
        opened().close()
        clock.move(days=1)
    all_backups = Backups(path).all()
    assert Backups(path).newest_good() == all_backups[0]
    all_backups[0].write_bytes(b"")
    all_backups[1].write_bytes(all_backups[2].read_bytes()[:5000])
    assert Backups(path).newest_good() == all_backups[2]
    all_backups[2].write_bytes(b"rubbish")
    assert Backups(path).newest_good() is None
