"""What the arguments mean, and what is said about those that mean nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from statusref.cli.arguments import UsageError
from statusref.cli.help_text import help_text
from statusref.cli.parser import language_of, parse
from statusref.cli.requests import (
    Command,
    ListCommand,
    OpenWindow,
    ScreenshotCommand,
    SearchCommand,
    SearchLinesCommand,
    ShowCommand,
    ShowHelp,
    ShowVersion,
    Theme,
)
from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.export.formats import FORMATS
from statusref.pages import PAGES
from tests.cli.conftest import Cli

KO, EN = Language.KOREAN, Language.ENGLISH


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], OpenWindow()),
        ([""], OpenWindow()),
        (["404"], OpenWindow(code="404")),
        (["--toggle"], OpenWindow(toggle=True)),
        (["--new-window", "404"], OpenWindow(code="404", new_window=True)),
        (["statusref://code/499-nginx"], OpenWindow(place="code:499-nginx")),
        (["statusref://note/redirects/"], OpenWindow(place="note:redirects")),
        (["statusref://page/study"], OpenWindow(place="page:study")),
        (["statusref://choose/answer/client-fault"], OpenWindow(place="choose:answer/client-fault")),
        (["statusref://compare/401,curl-52"], OpenWindow(place="compare:401,curl-52")),
        (["299"], OpenWindow(code="299")),
        (["451-Exchange"], OpenWindow(code="451-exchange")),
        (["40"], OpenWindow(query="40")),
        (["rate limit"], OpenWindow(query="rate limit")),
        (["rate", "limit"], OpenWindow(query="rate limit")),
        (["찾을 수 없음"], OpenWindow(query="찾을 수 없음")),
        (["--", "list"], OpenWindow(query="list")),
        (["show", "404"], ShowCommand("404", EN)),
        (["show", "--json", "--lang", "ko", "404"], ShowCommand("404", KO, json=True)),
        (["show", "404", "--lang=ko"], ShowCommand("404", KO)),
        (["show", "-1"], ShowCommand("-1", EN)),
        (["search", "rate", "limit", "--limit", "5"], SearchCommand("rate limit", EN, 5)),
        (["search", "--", "--json"], SearchCommand("--json", EN, 10)),
        (["search", "-"], SearchLinesCommand(10)),
        (["list"], ListCommand(EN)),
        (["list", "--class", "4xx", "--json"], ListCommand(EN, ClassFilter.CLIENT_ERROR, json=True)),
        (["list", "--class=unofficial"], ListCommand(EN, ClassFilter.UNOFFICIAL)),
        (["screenshot", "a.png"], ScreenshotCommand("a.png", EN)),
        (["screenshot", "a.png", "--note", "redirects"], ScreenshotCommand("a.png", EN, "notes", note="redirects")),
        (["screenshot", "a.png", "--compare", "401,403"], ScreenshotCommand("a.png", EN, "compare", compare="401,403")),
        (
            ["screenshot", "a.png", "--code", "404", "--theme", "dark", "--size", "640x480", "--scale", "1.5"],
            ScreenshotCommand("a.png", EN, code="404", theme=Theme.DARK, size=(640, 480), scale=1.5),
        ),
        (["--version"], ShowVersion()),
        (["-V"], ShowVersion()),
        (["show", "--help"], ShowHelp(EN)),
        (["-h"], ShowHelp(EN)),
    ],
)
def test_meaning(arguments: Sequence[str], expected: Command) -> None:
    request = parse(arguments, EN)
    assert request == expected
    assert type(request) is type(expected)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--foo"],
        ["-x", "404"],
        ["404", "--json"],
        ["show"],
        ["show", "404", "410"],
        ["show", "404", "--limit", "3"],
        ["show", "404", "--lang"],
        ["show", "404", "--lang="],
        ["show", "404", "--lang", "jp"],
        ["show", "404", "--json=yes"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "-3"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--limit", "9" * 5000],
        ["list", "4xx"],
        ["list", "--class", "6xx"],
        ["screenshot"],
        ["screenshot", "a.png", "--page", "nowhere"],
        ["screenshot", "a.png", "--page", "notes", "--compare", "401,403"],
        ["screenshot", "a.png", "--page", "about", "--code", "404"],
        ["screenshot", "a.png", "--page", "lookup", "--note", "redirects"],
        ["screenshot", "a.png", "--theme", "system"],
        ["screenshot", "a.png", "--size", "640"],
        ["screenshot", "a.png", "--size", "640x"],
        ["screenshot", "a.png", "--size", "1x1"],
        ["screenshot", "a.png", "--scale", "nan"],
        ["screenshot", "a.png", "--scale", "99"],
        ["show", "404", "--x\x1b[31m\nred"],
        ["show", "404", "--" + "x" * 10_000],
    ],
)
@pytest.mark.parametrize("locale", ["ko_KR.UTF-8", "en_US.UTF-8"])
def test_wrong_usage_is_one_line_and_exit_2(cli: Cli, arguments: list[str], locale: str) -> None:
    with pytest.raises(UsageError):
        parse(arguments, EN)
    outcome = cli(*arguments, environment={"LANG": locale})
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("statusref: ")
    assert outcome.err.count("\n") == 1
    assert len(outcome.err) < 300
    assert outcome.err.rstrip("\n").isprintable()
    assert ("도움말" in outcome.err) == (locale == "ko_KR.UTF-8")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, EN),
        ({"LANG": "ko_KR.UTF-8"}, KO),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, EN),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR"}, KO),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LC_TIME": "ko_KR"}, EN),
        ({"LANG": "ja_JP.UTF-8"}, EN),
    ],
)
def test_language_of_the_locale(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) is language


@pytest.mark.parametrize("language", list(Language))
def test_help_names_every_command_and_option(language: Language) -> None:
    text = help_text(language)
    words = ["show", "choose", "search", "list", "screenshot", "--version", "--help", "--json", "--lang", "--limit"]
    words += ["--class", "--page", "--code", "--query", "--note", "--compare", "--choose", "--tree"]
    words += ["--theme", "--size", "--scale"]
    words += [form.name for form in FORMATS]
    words += [member.value for enum in (Theme, ClassFilter) for member in enum] + [row.name for row in PAGES]
    assert [word for word in words if word not in text] == []
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize(
    "address",
    [
        "",
        "code",
        "code/",
        "code/../..",
        "code/4\n04",
        "code/" + "4" * 10_000,
        "shell/rm",
        "action/keys",
        "code/%2e",
        "note/a/b",
    ],
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse([f"statusref://{address}"], Language.ENGLISH)
    assert raised.value.key == "cli.usage.bad_address"


def test_a_file_is_read_as_a_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "access.log").write_text("x")
    (tmp_path / "404").mkdir()
    monkeypatch.chdir(tmp_path)
    assert parse(["access.log"], Language.ENGLISH) == OpenWindow(file=str(tmp_path / "access.log"))
    assert parse(["404"], Language.ENGLISH) == OpenWindow(code="404"), "a folder is no log"
    assert parse(["missing.log"], Language.ENGLISH) == OpenWindow(query="missing.log")
