"""Markdown, CSV and JSON: whole, and read by what will read them."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind
from statusref.domain.markdown import Span, Table, parse_blocks, parse_spans
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from statusref.export.errors import CannotExportError
from statusref.export.markdown_blocks import MarkdownWriter
from tests.export.conftest import BOTH, NO_MEMOS, export

KO, EN = Language.KOREAN, Language.ENGLISH


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


# Markdown


def test_markdown_has_a_heading_for_each_page_and_no_link_leads_nowhere(everything: Contents, tmp_path: Path) -> None:
    text = export("md", everything, tmp_path / "book.md").read_text("utf-8")
    places = re.findall(r'^<a id="([^"]+)"></a>$', text, re.MULTILINE)
    assert len(places) == len(set(places))
    assert {entry.id for entry in everything.entries} <= set(places)
    assert set(re.findall(r"\(<#([^>]+)>\)", text)) <= set(places)
    assert "### 404 Not Found · 찾을 수 없음" in text.split("\n")
    assert "# HTTP 상태 코드 · HTTP status codes" in text.split("\n")


def test_markdown_in_one_language_holds_no_other(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, {"404"}, (EN,), NO_MEMOS, notes=False, neighbours=False)
    text = export("md", contents, tmp_path / "book.md").read_text("utf-8")
    assert library.prose.page("404", EN).summary in text
    assert "클라이언트" not in text
    assert "**English**" not in text


def test_a_link_to_what_is_not_exported_is_plain_text(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, {"404"}, (EN,), NO_MEMOS, notes=False, neighbours=False)
    text = export("md", contents, tmp_path / "book.md").read_text("utf-8")
    assert "<#410>" not in text
    assert "410 Gone" in text
    assert "(<https://www.rfc-editor.org/" in text


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("plain", "plain"),
        ("**strong** word", "**strong** word"),
        ("**끝.** 다음", "**끝.** 다음"),
        ("**(1)**은", "<strong>(1)</strong>은"),
        ("a*b_c <b> [x] | y", r"a\*b\_c \<b\> \[x\] \| y"),
        ("`a|b`", "`a|b`"),
        ("**[404](code:404)**", "**[404](<#404>)**"),
        ("[404](code:404)", "[404](<#404>)"),
        ("**before [404](code:404)** after", "**before [404](<#404>)** after"),
    ],
)
def test_spans_of_markdown(source: str, written: str) -> None:
    assert MarkdownWriter(lambda link: f"#{link.target}", 1).spans(parse_spans(source)) == written


def test_a_bar_in_a_cell_ends_no_cell() -> None:
    (block,) = parse_blocks("| a |\n|---|\n| `x\\|y` \\| z |")
    assert isinstance(block, Table)
    (table,) = MarkdownWriter(str, 1).blocks((block,))
    assert table == "| a |\n|---|\n| `x\\|y` \\| z |"


def test_ticks_in_code_are_kept() -> None:
    writer = MarkdownWriter(str, 1)
    assert writer.spans((Span("a`b", code=True),)) == "``a`b``"
    assert writer.spans((Span("`a", code=True, link=Link(LinkKind.WEB, "https://x.example/")),)) == (
        "[`` `a ``](<https://x.example/>)"
    )


# CSV


def test_csv_is_opened_by_a_korean_excel(everything: Contents, tmp_path: Path) -> None:
    path = export("csv", everything, tmp_path / "codes.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert b"\r\n" in path.read_bytes()
    rows = rows_of(path)
    assert [row["id"] for row in rows] == [entry.id for entry in everything.entries]
    row = next(row for row in rows if row["id"] == "404")
    assert (row["번호"], row["이름"], row["뜻"]) == ("404", "Not Found", "찾을 수 없음")
    assert row["설명 (한국어)"] == everything.library.prose.page("404", KO).summary
    assert row["Meaning (English)"] == everything.library.prose.page("404", EN).summary


def test_csv_in_one_language_names_it_nowhere(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, ClassFilter.ESSENTIAL, (EN,), NO_MEMOS)
    rows = rows_of(export("csv", contents, tmp_path / "codes.csv"))
    assert {"Number", "Phrase", "Korean meaning", "Whose side", "Meaning"} <= rows[0].keys()
    assert not [title for title in rows[0] if "(" in title]


@pytest.mark.parametrize("memo", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(library: Library, tmp_path: Path, memo: str) -> None:
    contents = choose_contents(library, {"404"}, (EN,), {"404": memo})
    (row,) = rows_of(export("csv", contents, tmp_path / "codes.csv"))
    assert row["My note"] == f"'{memo}"


def test_csv_of_neighbours_alone_says_that_it_cannot(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, ClassFilter.NEIGHBOUR, (EN,), NO_MEMOS)
    with pytest.raises(CannotExportError) as caught:
        export("csv", contents, tmp_path / "codes.csv")
    assert caught.value.key == "export.only-codes"
    assert not list(tmp_path.iterdir())


# JSON


@pytest.mark.parametrize("languages", [BOTH, (KO,), (EN,)])
@pytest.mark.parametrize("only", [ClassFilter.ALL, ClassFilter.NEIGHBOUR, frozenset({"404"})])
def test_json_is_what_its_schema_says(
    library: Library, resources: Path, tmp_path: Path, languages: tuple[Language, ...], only: ClassFilter
) -> None:
    contents = choose_contents(library, only, languages, {"404": "mine"})
    data = json.loads(export("json", contents, tmp_path / "all.json").read_text("utf-8"))
    schema = json.loads((resources / "export" / "export.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert [code["id"] for code in data["codes"]] == [entry.id for entry in contents.entries]
    assert [note["id"] for note in data["notes"]] == [note.slug for note in contents.notes]
    assert [one["id"] for one in data["neighbours"]] == [one.id for one in contents.neighbours]
    assert [code["memo"] for code in data["codes"] if "memo" in code] == ["mine"] * bool(contents.memos)


def test_json_names_every_key_in_its_schema(everything: Contents, resources: Path, tmp_path: Path) -> None:
    """The schema lets keys come, so that programs go on; those that are there it describes."""
    data = json.loads(export("json", everything, tmp_path / "all.json").read_text("utf-8"))
    schema = json.loads((resources / "export" / "export.schema.json").read_text("utf-8"))
    assert data.keys() == schema["properties"].keys()
    for name, kind in (("codes", "code"), ("notes", "note"), ("families", "family"), ("neighbours", "neighbour")):
        assert set().union(*data[name]) <= schema["$defs"][kind]["properties"].keys()


def test_json_holds_texts_in_the_languages_asked_for(library: Library, tmp_path: Path) -> None:
    contents = choose_contents(library, {"404"}, (EN,), NO_MEMOS)
    (code,) = json.loads(export("json", contents, tmp_path / "all.json").read_text("utf-8"))["codes"]
    assert code["summary"] == {"en": library.prose.page("404", EN).summary}
    assert code["korean"] == "찾을 수 없음"
