"""``study --due`` and ``export anki``."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


def test_before_the_first_session_new_cards_are_due(cli: Cli) -> None:
    due = json.loads(cli("study", "--due", "--json").out)
    assert due["review"] == due["learning"] == 0
    assert due["new"] == due["total"] == len(due["cards"]) > 0
    assert due["cards"][0]["entries"] == ["200"]


def test_asking_leaves_no_file_behind(cli: Cli, tmp_path: Path) -> None:
    assert cli("study", "--due").code == 0
    assert not (tmp_path / "share").exists()


@pytest.mark.parametrize(("language", "words"), [("ko", "오늘 할 카드"), ("en", "cards today")])
def test_the_counts_are_said(cli: Cli, language: str, words: str) -> None:
    said = cli("study", "--due", "--lang", language).out
    assert words in said
    assert "Not Found" in cli("study", "--due").out or "OK" in said


def test_a_damaged_data_file_is_told_and_cards_are_printed(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "share" / "statusref" / "userdata.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all" * 100)
    answer = cli("study", "--due", "--json")
    assert str(path) in answer.err
    assert json.loads(answer.out)["total"] > 0


def test_study_without_due_is_a_usage_error(cli: Cli) -> None:
    assert cli("study").code == 2


def test_the_anki_package_is_one(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    answer = cli("export", "anki", str(path))
    assert answer.code == 0
    assert str(path) in answer.out
    with zipfile.ZipFile(path) as package:
        name = next(name for name in package.namelist() if name.startswith("collection."))
        package.extract(name, tmp_path)
    notes = sqlite3.connect(tmp_path / name).execute("select count(*) from notes").fetchone()[0]
    assert str(notes) in answer.out


def test_a_path_that_cannot_be_written_is_said(cli: Cli, tmp_path: Path) -> None:
    answer = cli("export", "anki", str(tmp_path / "nowhere" / "deck.apkg"))
    assert answer.code == 1
    assert "nowhere" in answer.err


@pytest.mark.parametrize(
    "arguments", [("export",), ("export", "csv", "x"), ("export", "anki"), ("export", "anki", "a", "b")]
)
def test_other_exports_are_usage_errors(cli: Cli, arguments: tuple[str, ...]) -> None:
    answer = cli(*arguments)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
