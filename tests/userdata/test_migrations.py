"""Files of older versions are migrated to the latest version, completely or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from statusref.userdata import database
from statusref.userdata.database import open_memory
from statusref.userdata.problems import Damaged
from statusref.userdata.schema import LATEST, MIGRATIONS, TABLES, definitions
from statusref.userdata.user_data import UserData
from tests.userdata.conftest import Opener

FILES = Path(__file__).parent / "files"


def _check(data: UserData) -> None:
    assert data.problem is None
    assert data.bookmarks.all() == ("404", "499-nginx", "없는 코드")
    assert data.recents.all() == ("404", "308", "301")
    assert data.memos.get("404") == ""
    data.memos.set("404", "메모")
    assert data.memos.get("404") == "메모"


def test_there_is_a_file_of_every_older_version() -> None:
    assert {file.name for file in FILES.iterdir()} == {f"version{number}.sqlite3" for number in range(1, LATEST)}


@pytest.mark.parametrize("version", range(1, LATEST))
def test_an_older_file(path: Path, opened: Opener, version: int) -> None:
    path.parent.mkdir()
    shutil.copyfile(FILES / f"version{version}.sqlite3", path)
    data = opened()
    _check(data)
    data.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened().memos.get("404") == "메모"


def test_what_was_studied_with_an_older_version_is_kept(path: Path, opened: Opener) -> None:
    path.parent.mkdir()
    shutil.copyfile(FILES / "version2.sqlite3", path)
    data = opened()
    assert data.memos.get("410") == "gone for good"
    counted = [data.storage.read(f"SELECT count(*) FROM {table}") for table in ("reviews", "cards", "days", "mistakes")]
    assert counted == [[(3,)], [(4,)], [(1,)], [(0,)]]


@pytest.mark.parametrize("version", range(1, LATEST))
def test_an_older_backup_is_restored(opened: Opener, version: int, tmp_path: Path) -> None:
    shutil.copyfile(FILES / f"version{version}.sqlite3", tmp_path / "old.sqlite3")
    data = opened()
    assert data.restore(tmp_path / "old.sqlite3") is None
    _check(data)
    with closing(sqlite3.connect(tmp_path / "old.sqlite3")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_a_step_that_fails_changes_nothing(path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    shutil.copyfile(FILES / "version1.sqlite3", path)
    broken = (*MIGRATIONS[:1], (*MIGRATIONS[1], "CREATE TABLE memos (x)"))
    monkeypatch.setattr(database, "MIGRATIONS", broken)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        opened()
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"bookmarks", "recents"}
    _check(opened())


def test_tables_of_a_later_version_with_an_older_number_are_damage(path: Path, opened: Opener) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert isinstance(opened().problem, Damaged)


def test_the_schema_says_what_the_file_holds() -> None:
    with closing(open_memory()) as connection:
        stored = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master") if sql}
        assert stored == definitions(LATEST)
        for table, columns in TABLES.items():
            found = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "position"]
            assert tuple(found) == columns
