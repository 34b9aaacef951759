"""What goes wrong is told in one way by every command: one line on standard error that names the program."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize("locale", ["ko_KR.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "zzz"),
        ("show", "404-nobody"),
        ("show", ""),
        ("compare", "401"),
        ("compare", "401", "zzz"),
        ("compare", "401", ""),
        ("cite", "zzz"),
        ("choose", "no/where"),
        ("choose", "--tree", "tree.png"),
        ("choose", "--tree", "nowhere/tree.svg"),
        ("export", "md", "nowhere/out"),
        ("export", "md", "out", "--only", "bookmarks"),
        ("export", "anki", "nowhere/out"),
        ("log", "nowhere.log"),
        ("lab", "matrix", "--", "curl"),
        ("list", "4xx"),
    ],
)
def test_a_complaint_is_one_line_of_the_program(cli: Cli, arguments: Sequence[str], locale: str) -> None:
    answer = cli(*arguments, environment={"LANG": locale})
    assert answer.code in {1, 2}
    assert answer.out == ""
    first, *more = answer.err.splitlines()
    assert first.startswith("statusref: ")
    assert not first.removeprefix("statusref: ").startswith("statusref: ")
    # Of a log it is also told what was looked for.
    assert len(more) <= (arguments[0] == "log")


def test_what_is_near_stands_below_the_complaint(cli: Cli) -> None:
    said = cli("search", "qqqqzzzz").err.splitlines()
    assert said[:2] == ["statusref: nothing found: qqqqzzzz", "nearest:"]
    assert all(line.startswith("  ") for line in said[2:])


def test_nothing_else_names_the_program_in_a_complaint(resources: Path) -> None:
    words = json.loads((resources / "i18n" / "words.json").read_text("utf-8"))
    assert [key for key, texts in words.items() if any(text.startswith("statusref: ") for text in texts.values())] == []
    sources = (resources.parent / "statusref").rglob("*.py")
    assert [path.name for path in sources if 'complain(f"statusref' in path.read_text("utf-8")] == []
