"""``study --due`` and ``export anki``."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from statusref.core.core import Core
from statusref.resources import resource_root
from statusref.study.decks import Deck, DeckKind
from statusref.study.state import Rating
from tests.cli.conftest import Cli


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


def test_the_plan_names_the_new_cards_of_each_day(cli: Cli) -> None:
    days = json.loads(cli("study", "--plan", "6", "--json").out)["days"]
    assert [day["day"] for day in days] == [1, 2, 3, 4, 5, 6]
    assert {"id": "meaning:404", "kind": "meaning", "codes": ["404"]} in days[0]["new"]
    met = {card["id"] for day in days for card in day["new"]}
    assert {"code:404", "code:200", "code:501"} <= met
    assert all(len(day["new"]) == 10 for day in days)
    assert days[1]["date"] > days[0]["date"]
    said = cli("study", "--plan", "2", "--lang", "ko").out
    assert "2일째" in said
    assert "404  코드 → 뜻" in said


def test_the_plan_goes_on_from_what_was_studied(cli: Cli, tmp_path: Path) -> None:
    resources = resource_root()
    path = tmp_path / "share" / "statusref" / "userdata.sqlite"
    core = Core(resources, path)
    everything = Deck(DeckKind.ALL, "", frozenset())
    core.study.start(everything).answer(Rating.GOOD)
    core.close()
    first = json.loads(cli("study", "--plan", "1", "--json").out)["days"][0]["new"]
    assert len(first) == 9
    assert "meaning:200" not in {card["id"] for card in first}


@pytest.mark.parametrize("days", ["0", "366", "-1", "x", ""])
def test_a_plan_needs_a_number_of_days(cli: Cli, days: str) -> None:
    answer = cli("study", f"--plan={days}")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


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


def test_a_path_that_cannot_be_written_is_said(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = cli("export", "anki", str(Path("nowhere", "deck.apkg")))
    assert answer.code == 1
    assert "nowhere" in answer.err


@pytest.mark.parametrize(
    "arguments", [("export",), ("export", "word", "x"), ("export", "anki"), ("export", "anki", "a", "b")]
)
def test_other_exports_are_usage_errors(cli: Cli, arguments: tuple[str, ...]) -> None:
    answer = cli(*arguments)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
