"""``search``: ranked results for one query, or for each line of standard input."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statusref.cli import searching
from statusref.cli.console import Console
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from tests.cli.conftest import Cli
from tests.cli.json_shapes import RESULTS

BUILD = searching._prepared_engine
_BUILT: dict[Library, SearchEngine] = {}


def _built_once(library: Library, console: Console, language: Language) -> SearchEngine:
    if library not in _BUILT:
        _BUILT[library] = BUILD(library, console, language)
    return _BUILT[library]


@pytest.fixture(autouse=True)
def _one_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one search answer all tests: to build it takes longer than what most of them ask."""
    monkeypatch.setattr(searching, "_prepared_engine", _built_once)


def results(cli: Cli, *arguments: str) -> list[dict[str, Any]]:
    parsed = json.loads(cli("search", *arguments, "--json").out)
    jsonschema.validate(parsed, RESULTS)
    assert isinstance(parsed, list)
    return parsed


@pytest.mark.parametrize(
    ("query", "first"),
    [("404", "404"), ("not found", "404"), ("찾을 수 없음", "404"), ("429", "429"), ("nginx 499", "499-nginx")],
)
def test_first_result(cli: Cli, query: str, first: str) -> None:
    assert results(cli, query)[0]["id"] == first
    code, out, _ = cli("search", query)
    assert code == 0
    assert out.split()[0] == first


def test_without_what_a_window_has_kept(cli: Cli, kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(searching, "_prepared_engine", BUILD)
    assert (kept / "statusref" / "search.bin").is_file()
    queries = "rate limti\n찾을\nidempotent\nretry after\nupstream timed out\n".encode()
    answers = cli("search", "-", stdin=queries)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert cli("search", "-", stdin=queries) == answers
    assert not (tmp_path / "cache").exists(), "a command leaves no file behind itself"


def test_nfd_korean_is_the_same_query(cli: Cli) -> None:
    query = "찾을 수 없음"
    assert [hit["id"] for hit in results(cli, unicodedata.normalize("NFD", query))] == [
        hit["id"] for hit in results(cli, query)
    ]


def test_score_and_matched(cli: Cli) -> None:
    hits = results(cli, "not found")
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    mark = hits[0]["matched"][0]
    assert (mark["field"], mark["text"]) == ("phrase", "Not Found")
    assert "".join(mark["text"][start:end] for start, end in mark["spans"]).replace(" ", "") == "NotFound"


def test_limit(cli: Cli) -> None:
    assert len(results(cli, "4", "--limit", "3")) == 3
    code, out, err = cli("search", "4", "--limit", "3", "--lang", "en")
    assert (code, len(out.splitlines())) == (0, 3)
    assert "--limit" in err
    assert cli("search", "not found", "--limit", "1000").err == ""


def test_a_number_that_no_entry_has(cli: Cli) -> None:
    assert "299" in [hit["id"] for hit in results(cli, "299")]
    assert "299             Unassigned\n" in cli("search", "299", "--lang", "en").out
    assert "742             Not a valid code\n" in cli("search", "742", "--lang", "en").out


@pytest.mark.parametrize("query", ["", "   ", "zzzzqqqqxx", "\udcff\udcfe", "\x1b[31m\n", "ㅋ" * 5000, "q" * 100_000])
def test_nothing_found(cli: Cli, query: str) -> None:
    code, out, err = cli("search", query, "--lang", "en")
    assert (code, out) == (1, "")
    assert err.startswith("statusref: nothing found: ")
    assert all(line.isprintable() for line in err.splitlines())
    assert len(err) < 1000
    code, out, _ = cli("search", query, "--json")
    assert (code, out) == (1, "[]\n")


def test_nothing_found_names_the_nearest(cli: Cli) -> None:
    assert "\n  4" in cli("search", "4444", "--lang", "ko").err


def test_each_line_of_standard_input_gets_one_line(cli: Cli) -> None:
    code, out, err = cli("search", "-", stdin="404\n\nnot found\r\n찾을 수 없음\nzzzzqqqqxx\n429".encode())
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    for answer in answers:
        jsonschema.validate(answer, RESULTS)
    assert [answer[0]["id"] if answer else None for answer in answers] == ["404", None, "404", "404", None, "429"]


def test_no_input_is_no_output(cli: Cli) -> None:
    assert cli("search", "-") == (0, "", "")


def test_limit_of_standard_input(cli: Cli) -> None:
    assert len(json.loads(cli("search", "-", "--limit", "2", stdin=b"4\n").out)) == 2


def test_odd_input_is_survived(cli: Cli) -> None:
    lines = [
        b"\xff\xfe\x00404\x00",
        b"\0",
        b"404\0",
        "\u202e404\u2066".encode(),
        "\u2028\u0085\x0b\x0c".encode(),
        b"\xed\xa0\x80",
        b"9" * 3_000_000,
        "찾".encode() * 1_000_000,
        b" " * 2_000_000 + b"404",
        b"(.*)+[" * 1000,
        "👩‍👩‍👧‍👦".encode(),
        b"\xef\xbb\xbf404",
        b"404",
    ]
    code, out, err = cli("search", "-", stdin=b"\n".join(lines) + b"\n")
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.split("\n")[:-1]]
    assert len(answers) == len(lines)
    assert [answer[0]["id"] for answer in answers[-2:]] == ["404", "404"]


@pytest.mark.parametrize(
    ("query", "kind", "found"),
    [
        ("404", "code", "404"),
        ("타임아웃", "note", "timeouts"),
        ("curl: (52)", "neighbour", "curl-52"),
        ("upstream timed out", "message", "nginx-upstream-timed-out"),
        ("530 Login incorrect.", "foreign", "ftp"),
    ],
)
def test_every_result_names_its_kind(cli: Cli, query: str, kind: str, found: str) -> None:
    assert (found, kind) in [(hit["id"], hit["kind"]) for hit in results(cli, query)]


def test_what_is_no_code_does_not_count_against_the_limit(cli: Cli) -> None:
    hits = results(cli, "error 1015", "--limit", "1")
    assert [hit["id"] for hit in hits] == ["cloudflare-1015", "429"]


def test_a_number_of_another_system_is_answered_with_a_sentence(cli: Cli) -> None:
    code, out, _ = cli("search", "530 Login incorrect.", "--lang", "ko")
    assert (code, out) == (0, "이 번호(530)는 FTP 서버의 응답이며 HTTP 상태 코드가 아닙니다.\n")
    assert "550" in cli("search", "smtp 550", "--lang", "en").out


def test_a_comparison_stands_above_the_list(cli: Cli) -> None:
    lines = cli("search", "403 vs 401", "--lang", "en").out.splitlines()
    assert lines[0].startswith("401 / 403: ")
    assert [line.split()[0] for line in lines[1:4]] == ["403", "401", "unauthorized-forbidden"]


def test_lines_of_neighbours_notes_and_messages(cli: Cli) -> None:
    assert cli("search", "curl 52", "--lang", "ko").out.startswith("curl-52         52 CURLE_GOT_NOTHING  [")
    assert "  [메시지]\n" in cli("search", "upstream timed out", "--lang", "ko").out
    assert "  [노트]\n" in cli("search", "타임아웃", "--lang", "ko").out


def test_kinds_of_every_line_of_standard_input(cli: Cli) -> None:
    out = cli("search", "-", stdin=b"curl: (6)\n530 Login incorrect.\n550 5.1.1 x\n530 Login incorrect.\n").out
    answers = [json.loads(line) for line in out.splitlines()]
    for answer in answers:
        jsonschema.validate(answer, RESULTS)
    assert [answer[0]["kind"] for answer in answers] == ["neighbour", "foreign", "foreign", "foreign"]
    assert answers[1] == answers[3]
