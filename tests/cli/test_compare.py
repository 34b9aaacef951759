"""``compare``: codes side by side."""

import json

import pytest

from tests.cli.conftest import Cli


def test_what_differs_and_what_tells_them_apart(cli: Cli) -> None:
    code, out, err = cli("compare", "401", "403", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("401 · 403  401: ")
    assert "Retry\n  401  Retry with credentials\n  403  Not with the same credentials\n" in out
    assert "The same in all: Class (4xx Client error), Registration (IANA registered)" in out


def test_in_korean(cli: Cli) -> None:
    code, out, _ = cli("compare", "301", "308", "--lang", "ko")
    assert code == 0
    assert "다음 요청의 메서드\n  301  POST는 GET이 될 수 있음\n  308  그대로\n" in out


def test_a_markdown_table(cli: Cli) -> None:
    code, out, _ = cli("compare", "401", "403", "--md", "--lang", "en")
    lines = out.splitlines()
    assert code == 0
    assert lines[:3] == ["| | 401 | 403 |", "|---|---|---|", "| Phrase | Unauthorized | Forbidden |"]
    assert all(line.count("|") == 4 for line in lines[: lines.index("")])
    assert lines[-1].startswith("- 401 · 403: ")


def test_json(cli: Cli) -> None:
    code, out, _ = cli("compare", "502", "503", "504", "--json", "--lang", "en")
    found = json.loads(out)
    assert code == 0
    assert found["codes"] == ["502", "503", "504"]
    assert {tuple(difference["ids"]) for difference in found["differences"]} >= {("502", "504")}
    rows = {row["key"]: row for row in found["rows"]}
    assert rows["phrase"]["values"] == {"502": "Bad Gateway", "503": "Service Unavailable", "504": "Gateway Timeout"}
    assert rows["class"]["differs"] is False


def test_a_neighbour_beside_a_code(cli: Cli) -> None:
    code, out, _ = cli("compare", "504", "curl-28", "--json", "--lang", "en")
    found = json.loads(out)
    assert code == 0
    assert found["codes"] == ["504", "curl-28"]
    rows = {row["key"]: row["values"] for row in found["rows"]}
    assert rows["class"]["curl-28"] == "curl exit codes"
    assert rows["registration"] == {"504": "IANA registered", "curl-28": "No HTTP status code"}
    assert rows["side"]["curl-28"] == "–"


def test_who_sends_a_code(cli: Cli) -> None:
    _, out, _ = cli("compare", "401", "407", "502", "499-nginx", "418", "--json", "--lang", "en")
    rows = {row["key"]: row["values"] for row in json.loads(out)["rows"]}
    assert rows["sender"] == {
        "401": "The origin server",
        "407": "A proxy",
        "502": "A gateway or proxy",
        "499-nginx": "nginx",
        "418": "–",
    }


def test_a_use_of_a_vendor_is_named(cli: Cli) -> None:
    code, out, _ = cli("compare", "408", "499-nginx", "--md", "--lang", "en")
    assert code == 0
    assert out.startswith("| | 408 | 499 Client Closed Request |")


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (["404"], "two codes or more"),
        (["404", "404"], "404 is compared only once"),
        (["200", "201", "202", "204", "206", "301"], "At most 5"),
        (["404", "999999"], "999999"),
        (["404", "299"], "299"),
    ],
)
def test_what_cannot_be_compared(cli: Cli, ids: list[str], said: str) -> None:
    code, out, err = cli("compare", *ids, "--lang", "en")
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_without_a_code(cli: Cli) -> None:
    code, _, err = cli("compare", "--lang", "en")
    assert code == 2
    assert "ID" in err
