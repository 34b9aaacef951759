"""While the file cannot be used, study works in memory; the answers are saved as soon as the file can be used."""

import errno
import sqlite3
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest

from statusref.study.cards import Cards
from statusref.study.decks import Deck
from statusref.study.state import Rating
from statusref.study.study import Study
from statusref.userdata import data_file
from statusref.userdata.memos import Memos
from statusref.userdata.problems import DiskFull, Locked, Newer
from statusref.userdata.store import Store
from statusref.userdata.user_data import UserData, open_user_data
from tests.study.conftest import Clock


def test_another_process_holds_the_file(
    study: Study, user_data: UserData, everything: Deck, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "statusref.sqlite3"
    session = study.start(everything)
    session.answer(Rating.GOOD)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for _ in range(4):
            clock.move(seconds=10)
            session.answer(Rating.GOOD)
        assert session.undo()
        assert user_data.problem == Locked(path)
        assert study.statistics().totals().answers == 4
        other.execute("ROLLBACK")
    session.answer(Rating.EASY)
    assert user_data.problem is None
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (5,)
        assert connection.execute("SELECT sum(answers) FROM days").fetchone() == (5,)


def test_a_disk_that_is_full_for_a_while(
    tmp_path: Path, everything: Deck, cards: Cards, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's page limit stands for a full disk; opening the file again fails until there is room."""
    store = Store(tmp_path / "full.sqlite3", clock)
    study = Study(store, cards, clock, lambda: UTC)
    session = study.start(everything)
    session.answer(Rating.EASY)
    store._connection.execute("PRAGMA max_page_count = 1")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(data_file, "open_database", refuse)
        Memos(store).set("404", "x" * 100_000)
        for _ in range(8):
            clock.move(seconds=1)
            session.answer(Rating.EASY)
        assert store.problem == DiskFull(store.path)
        with closing(sqlite3.connect(store.path)) as file:
            assert file.execute("SELECT count(*) FROM reviews").fetchone() == (1,)
        assert study.statistics().totals().answers == 9
    session.answer(Rating.EASY)
    assert store.problem is None
    store.close()
    store = Store(tmp_path / "full.sqlite3", clock)
    assert Study(store, cards, clock, lambda: UTC).statistics().totals().answers == 10
    assert len(Memos(store).get("404")) == 100_000
    store.close()


def test_a_newer_file_is_left_alone(tmp_path: Path, everything: Deck, cards: Cards, clock: Clock) -> None:
    path = tmp_path / "newer.sqlite3"
    open_user_data(path, clock).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    data = open_user_data(path, clock)
    assert data.problem == Newer(path, 999)
    study = Study(data.storage, cards, clock, lambda: UTC)
    session = study.start(everything)
    session.answer(Rating.GOOD)
    assert session.undo()
    data.close()
    assert path.read_bytes() == before


def test_a_backup_restored_after_new_answers(tmp_path: Path, everything: Deck, cards: Cards, clock: Clock) -> None:
    path = tmp_path / "statusref.sqlite3"
    data = open_user_data(path, clock)
    session = Study(data.storage, cards, clock, lambda: UTC).start(everything)
    for _ in range(5):
        session.answer(Rating.EASY)
    data.close()
    path.write_bytes(b"rubbish" * 1000)
    clock.move(days=40)
    data = open_user_data(path, clock)
    study = Study(data.storage, cards, clock, lambda: UTC)
    session = study.start(everything)
    for _ in range(3):
        session.answer(Rating.GOOD)
    assert data.restore(tmp_path / "backups" / "statusref-2026-11-21.sqlite3") is None
    assert study.statistics().totals().answers == 8
    assert study.reconcile() == 3
    assert study.state(cards.all()[0].id).reps == 2
    assert study.reconcile() == 0
    data.close()
