"""Half-typed words and initials: fixed cases, each with the span that matches, or None."""

import unicodedata

import pytest

from statusref.search.folding import Folded
from statusref.search.matching import match_text
from statusref.search.needle import Needle, fold_query

Span = tuple[int, int]

CASES: list[tuple[str, str, Span | None]] = [
    ("ㅈㅂㄱㄴ", "장바구니", (0, 4)),
    ("ㅎㅇ", "신규 회원 탈퇴", (3, 5)),
    ("ㅎㅇㅌㅌ", "회원 탈퇴", (0, 5)),
    ("ㅅ ㅈ", "주문서 작성", (2, 5)),
    ("ㅅㅈ", "주문서 작성", (2, 5)),
    ("ㅈㅁㅅ", "장바구니", None),
    ("자", "장바구니", (0, 1)),
    ("장바ㄱ", "장바구니", (0, 3)),
    ("장박", "장바구니", (0, 3)),
    ("장바군", "장바구니", (0, 4)),
    ("장밥", "장바구니", None),
    ("장바구닌", "장바구니", None),
    ("줌", "주문서", (0, 2)),
    ("줄", "주문서", None),
    ("닭", "달걀", (0, 2)),
    ("닮", "달걀", None),
    ("고", "결과 보기", (1, 2)),
    ("광", "과일", (0, 2)),
    ("각", "가까", None),
    ("갂", "가까", (0, 2)),
    ("각", "가 게", (0, 3)),
    ("ㅈ렬화", "직렬화", (0, 3)),
    ("ㅈㅀ", "직렬화", (0, 3)),
    ("^ㅎㄱ$", "회계", None),
    ("^ㅎㄱ$", "한글", None),
    (".*", "무엇이든", None),
    ("[", "무엇이든", None),
    ("^ㅎㄱ$", "anything", None),
    (".*", "anything", None),
    ("[", "anything", None),
    ("[", "a[b", (1, 2)),
]


def span_of(query: str, text: str) -> Span | None:
    match = match_text(Needle(fold_query(query)), Folded(text))
    return None if match is None else match.span


@pytest.mark.parametrize(("query", "text", "span"), CASES)
def test_fixed_case(query: str, text: str, span: Span | None) -> None:
    assert span_of(query, text) == span


@pytest.mark.parametrize(("query", "text", "span"), CASES)
def test_fixed_case_typed_as_nfd(query: str, text: str, span: Span | None) -> None:
    assert span_of(unicodedata.normalize("NFD", query), text) == span


@pytest.mark.parametrize(("query", "text", "span"), CASES)
def test_fixed_case_on_nfd_text(query: str, text: str, span: Span | None) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    found = span_of(query, decomposed)
    if span is None:
        assert found is None
    else:
        assert found is not None
        assert unicodedata.normalize("NFC", decomposed[slice(*found)]) == text[slice(*span)]
