"""The notes: none is missing, both languages have the same structure, and each begins with its answer."""

import re
from pathlib import Path

from statusref.domain.links import Link
from statusref.domain.markdown import Heading, ListItem, Paragraph, Table
from statusref.domain.notes import NoteStore
from statusref.domain.text import Language
from tests.content.material import blocks, files, joined, label
from tests.each import for_each

SLUGS = {
    "redirects",
    "unauthorized-forbidden",
    "not-found-gone",
    "bad-request-unprocessable",
    "lost-update",
    "success-answers",
    "ranges",
    "conditional-requests",
    "gateway-errors",
    "timeouts",
    "retry-after",
    "too-large",
    "expect-continue",
    "upgrade",
    "interim-responses",
    "webdav",
    "method-not-allowed",
    "misdirected",
    "early-data",
    "cdn-nginx",
    "teapot",
    "legal",
    "renamed",
    "http2-http3",
    "error-bodies",
    "cors",
    "caching",
    "retries",
    "site-redirects",
    "api-operations",
    "health-checks",
    "product-codes",
    "query-method",
}

# The codes that each note must link to at least.
ABOUT = {
    "redirects": {"301", "302", "303", "307", "308"},
    "unauthorized-forbidden": {"401", "403", "404", "407"},
    "not-found-gone": {"404", "410"},
    "bad-request-unprocessable": {"400", "409", "415", "422"},
    "lost-update": {"409", "412", "428"},
    "success-answers": {"200", "201", "202", "204", "205"},
    "ranges": {"206", "416"},
    "conditional-requests": {"304", "412"},
    "gateway-errors": {"500", "502", "503", "504"},
    "timeouts": {"408", "504", "499-nginx", "524-cloudflare"},
    "retry-after": {"429", "503"},
    "too-large": {"413", "414", "431", "494-nginx"},
    "expect-continue": {"100", "417"},
    "upgrade": {"101", "426"},
    "interim-responses": {"102", "103", "104"},
    "webdav": {"207", "208", "226", "422", "423", "424", "507", "508"},
    "method-not-allowed": {"405", "501"},
    "misdirected": {"421"},
    "early-data": {"425"},
    "cdn-nginx": {"520-cloudflare", "444-nginx", "494-nginx", "499-nginx"},
    "teapot": {"418"},
    "legal": {"451"},
    "renamed": {"302", "413", "414", "416", "422"},
    "http2-http3": {"200"},
    "error-bodies": {"400", "404", "422", "500"},
    "cors": {"200", "204", "403", "405", "500"},
    "caching": {"200", "301", "304", "404", "410"},
    "retries": {"408", "429", "500", "502", "503", "504"},
    "site-redirects": {"301", "302", "307", "308"},
    "api-operations": {"200", "201", "202", "204", "400", "401", "404", "409", "422"},
    "health-checks": {"200", "204", "429", "503"},
    "product-codes": {"400", "403", "404", "500", "502", "503"},
    "query-method": {"200", "303", "405", "415", "422", "501"},
}

KOREAN = files(Language.KOREAN, "notes")


def english_of(path: Path) -> Path:
    return path.with_name(path.name.replace(".ko.md", ".en.md"))


def test_all_notes_are_there_in_both_languages(notes: NoteStore) -> None:
    assert {note.slug for note in notes.notes} == SLUGS
    assert {path.name for path in files(Language.ENGLISH, "notes")} == {f"{slug}.en.md" for slug in SLUGS}


def test_each_note_has_a_place_of_its_own(notes: NoteStore) -> None:
    assert [note.order for note in notes.notes] == list(range(1, len(SLUGS) + 1))
    assert notes.notes[0].slug == "redirects"
    for language in Language:
        assert len({note.title[language] for note in notes.notes}) == len(SLUGS)


@for_each("slug", sorted(ABOUT))
def test_a_note_names_its_codes(notes: NoteStore, slug: str) -> None:
    note = notes.get(slug)
    assert note is not None
    assert ABOUT[slug] <= set(note.codes)
    assert len(set(note.codes)) == len(note.codes)


@for_each("path", KOREAN, label)
def test_both_languages_are_built_alike(path: Path) -> None:
    korean, english = blocks(path), blocks(english_of(path))
    assert sum(isinstance(block, Heading) for block in korean) == sum(isinstance(block, Heading) for block in english)
    assert sum(isinstance(block, ListItem) for block in korean) == sum(isinstance(block, ListItem) for block in english)
    korean_tables, english_tables = (
        [[len(row) for row in block.rows] for block in both if isinstance(block, Table)] for both in (korean, english)
    )
    assert korean_tables == english_tables


@for_each("path", [*KOREAN, *map(english_of, KOREAN)], label)
def test_a_note_opens_with_the_answer_in_two_sentences(path: Path) -> None:
    opening = blocks(path)[0]
    assert isinstance(opening, Paragraph)
    sentences = re.findall(r"[.!?](?=\s|$)", joined(opening.spans))
    assert len(sentences) == 2


@for_each("path", [*KOREAN, *map(english_of, KOREAN)], label)
def test_a_note_shows_what_it_says(path: Path) -> None:
    """Each note has a table or an exchange that shows what it says."""
    assert re.search(r"(?m)^(\||```http)", path.read_text("utf-8"))


def test_at_least_eight_notes_carry_a_table() -> None:
    assert sum("\n|" in path.read_text("utf-8") for path in KOREAN) >= 8


@for_each("path", [*KOREAN, *map(english_of, KOREAN)], label)
def test_tables_are_whole(path: Path) -> None:
    """All rows have as many cells as the header, and no heading or first cell is empty."""
    written = re.sub(r"`[^`]*`", "x", path.read_text("utf-8"))
    for table in re.findall(r"(?:^\|.*\n)+", written, re.MULTILINE):
        rows = table.splitlines()
        assert len({row.count("|") for row in rows}) == 1, rows[0]
        assert re.fullmatch(r"\|(?:-+\|)+", rows[1]), rows[1]
    for block in blocks(path):
        if isinstance(block, Table):
            assert all(joined(cell) for cell in block.rows[0][1:])
            assert all(joined(row[0]) for row in block.rows[1:])


@for_each("path", [*KOREAN, *map(english_of, KOREAN)], label)
def test_a_code_is_linked_once_in_a_section(path: Path) -> None:
    seen: set[Link] = set()
    for block in blocks(path):
        if isinstance(block, Heading):
            seen = set()
        if isinstance(block, Paragraph | ListItem):
            links = [span.link for span in block.spans if span.link]
            assert not seen & set(links), seen & set(links)
            seen |= set(links)


@for_each("path", KOREAN, label)
def test_headings_say_something_once(path: Path) -> None:
    for file in (path, english_of(path)):
        headings = [joined(block.spans) for block in blocks(file) if isinstance(block, Heading)]
        assert headings
        assert len(set(headings)) == len(headings)
