"""Markdown to text for a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusref.cli.console import quoted
from statusref.cli.plain_text import plain_lines
from statusref.domain.columns import columns, wrapped
from statusref.domain.description.blocks import Chip, CodeLine, CodeLines, Fact, Facts, LinkItem
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.links import Link, LinkKind


def lines(markdown: str, width: int | None) -> list[str]:
    return list(plain_lines(prose_blocks(markdown), width))


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("잠시면 [302](code:302)나 [307](code:307)입니다.", "잠시면 302나 307입니다."),
        ("see [404 and 410](note:not-found-gone)", "see 404 and 410"),
        (
            "see [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110)",
            "see RFC 9110 (https://www.rfc-editor.org/rfc/rfc9110)",
        ),
        ("**굵게** 쓰고 `**그대로**` 둡니다", "굵게 쓰고 **그대로** 둡니다"),
        ("[`Location`](code:301)", "Location"),
        ("a ` alone, 2 ** 3, [x] (y)", "a ` alone, 2 ** 3, [x] (y)"),
        ("`[a](b)` 1", "[a](b) 1"),
    ],
)
def test_inline(markdown: str, text: str) -> None:
    assert lines(markdown, None) == [text]


def test_an_example_stays_as_it_is() -> None:
    fence = '```http\nGET / HTTP/1.1\nHost: **a**.example\n\n{"a": "`b`"}\n```'
    assert lines(fence, 20) == ["    GET / HTTP/1.1", "    Host: **a**.example", "", '    {"a": "`b`"}', ""]


def test_a_hangul_syllable_takes_two_columns() -> None:
    assert columns("404 찾을") == 8
    assert wrapped("찾을 수 없음", 7) == ["찾을 수", "없음"]


def test_list_items_hang() -> None:
    assert lines("- one two three", 9) == ["- one two", "  three"]


def test_a_row_of_a_table_hangs() -> None:
    assert lines("| a | b |\n|---|---|\n| one two | three |", 9) == ["a | b", "one two |", "  three"]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (LinkItem("404 Not Found", Link(LinkKind.CODE, "404"), "nothing there"), "- 404 Not Found: nothing there"),
        (LinkItem("499 Closed", Link(LinkKind.CODE, "499-nginx"), "a log"), "- 499 Closed (499-nginx): a log"),
        (LinkItem("404 and 410", Link(LinkKind.NOTE, "not-found-gone")), "- 404 and 410 (not-found-gone)"),
        (LinkItem("RFC 9110", Link(LinkKind.WEB, "https://a.example/")), "- RFC 9110 (https://a.example/)"),
    ],
)
def test_a_link_says_what_to_type_unless_its_words_do(item: LinkItem, text: str) -> None:
    assert list(plain_lines([item], None)) == [text]


def test_names_in_code_carry_their_remarks() -> None:
    names = CodeLines((CodeLine("Python", "A.B", "since 3.13"), CodeLine("Go", "c", "")), "Copy")
    assert list(plain_lines([names], None)) == ["Python: A.B (since 3.13)", "Go: c"]


def test_facts_stand_in_a_column_beside_their_labels() -> None:
    facts = Facts((Fact("쪽", Chip("a chip", toned=True)), Fact("First", "one two three")), None)
    assert list(plain_lines([facts], None)) == ["쪽     a chip", "First  one two three"]
    assert list(plain_lines([facts], 14)) == ["쪽     a chip", "First  one two", "       three"]


@given(st.text(), st.one_of(st.none(), st.integers(1, 80)))
def test_any_text_is_survived(text: str, width: int | None) -> None:
    assert all(isinstance(line, str) for line in lines(text, width))


@given(st.lists(st.text("ab가나", min_size=1, max_size=12), min_size=1), st.integers(4, 40), st.integers(0, 3))
def test_wrapping_keeps_every_word_and_the_width(words: list[str], width: int, indent: int) -> None:
    lines = wrapped(" ".join(words), width, indent)
    assert " ".join(lines).split() == words
    assert all(columns(line) <= width or len(line.split()) == 1 for line in lines)


@given(st.text(st.characters(), max_size=200))
def test_quoted_text_is_one_short_line(text: str) -> None:
    shown = quoted(text)
    assert len(shown) <= 80
    assert shown.encode("utf-8", "backslashreplace").decode().isprintable()
