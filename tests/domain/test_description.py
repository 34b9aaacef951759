"""What a page holds and in which order, whoever prints it."""

from pathlib import Path

import pytest

from statusref.domain.catalogue import Target, title
from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.blocks import (
    Block,
    Caution,
    Chip,
    CodeLine,
    CodeLines,
    Description,
    Exchange,
    Fact,
    Facts,
    LinkItem,
    Part,
)
from statusref.domain.description.damage import describe_damage
from statusref.domain.description.note import describe_note
from statusref.domain.description.overview import describe_overview
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.description.target import describe_target
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import LinkKind, class_link
from statusref.domain.markdown import Heading, ListItem, Paragraph, Span, Table
from statusref.domain.status import StatusClass
from statusref.domain.text import Language

EN, KO = Language.ENGLISH, Language.KOREAN


def target(library: Library, target_id: str) -> Target:
    return library.catalogue.find(target_id)[0]


def page(library: Library, target_id: str, language: Language = EN) -> Description:
    return describe_target(library, target(library, target_id), language)


def parts(described: Description) -> dict[str, tuple[Block, ...]]:
    return {part.label: part.blocks for part in described.parts()}


def plain(described: Description) -> str:
    return "".join(span.text for span in described.head.summary)


def test_the_head_of_an_entry(library: Library) -> None:
    head = page(library, "404").head
    assert (head.number, head.title, head.subtitle) == ("404", "Not Found", "찾을 수 없음")
    assert head.tone is StatusClass.CLIENT_ERROR
    assert head.chips[0] == Chip("4xx Client error", toned=True)
    assert not any(chip.toned for chip in head.chips[1:])
    assert plain(page(library, "404")).startswith("The server found no representation")


def test_an_unofficial_entry_has_no_colour_of_a_class(library: Library) -> None:
    assert page(library, "499-nginx").head.tone is None
    (caution,) = parts(page(library, "499-nginx"))["Cautions and misconceptions"]
    assert isinstance(caution, Caution)
    assert caution.tone is None


def test_the_parts_of_an_entry_in_their_order(library: Library) -> None:
    assert list(parts(page(library, "451"))) == [
        "",
        "On the server's side",
        "What the client does",
        "Common causes",
        "When to use it",
        "Cautions and misconceptions",
        "Notes",
        "Easily confused with",
        "Other uses of this number",
        "Headers",
        "Example",
        "Names in code",
        "Names",
        "Sources",
    ]


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        (
            KO,
            (
                Fact("누구 쪽", Chip("너무 자주 보낸 클라이언트", toned=True)),
                Fact("먼저 할 일", "Retry-After만큼 기다리고, 없으면 간격을 두 배씩 늘리며 다시 보냅니다."),
            ),
        ),
        (
            EN,
            (
                Fact("Whose side", Chip("The client: too many requests", toned=True)),
                Fact("First", "Wait as long as Retry-After says; without it, double the pause before each attempt."),
            ),
        ),
    ],
)
def test_a_page_begins_with_whose_side_it_is_on_and_what_to_do(
    library: Library, language: Language, facts: tuple[Fact, ...]
) -> None:
    first = next(iter(page(library, "429", language).parts()))
    assert first == Part("", (Facts(facts, StatusClass.CLIENT_ERROR),))


@pytest.mark.parametrize(("target_id", "toned"), [("200", False), ("404", True), ("502", True), ("503", True)])
def test_the_side_is_in_colour_unless_nothing_is_wrong(library: Library, target_id: str, *, toned: bool) -> None:
    (block,) = next(iter(page(library, target_id).parts())).blocks
    assert isinstance(block, Facts)
    side = block.facts[0].value
    assert isinstance(side, Chip)
    assert side.toned is toned


def test_a_temporary_registration_says_so_before_any_section(library: Library) -> None:
    _, notice, *_ = page(library, "104").parts()
    assert notice.label == ""
    (block,) = notice.blocks
    assert isinstance(block, Paragraph)
    assert block.quiet
    assert "2026-11-13" in block.spans[0].text


def fixed(blocks: tuple[Block, ...]) -> list[type[Block]]:
    """The kinds of those blocks whose number does not depend on how a page is worded."""
    return [type(block) for block in blocks if isinstance(block, LinkItem | Table | CodeLines | Caution)]


def test_both_languages_hold_the_same_parts(library: Library) -> None:
    for entry in library.catalogue.entries:
        korean, english = (describe_target(library, entry, language).parts() for language in (KO, EN))
        for part, other in zip(korean, english, strict=True):
            assert fixed(part.blocks) == fixed(other.blocks), f"{entry.id}: {part.label}"


def test_no_part_is_empty(library: Library) -> None:
    for entry in library.catalogue.entries:
        for language in Language:
            described = describe_target(library, entry, language)
            assert f"{described.head.number} {described.head.title}".strip() == title(entry)
            assert described.head.summary
            assert all(part.blocks for part in described.parts())


def test_cautions_have_the_colour_of_the_class(library: Library) -> None:
    (caution,) = parts(page(library, "404"))["Cautions and misconceptions"]
    assert isinstance(caution, Caution)
    assert caution.tone is StatusClass.CLIENT_ERROR
    assert isinstance(caution.blocks[0], ListItem)


def test_confusable_codes_and_other_uses_lead_to_their_pages(library: Library) -> None:
    held = parts(page(library, "451"))
    (other,) = held["Other uses of this number"]
    assert isinstance(other, LinkItem)
    assert (other.text, str(other.link)) == ("451 Redirect", "code:451-exchange")
    assert other.remark == "다른 서버로 이동 · Exchange ActiveSync"
    assert ("403 Forbidden", "code:403") in [
        (item.text, str(item.link)) for item in held["Easily confused with"] if isinstance(item, LinkItem)
    ]


def test_headers_stand_in_a_table(library: Library) -> None:
    (table,) = parts(page(library, "404"))["Headers"]
    assert isinstance(table, Table)
    head, row = table.rows
    assert [cell[0].text for cell in head] == ["Header", "Level", "When", "Specification"]
    assert row[0] == (Span("Cache-Control", code=True),)


def test_names_in_code_as_they_are_written(library: Library) -> None:
    (names,) = parts(page(library, "413"))["Names in code"]
    assert isinstance(names, CodeLines)
    assert names.lines[0] == CodeLine("Python", "HTTPStatus.CONTENT_TOO_LARGE", "since 3.13")
    assert CodeLine("Java (Spring)", "HttpStatus.PAYLOAD_TOO_LARGE", "deprecated") in names.lines
    assert CodeLine("PHP (Symfony)", "Response::HTTP_REQUEST_ENTITY_TOO_LARGE", "") in names.lines


def test_every_constant_is_listed(library: Library) -> None:
    for entry in library.catalogue.entries:
        listed = [line for blocks in parts(describe_target(library, entry, EN)).values() for line in code_lines(blocks)]
        constants = [constant for of_language in entry.constants.values() for constant in of_language]
        assert all(line.code.endswith(constant.name) for line, constant in zip(listed, constants, strict=True))


def code_lines(blocks: tuple[Block, ...]) -> list[CodeLine]:
    return [line for block in blocks if isinstance(block, CodeLines) for line in block.lines]


def test_a_number_that_no_entry_has(library: Library) -> None:
    described = page(library, "299")
    assert described.head[:3] == ("299", "Unassigned", "할당되지 않음")
    assert [chip.text for chip in described.head.chips] == ["2xx Successful", "Treat as 200"]
    assert list(parts(described)) == ["What the client does", "On the server's side", "Sources"]
    item = parts(described)["What the client does"][1]
    assert isinstance(item, LinkItem)
    assert (item.text, str(item.link)) == ("200 OK", "code:200")
    assert described.head.summary[1:] == (Span("200 OK", link=item.link), Span("."))


def test_an_invalid_number(library: Library) -> None:
    described = page(library, "742", KO)
    assert [chip.text for chip in described.head.chips] == ["5xx처럼 처리"]
    assert "742" in plain(described)
    assert (described.head.title, described.head.subtitle) == ("Not a valid code", "유효하지 않은 코드")
    assert described.head.summary[1:] == (Span("5xx 서버 오류", link=class_link("5xx")), Span("처럼 처리합니다."))


def test_the_overview_of_a_class(library: Library) -> None:
    described = describe_overview(library, ClassFilter.SUCCESSFUL, EN)
    head = described.head
    assert (head.number, head.title, head.tone) == ("2xx", "Successful", StatusClass.SUCCESSFUL)
    body, unassigned = described.parts()
    assert body.label == ""
    assert isinstance(body.blocks[0], Paragraph | Heading)
    assert unassigned == Part(
        "Unassigned",
        (
            Paragraph((Span("209–225, 227–299"),)),
            Paragraph((Span("A client that receives one of these must treat it like 200."),), quiet=True),
        ),
    )


def test_an_overview_that_is_no_class(library: Library) -> None:
    described = describe_overview(library, ClassFilter.ESSENTIAL, KO)
    assert (described.head.number, described.head.title, described.head.tone) == ("", "핵심 상태 코드", None)
    assert len(list(described.parts())) == 1


def test_the_first_paragraph_of_a_note_is_its_summary(library: Library) -> None:
    note = library.notes.get("redirects")
    assert note is not None
    described = describe_note(library, note, EN)
    assert (described.head.number, described.head.title) == ("", note.title.en)
    assert [chip.text for chip in described.head.chips][:3] == ["301", "302", "303"]
    assert [str(span.link) for span in described.head.summary if span.link][:2] == ["code:307", "code:308"]
    body, codes, comparisons = described.parts()
    assert isinstance(body.blocks[0], Heading)
    assert codes.label == "Codes in this note"
    assert [str(item.link) for item in codes.blocks if isinstance(item, LinkItem)] == [
        f"code:{code}" for code in note.codes
    ]
    assert [str(item.link) for item in comparisons.blocks if isinstance(item, LinkItem)] == [
        "compare:301,302,303,307,308"
    ]


def test_a_note_that_begins_with_something_else_has_no_summary(copied: Path) -> None:
    path = copied / "notes" / "redirects.en.md"
    head, _, _ = path.read_text("utf-8").partition("\n---\n")
    path.write_text(f"{head}\n---\n\n- an item\n", "utf-8")
    library = Library(copied)
    note = library.notes.get("redirects")
    assert note is not None
    described = describe_note(library, note, EN)
    assert described.head.summary == ()
    assert next(iter(described.parts())).blocks == (ListItem((Span("an item"),)),)


@pytest.mark.parametrize("language", list(Language))
def test_the_file_that_the_words_come_from(library: Library, resources: Path, language: Language) -> None:
    pages = [describe_target(library, target(library, number), language) for number in ("404", "499", "299", "742")]
    pages += [describe_overview(library, choice, language) for choice in ClassFilter]
    pages += [describe_note(library, note, language) for note in library.notes.notes]
    for described in pages:
        assert (resources / described.file).is_file()
    assert pages[0].file == f"codes/404.{language.value}.md"
    assert pages[2].file == "i18n/words.json"


def test_the_head_needs_no_note(copied: Path) -> None:
    """The window paints the head before it reads what only the rest of the page needs."""
    (copied / "notes" / "redirects.en.md").unlink()
    described = page(Library(copied), "404")
    assert described.head.title == "Not Found"
    with pytest.raises(ResourceError, match=r"notes/redirects\.en\.md"):
        list(described.parts())


def test_a_damaged_page_says_what_is_wrong(copied: Path) -> None:
    (copied / "codes" / "404.en.md").write_text("no heading", "utf-8")
    with pytest.raises(ResourceError) as caught:
        page(Library(copied), "404")
    described = describe_damage(caught.value, "A title")
    assert described.head.title == "A title"
    assert described.file == "codes/404.en.md"
    assert "codes/404.en.md" in plain(described)
    assert list(described.parts()) == []


def test_messages_that_follow_each_other_are_one_exchange() -> None:
    blocks = prose_blocks("a\n\n```http\nGET /\n```\n\n```http\nHTTP/1.1 200 OK\n```\n\nb\n```\nx\n```")
    assert [type(block) for block in blocks] == [Paragraph, Exchange, Paragraph, Exchange]
    assert blocks[1] == Exchange(("GET /", "HTTP/1.1 200 OK"))


def test_every_link_to_a_code_or_note_leads_somewhere(library: Library) -> None:
    for entry in library.catalogue.entries:
        for blocks in parts(describe_target(library, entry, EN)).values():
            for item in blocks:
                if isinstance(item, LinkItem):
                    kind, named = item.link
                    assert kind is not LinkKind.CODE or library.catalogue.get(named)
                    assert kind is not LinkKind.NOTE or library.notes.get(named)
