"""``search`` prints the user's memos, and leaves their file and folder as they are."""

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from statusref.userdata.schema import LATEST
from statusref.userdata.user_data import UserData, open_user_data
from tests.cli.conftest import Cli
from tests.packaging.checkout import CHECKOUT
from tests.userdata.conftest import without_privileges


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "share" / "statusref" / "userdata.sqlite"


@pytest.fixture
def data(path: Path) -> Iterator[UserData]:
    data = open_user_data(path, lambda: datetime(2026, 11, 21, tzinfo=UTC))
    data.memos.set("502", "결제 서버 점검\nPAY-4821\x07 <b>한 줄</b>")
    data.memos.set("410", "")
    data.memos.set("no-such-code", "결제 서버")
    yield data
    data.close()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("data")
def test_the_line_of_a_memo(cli: Cli) -> None:
    code, out, err = cli("search", "결제 서버", "--lang", "ko")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "502             결제 서버 점검  [내 메모]"
    assert (
        cli("search", "PAY-4821", "--lang", "en").out.splitlines()[0]
        == "502             PAY-4821 <b>한 줄</b>  [My note]"
    )


@pytest.mark.usefixtures("data")
def test_as_json_and_for_each_line(cli: Cli) -> None:
    found = json.loads(cli("search", "ㄱㅈㅅㅂ", "--json").out)[0]
    assert found == {
        "id": "memo-502",
        "kind": "memo",
        "code": "502",
        "score": 1.0,
        "matched": [{"field": "memo", "text": "결제 서버 점검", "spans": [[0, 5]]}],
    }
    lines = cli("search", "-", stdin="서버 점검\nPAY-4821\n404\n".encode()).out.splitlines()
    assert [json.loads(line)[0]["id"] for line in lines] == ["memo-502", "memo-502", "404"]


def test_an_open_and_a_closed_file_are_read_without_a_trace(cli: Cli, data: UserData, path: Path) -> None:
    before = _files(path.parent)
    assert "[My note]" in cli("search", "점검").out
    assert _files(path.parent).keys() == before.keys()
    data.close()
    before = _files(path.parent)
    assert "[My note]" in cli("search", "점검").out
    assert _files(path.parent) == before


def test_without_a_file_none_is_made(cli: Cli, tmp_path: Path) -> None:
    assert cli("search", "not found").code == 0
    assert not (tmp_path / "share").exists()


@contextmanager
def a_reader_without_privileges() -> Iterator[None]:
    """The program still has to read its own resources, which lie in the checkout."""
    with without_privileges():
        if not os.access(CHECKOUT / "resources" / "registry.json", os.R_OK):
            pytest.skip("only root may enter the checkout")
        yield


def test_a_medium_that_cannot_be_written(cli: Cli, data: UserData, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data.close()
    with tempfile.TemporaryDirectory() as name:  # only root may enter the folders of pytest
        folder = Path(name) / "statusref"
        folder.mkdir()
        copy = Path(shutil.copy(path, folder / path.name))
        for place, mode in ((folder.parent, 0o755), (copy, 0o444), (folder, 0o555)):
            place.chmod(mode)
        monkeypatch.setenv("XDG_DATA_HOME", name)
        with a_reader_without_privileges():
            found = cli("search", "점검")
    assert (found.code, found.err) == (0, "")
    assert "[My note]" in found.out


@pytest.mark.usefixtures("data")
def test_a_folder_that_cannot_be_entered_is_told(cli: Cli) -> None:
    with a_reader_without_privileges():
        code, out, err = cli("search", "not found", "--lang", "en", "--limit", "100")
    assert (code, out.partition(" ")[0]) == (0, "404")
    assert err.endswith("cannot be read: Permission denied\n")


def test_a_file_of_the_first_version_has_no_memos(cli: Cli, path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (position INTEGER PRIMARY KEY, entry_id TEXT, added_at INTEGER)")
        connection.execute("PRAGMA user_version = 1")
    found = cli("search", "not found", "--limit", "100")
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize("kind", ["damaged", "newer", "folder"])
def test_a_file_that_cannot_be_read_is_told_and_codes_are_found(cli: Cli, path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True)
    match kind:
        case "damaged":
            path.write_bytes(b"no database at all" * 100)
        case "newer":
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE x (y)")
                connection.execute(f"PRAGMA user_version = {LATEST + 1}")
        case _:
            path.mkdir()
    code, out, err = cli("search", "not found", "--lang", "en", "--limit", "100")
    assert (code, out.partition(" ")[0]) == (0, "404")
    assert err.startswith(f"statusref: your own notes were not searched, because {path} cannot be read: ")
    assert len(err.splitlines()) == 1
