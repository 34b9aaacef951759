"""``choose``: the chooser in the terminal."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_the_ways_in(cli: Cli) -> None:
    code, out, err = cli("choose", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("1. I answer a request\n   answer\n2. ")


def test_a_question_with_its_answers_and_the_paths_that_give_them(cli: Cli) -> None:
    code, out, _ = cli("choose", "answer/client-fault/state", "--lang", "ko")
    assert code == 0
    assert out.startswith(
        "무엇이 맞지 않습니까?\n\n1. 같은 것이 이미 있습니다\n   answer/client-fault/state/duplicate\n2. "
    )


def test_every_path_that_is_printed_leads_on(cli: Cli) -> None:
    waiting, codes = ["answer/done", "received/sent-on"], set()
    for path in waiting:
        place = json.loads(cli("choose", path, "--json").out)
        waiting += [answer["path"] for answer in place.get("answers", ())]
        codes |= {place["outcome"]["code"]} if "outcome" in place else set()
    assert {"200", "201", "204", "206", "301", "308"} <= codes


def test_an_outcome(cli: Cli) -> None:
    code, out, _ = cli("choose", "answer/client-fault/target/method/yes", "--lang", "en")
    assert code == 0
    assert out.startswith("405 Method Not Allowed\n")
    for part in (
        "The client: the wrong method",
        "Read Allow and send the request again",
        "- 501 Not Implemented: ",
        "Allow | MUST",
        "HTTP/1.1 405 Method Not Allowed",
        "- What stands in the way? (answer/client-fault): ",
    ):
        assert part in out


def test_an_outcome_as_json(cli: Cli) -> None:
    place = json.loads(cli("choose", "answer/client-fault/state/duplicate/", "--json").out)
    assert place["path"] == "answer/client-fault/state/duplicate"
    assert place["answered"][0] == {"question": "how-it-went", "answer": "client-fault"}
    assert place["outcome"]["code"] == "409"
    assert {other["code"] for other in place["outcome"]["instead"]} >= {"422", "400"}
    assert set(place["outcome"]["why"]) == {"ko", "en"}


@pytest.mark.parametrize(
    "path", ["nowhere", "answer/nowhere", "answer/client-fault/state/duplicate/more", "../x", "\t"]
)
def test_a_path_that_leads_nowhere(cli: Cli, path: str) -> None:
    code, out, err = cli("choose", path, "--lang", "en")
    assert (code, out) == (1, "")
    assert err.startswith("statusref: no such path: ")
    assert err.count("\n") == 1


def test_one_path_at_most(cli: Cli) -> None:
    assert cli("choose", "answer", "received").code == 2


def test_the_tree_is_saved(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("choose", "--tree", str(tmp_path / "tree.svg"), "--lang", "en")
    files = sorted(tmp_path.iterdir())
    assert (code, err) == (0, "")
    assert out == f"Saved as {len(files)} files: {files[0]} … {files[-1].name}\n"


@pytest.mark.parametrize("name", ["tree.png", "tree", ".svg"])
def test_a_file_name_that_says_no_kind(cli: Cli, tmp_path: Path, name: str) -> None:
    code, out, err = cli("choose", "--tree", str(tmp_path / name), "--lang", "en")
    assert (code, out) == (1, "")
    assert err.startswith("statusref: End the file name in .pdf or .svg: ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("choose", "--tree", str(tmp_path / "nowhere" / "tree.svg"), "--lang", "en")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "No such file" in err


def test_a_pdf_without_typst(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    code, out, err = cli("choose", "--tree", str(tmp_path / "tree.pdf"), "--lang", "en")
    assert (code, out) == (1, "")
    assert "pip install statusref[pdf]" in err
