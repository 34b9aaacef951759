"""The pages of the entries: complete in both languages, not too long, in the Markdown that the program can show."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import Link, LinkKind, code_link, note_link, parse_link
from statusref.domain.markdown import parse_spans
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore, Section
from statusref.domain.text import Language
from tests.content.material import FENCE, ROOT, files, label, shipped, spans, without_front_matter
from tests.each import for_each

LONGEST_SUMMARY = {Language.KOREAN: 90, Language.ENGLISH: 140}
ENTRY_IDS = [entry.id for entry in shipped().entries]
EVERY_FILE = [*files(Language.KOREAN), *files(Language.ENGLISH)]

# Markup of CommonMark that the program does not support and would show as it is written.
FOREIGN_MARKUP = {
    "a heading that is not level 2": r"(?m)^#(?!# \S)",
    "a list in a list": r"(?m)^[ \t]+(?:[-*+]|\d+\.) ",
    "another bullet": r"(?m)^[*+] ",
    "a quotation": r"(?m)^>",
    "an image": r"!\[",
    "an indented line": r"(?m)^(?: {4}|\t)",
    "a hard line break": r"(?m)(?:  |\\)$",
    "a rule": r"(?m)^(?:-{3,}|\*{3,}|_{3,})$",
    "a link by reference": r"\]\[|(?m:^\[[^\]]+\]: )",
}


@pytest.mark.parametrize("language", Language)
def test_every_entry_has_its_page_and_no_page_is_left_over(language: Language) -> None:
    assert {label(path) for path in files(language, "codes")} == {
        f"codes/{entry_id}.{language.value}.md" for entry_id in ENTRY_IDS
    }


@for_each("entry_id", ENTRY_IDS)
def test_both_languages_say_the_same_sections(prose: ProseStore, entry_id: str) -> None:
    korean, english = (prose.page(entry_id, language).sections for language in Language)
    assert korean.keys() == english.keys()
    assert all(text.strip() for text in [*korean.values(), *english.values()])


@for_each("entry_id", ENTRY_IDS)
def test_a_page_says_more_than_its_summary(prose: ProseStore, entry_id: str) -> None:
    sections = prose.page(entry_id, Language.KOREAN).sections
    assert Section.SERVER in sections
    assert Section.CLIENT in sections


@pytest.mark.parametrize("language", Language)
@for_each("entry_id", ENTRY_IDS)
def test_a_summary_is_one_short_plain_sentence(prose: ProseStore, entry_id: str, language: Language) -> None:
    summary = prose.page(entry_id, language).summary
    assert len(summary) <= LONGEST_SUMMARY[language]
    (span,) = parse_spans(summary)
    assert span == (summary, False, False, None)
    assert "\n" not in summary
    assert re.findall(r"[.!?](?=\s|$)", summary) == ["."]
    assert summary.endswith("." if language is Language.ENGLISH else "다.")


@pytest.mark.parametrize("language", Language)
def test_no_two_entries_have_the_same_summary(prose: ProseStore, language: Language) -> None:
    counted = Counter(prose.page(entry_id, language).summary for entry_id in ENTRY_IDS)
    assert counted.most_common(1)[0][1] == 1


@for_each("path", EVERY_FILE, label)
def test_a_file_is_clean_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    odd = {char for char in text if not char.isprintable()} - {"\n"}
    assert not odd


@for_each("path", EVERY_FILE, label)
def test_only_markup_that_is_shown_as_markup(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(re.findall(r"(?m)^```", text)) == 2 * len(FENCE.findall(text)), "a fence is not closed"
    prose = FENCE.sub("", without_front_matter(text))
    found = [name for name, pattern in FOREIGN_MARKUP.items() if re.search(pattern, prose)]
    assert not found


@for_each("path", EVERY_FILE, label)
def test_no_markup_is_left_to_be_read(path: Path) -> None:
    """An unclosed mark or an HTML tag would be shown as it is written."""
    plain = [span.text for span in spans(path) if not span.code]
    assert not [text for text in plain if re.search(r"`|\*\*|\]\(|<[a-z/!]|&[a-z]+;|&#\d", text)]


@for_each("path", EVERY_FILE, label)
def test_every_link_leads_somewhere(path: Path, catalogue: Catalogue, notes: NoteStore) -> None:
    own = path.name.split(".")[0]
    for written in re.findall(r"(?<=\]\()[^()\s]+(?=\))", FENCE.sub("", path.read_text("utf-8"))):
        link = parse_link(written)
        match link:
            case Link(LinkKind.CODE, entry_id):
                assert catalogue.get(entry_id) is not None, written
            case Link(LinkKind.NOTE, slug):
                assert notes.get(slug) is not None, written
            case Link(LinkKind.CLASS, choice):
                assert choice in {member.value for member in ClassFilter}, written
            case _:
                assert re.fullmatch(r"https://[a-z0-9.-]+/\S*", written), written
        assert link not in {code_link(own), note_link(own)}, "a page that leads to itself"


# Where Korean says "from 103 to …", English writes a range, and its start is no link.
RANGES_IN_ENGLISH = {"codes/104.ko.md": {code_link("103")}, "codes/226.ko.md": {code_link("208")}}


def linked(path: Path) -> set[Link]:
    return {span.link for span in spans(path) if span.link is not None}


@for_each("korean", files(Language.KOREAN), label)
def test_both_languages_lead_to_the_same_pages(korean: Path) -> None:
    english = korean.with_name(korean.name.replace(".ko.md", ".en.md"))
    assert linked(korean) - RANGES_IN_ENGLISH.get(label(korean), set()) == linked(english)


# The page says that this is no status code at all: it is what the log has if there was no response.
NO_CODE = {"000-aws"}


@pytest.mark.parametrize("language", Language)
def test_unofficial_codes_are_never_described_as_if_they_were_standardised(
    prose: ProseStore, catalogue: Catalogue, language: Language
) -> None:
    says_so = {Language.KOREAN: "IANA|표준|공식|등록된", Language.ENGLISH: "IANA|standard|official|registered"}[
        language
    ]
    silent = {
        entry.id
        for entry in catalogue.entries
        if not entry.official and not re.search(says_so, "\n".join(prose.page(entry.id, language).sections.values()))
    }
    assert silent == NO_CODE


def test_no_stray_files_lie_among_the_pages() -> None:
    for folder in ("codes", "notes", "classes"):
        assert not [
            path.name for path in (ROOT / folder).iterdir() if not re.fullmatch(r"[a-z0-9-]+\.(ko|en)\.md", path.name)
        ]
