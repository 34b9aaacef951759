"""Entries side by side: which can be, what their rows say, and the comparison as Markdown and HTML."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from statusref.domain.comparison.comparing import compare
from statusref.domain.comparison.facts import section_link
from statusref.domain.comparison.formats import html, markdown
from statusref.domain.comparison.parts import Compared, Comparison
from statusref.domain.comparison.pins import MOST, pinned
from statusref.domain.comparison.usual import load_comparisons
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.status import Registration
from statusref.domain.text import Language
from tests.content.material import load_json

KO, EN = Language.KOREAN, Language.ENGLISH


def compared(library: Library, *ids: str, language: Language = EN) -> Comparison:
    found = pinned(library, ids)
    assert found.problem is None
    return compare(library, found.entries, language)


@pytest.mark.parametrize(
    ("ids", "chosen", "problem"),
    [
        (["401", "403"], ["401", "403"], None),
        ([" 401 ", "499-NGINX", "curl-28"], ["401", "499-nginx", "curl-28"], None),
        (["499", "404"], ["499-nginx", "404"], None),
        (["451", "404"], ["451", "404"], None),
        (["404", "404"], ["404"], "compare.twice"),
        (["404", "299", "410"], ["404", "410"], "compare.unknown"),
        (["404", "curl-9999", ""], ["404"], "compare.unknown"),
        (["200", "201", "202", "204", "206", "301"], ["200", "201", "202", "204", "206"], "compare.too-many"),
        ([], [], None),
    ],
)
def test_what_can_be_put_side_by_side(library: Library, ids: list[str], chosen: list[str], problem: str | None) -> None:
    found = pinned(library, ids)
    assert [entry.id for entry in found.entries] == chosen
    assert (found.problem.key if found.problem else None) == problem
    if found.problem:
        for language in Language:
            assert "{" not in library.words.text(found.problem.key, language, **found.problem.values)


@pytest.mark.parametrize("language", list(Language))
def test_every_entry_and_neighbour_has_its_rows(library: Library, language: Language) -> None:
    everything: list[Compared] = [*library.catalogue.entries, *library.neighbours.all()]
    for start in range(0, len(everything), MOST):
        comparison = compare(library, everything[start : start + MOST], language)
        rows = {row.key: row for row in comparison.rows}
        for key in ("compare.phrase", "compare.summary", "part.first-step", "compare.registration"):
            assert "–" not in rows[key].values, (key, rows[key].values)
        assert all(row.label and "{" not in row.label for row in comparison.rows)
        assert all(item.text for row in comparison.rows for cell in row.cells for item in cell)


def test_a_row_that_says_nothing_of_any_is_left_out(library: Library) -> None:
    keys = {row.key for row in compared(library, "200", "201").rows}
    assert "compare.method" not in keys
    assert "beside.codes" not in keys
    assert "compare.method" in {row.key for row in compared(library, "200", "308").rows}


def test_the_sender_of_every_registered_code_is_said(library: Library) -> None:
    for entry in library.catalogue.entries:
        rows = {row.key: row.values[0] for row in compare(library, [entry], EN).rows}
        assert ("compare.sender" in rows) is (entry.registration is not Registration.UNUSED), entry.id


def test_headers_lead_to_their_section(library: Library) -> None:
    rows = {row.key: row for row in compared(library, "401", "403").rows}
    assert [item.text for item in rows["part.headers"].cells[0]] == ["WWW-Authenticate (MUST)", "Authorization (MAY)"]
    link = rows["part.headers"].cells[0][0].link
    assert link is not None
    assert re.fullmatch(r"https://www\.rfc-editor\.org/rfc/rfc9110\.html#section-[\d.]+", link.target)
    assert section_link("MDN, 431 Request Header Fields Too Large") is None


def test_a_section_is_linked_as_the_registry_does(library: Library) -> None:
    for entry in library.catalogue.entries:
        if entry.reference and entry.reference.startswith("RFC"):
            link = section_link(entry.reference)
            assert link is not None
            assert link.target == entry.url


def test_a_page_that_cannot_be_read_costs_one_cell(copied: Path) -> None:
    (copied / "codes" / "401.en.md").unlink()
    rows = {row.key: row.values for row in compared(Library(copied), "401", "403").rows}
    assert rows["compare.summary"][0] == "–"
    assert rows["compare.phrase"] == ("Unauthorized", "Forbidden")


def test_markdown(library: Library) -> None:
    lines = markdown(compared(library, "404", "410")).split("\n")
    assert lines[:3] == ["| | 404 | 410 |", "|---|---|---|", "| Phrase | Not Found | Gone |"]
    assert lines[-1].startswith("- 404 · 410: ")
    table = lines[: lines.index("")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {4}


class _Table(HTMLParser):
    """Reads the rows of a table, each cell as its tag and text, and where links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append((tag, ""))
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"td", "th", "a"}:
            tag, text = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, text + data)


def test_html(library: Library) -> None:
    comparison = compared(library, "401", "403", "curl-22", language=KO)
    table = _Table(html(comparison))
    assert table.open == []
    assert [text for _, text in table.rows[0]] == ["", "401", "403", "22 CURLE_HTTP_RETURNED_ERROR"]
    assert [[tag for tag, _ in row] for row in table.rows[1:]] == [["th", "td", "td", "td"]] * len(comparison.rows)
    assert table.links[:3] == ["statusref://code/401", "statusref://code/403", "statusref://neighbour/curl-22"]
    assert all(link.startswith(("statusref://", "https://")) for link in table.links)


def test_the_usual_comparisons(library: Library) -> None:
    Draft202012Validator(load_json("comparisons.schema.json")).validate(load_json("comparisons.json"))
    assert len(library.comparisons) == len(set(library.comparisons))
    for ids in library.comparisons:
        found = pinned(library, ids)
        assert found.problem is None
        assert [entry.id for entry in found.entries] == list(ids)
        assert any(set(ids) <= set(note.codes) for note in library.notes.notes), ids


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "comparisons.json"),
        ("[]", "object"),
        ('{"comparisons": [{"codes": ["404", "999"]}]}', "999"),
        ('{"comparisons": [{"codes": "404"}]}', "codes"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, library: Library, text: str, reason: str) -> None:
    (tmp_path / "comparisons.json").write_text(text, "utf-8")
    with pytest.raises(ResourceError, match=reason):
        load_comparisons(tmp_path, library.catalogue)
