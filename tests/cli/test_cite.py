"""``cite``: references to paste."""

from tests.cli.conftest import Cli


def test_one_line_for_each_use_of_each_id(cli: Cli) -> None:
    code, out, err = cli("cite", "404", "451", "CURL-52", "redirects", "--lang", "en")
    assert (code, err) == (0, "")
    assert [line.partition(",")[0] for line in out.splitlines()] == [
        "404 Not Found",
        "451 Unavailable For Legal Reasons",
        "451 Redirect",
        "52 CURLE_GOT_NOTHING",
        "StatusRef note “301 and 302 against 307 and 308",
    ]


def test_formats_and_languages(cli: Cli) -> None:
    assert cli("cite", "404", "--lang", "ko").out == "404 Not Found (찾을 수 없음), RFC 9110 §15.5.5, IANA 2025-09-15\n"
    assert "[RFC 9110 §15.5.5](https://www.rfc-editor.org/" in cli("cite", "404", "--md").out
    assert '<a href="https://www.rfc-editor.org/' in cli("cite", "404", "--html").out


def test_an_id_that_is_none_is_named_and_the_others_are_printed(cli: Cli) -> None:
    code, out, err = cli("cite", "nope", "404", "--lang", "en")
    assert code == 1
    assert out.startswith("404 Not Found, ")
    assert err.startswith("statusref: neither a code nor a neighbour nor a note: nope. ")


def test_wrong_usage(cli: Cli) -> None:
    assert cli("cite").code == 2
    code, out, err = cli("cite", "404", "--md", "--html", environment={"LC_ALL": "en_US.UTF-8"})
    assert (code, out) == (2, "")
    assert err == "statusref: only one of these options can be used: --md, --html (help: statusref --help)\n"
