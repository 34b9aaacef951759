"""``statusref export``: what is said, what is written, and what the user's bookmarks and memos add."""

import json
import zipfile
from pathlib import Path

import pytest

from statusref.core.core import Core
from statusref.export.formats import FORMATS, Format
from statusref.resources import resource_root
from tests.cli.conftest import Cli

TEXT = [form.name for form in FORMATS if form.is_text]


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


@pytest.fixture
def user_data(tmp_path: Path) -> None:
    core = Core(resource_root(), tmp_path / "share" / "statusref" / "userdata.sqlite")
    core.data.bookmarks.add("404")
    core.data.bookmarks.add("curl-52")
    core.data.memos.set("404", "see the router")
    core.close()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_is_written_and_said(cli: Cli, tmp_path: Path, form: Format) -> None:
    path = tmp_path / "out"
    answer = cli("export", form.name, str(path), "--only", "1xx", "--no-neighbours")
    assert answer.code == 0
    assert answer.err == ""
    assert str(path) in answer.out
    assert "codes: 5" in answer.out
    assert path.exists()


@pytest.mark.parametrize("name", TEXT)
def test_a_text_is_printed_byte_for_byte(cli: Cli, tmp_path: Path, name: str) -> None:
    options = ("--only", "1xx", "--no-neighbours", "--no-notes")
    cli("export", name, str(tmp_path / "out"), *options)
    assert cli("export", name, "-", *options).out == (tmp_path / "out").read_bytes().decode("utf-8")


@pytest.mark.parametrize(("language", "there"), [("ko", {"ko"}), ("en", {"en"}), ("both", {"ko", "en"})])
def test_the_language_is_that_of_the_texts(cli: Cli, language: str, there: set[str]) -> None:
    data = json.loads(cli("export", "json", "-", "--lang", language, "--only", "1xx").out)
    assert set(data["languages"]) == set(data["codes"][0]["summary"]) == there


def test_without_a_language_it_is_that_of_the_locale(cli: Cli) -> None:
    data = json.loads(cli("export", "json", "-", "--only", "1xx", environment={"LANG": "ko_KR.UTF-8"}).out)
    assert data["languages"] == ["ko"]


def test_notes_and_neighbours_can_be_left_out(cli: Cli) -> None:
    data = json.loads(cli("export", "json", "-", "--only", "4xx", "--no-notes", "--no-neighbours").out)
    assert data["codes"]
    assert data["notes"] == data["neighbours"] == []


@pytest.mark.usefixtures("user_data")
def test_the_bookmarks_are_exported_with_memos_only_on_request(cli: Cli) -> None:
    data = json.loads(cli("export", "json", "-", "--only", "bookmarks", "--no-notes").out)
    assert [code["id"] for code in data["codes"]] == ["404"]
    assert "curl-52" in {one["id"] for one in data["neighbours"]}
    assert "see the router" not in json.dumps(data)
    assert "see the router" in cli("export", "md", "-", "--only", "bookmarks", "--memos").out


def test_without_bookmarks_there_is_nothing_to_export(cli: Cli, tmp_path: Path) -> None:
    answer = cli("export", "md", str(tmp_path / "out"), "--only", "bookmarks")
    assert answer.code == 1
    assert answer.err == "statusref: nothing to export in what was chosen\n"
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "share").exists()


@pytest.mark.parametrize("locale", ["ko_KR.UTF-8", "en_US.UTF-8"])
def test_what_stands_in_the_way_is_one_sentence(cli: Cli, tmp_path: Path, locale: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").touch()
    (tmp_path / "file").touch()
    for form, place in (
        ("md", "folder"),
        ("site", "folder"),
        ("site", "file"),
        ("html", "nowhere/out"),
        ("docset", "nowhere/out"),
    ):
        answer = cli("export", form, str(tmp_path / place), "--only", "1xx", environment={"LANG": locale})
        assert answer.code == 1
        assert answer.out == ""
        assert answer.err.startswith("statusref: ")
        assert answer.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_format_that_is_missing_is_asked_for(cli: Cli) -> None:
    for row in FORMATS:
        assert row.name in cli("export").err, "which there are"
    assert "FORMAT" in cli("export").err
    assert "PATH" in cli("export", "md").err
    assert "takes one of" in cli("export", "doc").err
    assert cli("export", "", "out").err.endswith('anki: "" (help: statusref --help)\n')


@pytest.mark.parametrize(
    "arguments",
    [
        ("pdf9", "out"),
        ("md",),
        ("md", "a", "b"),
        ("md", "out", "--only", "6xx"),
        ("md", "out", "--lang", "fr"),
        ("md", "out", "--sheet"),
        ("md", "out", "--base", "https://x.example"),
        ("site", "out", "--base", "x.example"),
        ("site", "out", "--base", "https://"),
        ("site", "-"),
        ("docset", "-"),
        ("anki", "out", "--only", "4xx"),
        ("anki", "out", "--memos"),
        ("sheet", "out", "--memos"),
        ("pdf", "out", "--sheet", "--memos"),
        ("", "out"),
        ("md", ""),
    ],
)
def test_wrong_usage_is_one_line(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = cli("export", *arguments)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert ":  (" not in answer.err, "something stands behind the colon"
    assert not list(tmp_path.iterdir())


def test_the_address_of_a_site_gets_its_slash(cli: Cli, tmp_path: Path) -> None:
    cli("export", "site", str(tmp_path / "site"), "--only", "1xx", "--base", "https://x.example/http")
    assert "<loc>https://x.example/http/100/</loc>" in (tmp_path / "site" / "sitemap.xml").read_text("utf-8")


def test_anki_is_one_of_the_formats(cli: Cli, tmp_path: Path) -> None:
    assert cli("export", "anki", str(tmp_path / "deck.apkg")).code == 0
    assert zipfile.is_zipfile(tmp_path / "deck.apkg")
