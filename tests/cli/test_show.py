"""``show``: the page of a code, and the answer for any number."""

import json

import jsonschema
import pytest

from statusref.cli.rendering import page_text
from statusref.cli.shapes import Shapes, one_line
from statusref.domain.description.blocks import CodeLines, LinkItem
from statusref.domain.description.target import describe_target
from statusref.domain.links import LinkKind
from statusref.domain.markdown import Span, Table
from statusref.domain.status import Entry
from statusref.domain.text import Language
from tests.cli.conftest import Cli
from tests.cli.json_shapes import ENTRY, NUMBER
from tests.shipped import shipped_library


def test_korean_page(cli: Cli) -> None:
    code, out, err = cli("show", "404", "--lang", "ko")
    assert (code, err) == (0, "")
    assert out.startswith("404 Not Found\n찾을 수 없음\n\n[4xx 클라이언트 오류] [IANA 등록]")
    for part in (
        "서버 쪽에서는\n",
        "흔한 원인\n",
        "HTTP/1.1 404 Not Found\n",
        "http.StatusNotFound",
        "RFC 9110, Section 15.5.5",
    ):
        assert part in out
    assert "(not-found-gone)" in out


def test_english_page(cli: Cli) -> None:
    code, out, err = cli("show", "404", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("404 Not Found\n찾을 수 없음\n\n[4xx Client error]")
    assert "\nCommon causes\n" in out


def test_no_markup_is_left(cli: Cli) -> None:
    for code in ("200", "301", "404"):
        out = cli("show", code, "--lang", "ko").out
        assert not any(mark in out for mark in ("**", "](", "```", "## ", "\x1b"))


def test_wrapped_to_the_terminal(cli: Cli) -> None:
    wide = cli("show", "301", "--lang", "en").out
    narrow = cli("show", "301", "--lang", "en", width=60).out
    assert "".join(wide.split()) == "".join(narrow.split())
    prose = narrow.partition("\nExample\n")[0]
    assert max(map(len, prose.splitlines())) <= 60


def test_language_follows_the_locale_unless_named(cli: Cli) -> None:
    korean = {"LANG": "ko_KR.UTF-8"}
    assert "클라이언트 오류" in cli("show", "404", environment=korean).out
    assert "Client error" in cli("show", "404").out
    assert "Client error" in cli("show", "404", "--lang", "en", environment=korean).out


def test_several_uses_of_one_number(cli: Cli) -> None:
    text = cli("show", "451", "--lang", "en").out
    assert text.index("451 Unavailable For Legal Reasons") < text.index("451 Redirect\n")
    assert [entry["id"] for entry in json.loads(cli("show", "451", "--json").out)] == ["451", "451-exchange"]


def test_an_id_names_one_use(cli: Cli) -> None:
    for typed in ("451-exchange", " 451-Exchange "):
        entry = json.loads(cli("show", typed, "--json").out)
        assert (entry["id"], entry["vendor"]) == ("451-exchange", "Exchange ActiveSync")


def test_json_of_an_entry(cli: Cli) -> None:
    entry = json.loads(cli("show", "404", "--json").out)
    jsonschema.validate(entry, ENTRY)
    expected = {
        "id": "404",
        "code": 404,
        "phrase": "Not Found",
        "korean": "찾을 수 없음",
        "class": "4xx",
        "registration": "registered",
        "vendor": None,
        "reference": "RFC 9110, Section 15.5.5",
        "url": "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5",
        "cacheable": True,
        "must_not_store": False,
        "content": "allowed",
        "essential": True,
    }
    assert {key: entry[key] for key in expected} == expected
    assert entry["constants"]["python"] == [{"name": "NOT_FOUND", "since": None, "deprecated": False}]
    assert "not-found-gone" in entry["notes"]
    assert list(entry) == ENTRY["required"]


def test_json_says_whose_side_and_what_to_do_first(cli: Cli) -> None:
    entry = json.loads(cli("show", "401", "--json").out)
    assert entry["side"] == {
        "who": "client",
        "ko": "인증하지 않은 클라이언트",
        "en": "The client: no valid credentials",
    }
    assert entry["first_step"] == {
        "ko": "WWW-Authenticate를 읽고 토큰이 만료됐는지부터 봅니다.",
        "en": "Read WWW-Authenticate, and see first whether your token has expired.",
    }


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ko", "누구 쪽     인증하지 않은 클라이언트\n먼저 할 일  WWW-Authenticate를 읽고"),
        ("en", "Whose side  The client: no valid credentials\nFirst       Read WWW-Authenticate, and"),
    ],
)
def test_whose_side_and_what_to_do_first_stand_above_the_sections(cli: Cli, language: str, lines: str) -> None:
    summary, _, rest = cli("show", "401", "--lang", language).out.partition(f"\n\n{lines}")
    assert summary.count("\n\n") == 2
    assert rest


def test_json_does_not_depend_on_the_language(cli: Cli) -> None:
    assert cli("show", "404", "--json", "--lang", "ko").out == cli("show", "404", "--json", "--lang", "en").out


@pytest.mark.parametrize(("typed", "number"), [("000", 0), ("0", 0), ("999", 999), ("４０４", 404)])
def test_numbers_as_people_write_them(cli: Cli, typed: str, number: int) -> None:
    assert json.loads(cli("show", typed, "--json").out)["code"] == number


def test_outside_the_classes(cli: Cli) -> None:
    entry = json.loads(cli("show", "000", "--json").out)
    assert (entry["id"], entry["class"], entry["content"]) == ("000-aws", None, None)
    assert cli("show", "000", "--lang", "ko").out.startswith("000 No status code\n상태 코드 없음\n\n[비공식] [AWS ALB]")


def test_unassigned_number(cli: Cli) -> None:
    answer = json.loads(cli("show", "299", "--json").out)
    jsonschema.validate(answer, NUMBER)
    assert answer["registration"] == "unassigned"
    assert (answer["id"], answer["code"], answer["class"], answer["treat_as"]) == ("299", 299, "2xx", "200")
    assert answer["unassigned"] == {"first": 227, "last": 299}
    code, out, _ = cli("show", "299", "--lang", "ko")
    assert code == 0
    assert "227~299" in out
    assert "200 OK" in out


def test_unassigned_number_between_assigned_ones(cli: Cli) -> None:
    assert "427–427" not in cli("show", "427", "--lang", "en").out
    assert json.loads(cli("show", "427", "--json").out)["unassigned"] == {"first": 427, "last": 427}


@pytest.mark.parametrize(("typed", "shown"), [("742", "742"), ("600", "600"), ("99", "099"), ("7", "007")])
def test_invalid_number(cli: Cli, typed: str, shown: str) -> None:
    answer = json.loads(cli("show", typed, "--json").out)
    jsonschema.validate(answer, NUMBER)
    assert (answer["id"], answer["registration"], answer["class"]) == (shown, "invalid", None)
    assert answer["treat_as"] == "5xx"
    code, out, _ = cli("show", typed, "--lang", "en")
    assert code == 0
    assert f"{shown} is not a valid HTTP status code" in out


@pytest.mark.parametrize("language", list(Language))
def test_every_number_has_an_answer(language: Language) -> None:
    library = shipped_library()
    shapes = Shapes(library)
    validators = {True: jsonschema.Draft202012Validator(ENTRY), False: jsonschema.Draft202012Validator(NUMBER)}
    for number in range(1000):
        targets = library.catalogue.find(f"{number:03}")
        assert targets
        for target in targets:
            shape = validators[isinstance(target, Entry)]
            shape.validate(shapes.of(target))
            assert page_text(describe_target(library, target, language), 80).startswith(f"{number:03}")


@pytest.mark.parametrize("typed", ["abc", "99999", "1000", "-1", "", " ", "4xx", "4.4", "404-nginx", "é" * 9999])
@pytest.mark.parametrize("json_option", [[], ["--json"]])
def test_an_id_that_cannot_be(cli: Cli, typed: str, json_option: list[str]) -> None:
    code, out, err = cli("show", typed, *json_option)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert len(err) < 400


def test_the_way_from_a_use_that_is_not_there(cli: Cli) -> None:
    assert "statusref show 451" in cli("show", "451-nginx", "--lang", "en").err


def test_json_lists_what_the_page_lists() -> None:
    """In the same order: the codes it is confused with, notes, headers and names in code."""
    library = shipped_library()
    shapes = Shapes(library)
    for entry in library.catalogue.entries:
        shape = json.loads(one_line(shapes.of(entry)))
        blocks = [block for part in describe_target(library, entry, Language.ENGLISH).parts() for block in part.blocks]
        links = [block.link for block in blocks if isinstance(block, LinkItem)]
        codes = [link.target for link in links if link.kind is LinkKind.CODE]
        uses = [other.id for other in library.catalogue.with_code(entry.code) if other.id != entry.id]
        assert codes == [*shape["confusable"], *uses]
        assert [link.target for link in links if link.kind is LinkKind.NOTE] == shape["notes"]
        tables = [block.rows for block in blocks if isinstance(block, Table) and block.rows[0][0] == (Span("Header"),)]
        rows = [row[0][0].text for table in tables for row in table[1:]]
        assert rows == [header["name"] for header in shape["headers"]]
        written = [line.code for block in blocks if isinstance(block, CodeLines) for line in block.lines]
        names = [constant["name"] for of_language in shape["constants"].values() for constant in of_language]
        assert all(code.endswith(name) for code, name in zip(written, names, strict=True))
