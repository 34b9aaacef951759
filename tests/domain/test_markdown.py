"""The Markdown of pages and notes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusref.domain.links import code_link, note_link
from statusref.domain.markdown import (
    Heading,
    ListItem,
    Message,
    Paragraph,
    Span,
    Table,
    parse_blocks,
    parse_spans,
    plain_text,
)

PIECES = [
    "`",
    "**",
    "[",
    "]",
    "(",
    ")",
    "|",
    "\\|",
    "- ",
    "1. ",
    "## ",
    "```",
    "\n",
    " ",
    "---",
    "|-|",
    "<b>",
    "가",
    "404",
    "\ud800",
]
LOOKS_LIKE_MARKDOWN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", [Span("plain")]),
        ("a **b** c", [Span("a "), Span("b", strong=True), Span(" c")]),
        ("`a*b`", [Span("a*b", code=True)]),
        ("**`x`가**", [Span("x", strong=True, code=True), Span("가", strong=True)]),
        ("[404](code:404)는", [Span("404", link=code_link("404")), Span("는")]),
        ("[`ETag`](note:ranges)", [Span("ETag", code=True, link=note_link("ranges"))]),
        ("**[401](code:401)**", [Span("401", strong=True, link=code_link("401"))]),
        ("<b>not bold</b>", [Span("<b>not bold</b>")]),
        ("2 * 3 ** 4", [Span("2 * 3 ** 4")]),
        ("`never closed", [Span("`never closed")]),
        ("[no target]", [Span("[no target]")]),
        ("", []),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    assert list(parse_spans(text)) == spans


def test_blocks() -> None:
    text = "## 제목\n\n문단\n- 하나\n- **둘**\n2. 셋\n\n```http\nGET / HTTP/1.1\n\n## 본문\n```\n마지막"
    assert list(parse_blocks(text)) == [
        Heading((Span("제목"),)),
        Paragraph((Span("문단"),)),
        ListItem((Span("하나"),), None),
        ListItem((Span("둘", strong=True),), None),
        ListItem((Span("셋"),), 2),
        Message("GET / HTTP/1.1\n\n## 본문"),
        Paragraph((Span("마지막"),)),
    ]


def test_a_table() -> None:
    (table,) = parse_blocks("| a | `b` |\n|---|:-:|\n| 1 \\| 2 | [x](code:404) |")
    assert table == Table(
        (
            ((Span("a"),), (Span("b", code=True),)),
            ((Span("1 | 2"),), (Span("x", link=code_link("404")),)),
        )
    )


@pytest.mark.parametrize(
    ("row", "cells"), [("| 1 |", [(Span("1"),), ()]), ("| 1 | 2 | 3 |", [(Span("1"),), (Span("2"),)]), ("||", [(), ()])]
)
def test_every_row_of_a_table_is_as_wide_as_its_header(row: str, cells: list[tuple[Span, ...]]) -> None:
    (table,) = parse_blocks(f"| a | b |\n|---|---|\n{row}")
    assert isinstance(table, Table)
    assert list(table.rows[1]) == cells


def test_an_unclosed_fence_reaches_to_the_end() -> None:
    assert list(parse_blocks("```\na\n\nb")) == [Message("a\n\nb")]


def test_plain_text_for_searching_and_reading_aloud() -> None:
    assert (
        plain_text("## 제목\n**굵게** [404](code:404)\n| a | b |\n|---|---|\n| `c` | d |") == "제목\n굵게 404\na b\nc d"
    )


@given(st.one_of(LOOKS_LIKE_MARKDOWN, st.text()))
def test_no_text_is_refused_and_every_table_is_whole(text: str) -> None:
    for block in parse_blocks(text):
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {len(block.rows[0])}
    plain_text(text)


@given(LOOKS_LIKE_MARKDOWN)
def test_no_span_is_empty_and_markup_is_never_taken_for_text(text: str) -> None:
    for span in parse_spans(text.replace("\n", " ")):
        assert span.text


@given(st.text(st.characters(categories=["L", "N"]), max_size=30))
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    for line in (text, f"**{text}**", f"[{text}](code:404)", f"`{text}`"):
        if text:
            assert "".join(span.text for span in parse_spans(line)) == text


@given(st.one_of(LOOKS_LIKE_MARKDOWN, st.text()))
def test_words_are_kept(text: str) -> None:
    """Letters and digits are only ever left out where they are a link's target, a list's number or a fence's name."""
    line = text.replace("\n", " ").replace("\r", " ")
    kept = "".join(span.text for span in parse_spans(line))
    without_targets = re.sub(r"\]\([^()\s]+\)", "]", line)
    assert [char for char in kept if char.isalnum()] == [char for char in without_targets if char.isalnum()]
