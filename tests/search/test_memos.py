"""The user's memos: what finds them, where they stand among the codes, what is marked, and what a huge one costs."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.search.engine import SearchEngine
from statusref.search.memo_index import BEGINNING, MOST
from statusref.search.results import Found, Match, Memo, Tier
from tests.search.asking import prepared
from tests.shipped import window_library

PASTED = (
    "회의록\r\n\u200b결제\u00a0서버는 “재시도”를\t3회까지 한다 \u2013 담당: 김\u200b민수\r\n\r\n"
    "<b>PAY-4821</b> & upstream timed out"
)
MEMOS = {
    "404": "장바구니 API는 빈 목록에 404를 보낸다\n상품이 없을 때와 다름",
    "499-nginx": "모바일 앱이 화면을 닫으면 나온다",
    "502": PASTED,
    "299": "사내 게이트웨이만 쓰는 번호",
    "no-such-code": "결제",
}


@pytest.fixture(scope="module")
def engine(catalogue: Catalogue) -> SearchEngine:
    library = window_library()
    engine = prepared(SearchEngine(catalogue, library.prose, library))
    for target_id, text in MEMOS.items():
        engine.memos.put(target_id, text)
    return engine


def _memos(engine: SearchEngine, query: str) -> dict[str, tuple[str, list[str]]]:
    """Return by code the line that is shown for a memo, and what is marked in it."""
    found = {}
    for match in engine.search(query).matches:
        if isinstance(match.target, Memo):
            (mark,) = match.marks
            found[match.target.about.id] = mark.text, [mark.text[start:end] for start, end in mark.spans]
    return found


@pytest.mark.parametrize(
    ("query", "code", "marked"),
    [
        ("장바구니", "404", ["장바구니"]),
        ("장바ㄱ", "404", ["장바구"]),
        ("ㅈㅂㄱㄴ", "404", ["장바구니"]),
        ("ㅈ바구니", "404", ["장바구니"]),
        ("빈목록", "404", ["빈 목록"]),
        ("목록 장바구니", "404", ["장바구니", "목록"]),
        ("404 상품", "404", ["상품"]),
        ("모바일", "499-nginx", ["모바일"]),
        ("게이트웨이", "299", ["게이트웨이"]),
        ("결제 서버", "502", ["결제 서버"]),
        ("ㄱㅈ ㅅㅂ", "502", ["결제 서버"]),
        ("김민수", "502", ["김민수"]),
        ("pay-4821", "502", ["PAY-4821"]),
        ("4821", "502", ["4821"]),
        ("stream timed", "502", ["stream timed"]),
        ("UPSTREAM", "502", ["upstream"]),
    ],
)
def test_what_finds_a_memo(engine: SearchEngine, query: str, code: str, marked: list[str]) -> None:
    found = _memos(engine, query)
    assert list(found) == [code]
    assert sorted(found[code][1]) == sorted(marked)


@pytest.mark.parametrize("query", ["ㄱ", "결제 장바구니", "imed", "502", "-", "no such memo", "503 장바구니"])
def test_what_finds_none(engine: SearchEngine, query: str) -> None:
    assert _memos(engine, query) == {}


def test_the_line_is_shown_without_what_cannot_be_seen(engine: SearchEngine) -> None:
    assert _memos(engine, "재시도")["502"][0] == "결제 서버는 “재시도”를 3회까지 한다 – 담당: 김민수"
    assert _memos(engine, "4821")["502"][0] == "<b>PAY-4821</b> & upstream timed out"


def test_a_memo_stands_below_what_the_query_names(engine: SearchEngine) -> None:
    engine.memos.put("500", "not found as a name, conflict, teapot")
    try:
        for query, first in (("not found", "404"), ("404 conflict", "404"), ("conflict", "409"), ("teapot", "418")):
            matches = list(engine.search(query).matches)
            places = [place for place, match in enumerate(matches) if isinstance(match.target, Memo)]
            assert matches[0].id == first
            assert places == [] or all(match.tier <= Tier.MEMO for match in matches[: places[0]])
            scores = [match.score for match in matches]
            assert scores == sorted(scores, reverse=True)
        assert [match.id for match in _below(engine, "conflict")][:1] == ["memo-500"]
    finally:
        engine.memos.put("500", "")


def _below(engine: SearchEngine, query: str) -> list[Match[Found]]:
    """Return the matches from the first memo on."""
    matches = list(engine.search(query).matches)
    return matches[next(place for place, match in enumerate(matches) if match.tier is Tier.MEMO) :]


def test_a_number_of_another_system_comes_first(engine: SearchEngine) -> None:
    engine.memos.put("503", "ORA-12541 when the database restarts")
    try:
        kinds = [match.id for match in engine.search("ORA-12541").matches]
        assert kinds[1:] == ["memo-503"]
    finally:
        engine.memos.put("503", "")


def test_a_changed_memo_is_found_as_it_is_now(engine: SearchEngine) -> None:
    before = engine.search("나중에 고칠")
    assert not [match for match in before.matches if isinstance(match.target, Memo)]
    engine.memos.put("410", "나중에 고칠 것")
    (match,) = (match for match in engine.search("나중에 고칠").matches if isinstance(match.target, Memo))
    engine.memos.put("410", "")
    assert match.marks == ()
    assert _memos(engine, "나중에 고칠") == {}


def test_of_a_huge_memo_the_beginning_is_found(engine: SearchEngine) -> None:
    """A row shows a short line of it, wherever it has spaces or has none."""
    text = ("x" * 1000 + " 가나다라 " + "마" * 500 + " needle " + "y " * 500_000)[:1_000_000]
    engine.memos.put("201", text[:BEGINNING])
    try:
        for query in ("가나다라", "needle", "마마마마마마"):
            assert len(_memos(engine, query)["201"][0]) <= 120
    finally:
        engine.memos.put("201", "")


def test_many_memos_do_not_hide_the_codes(engine: SearchEngine, catalogue: Catalogue) -> None:
    ids = [entry.id for entry in catalogue.entries if entry.id not in MEMOS]
    for target_id in ids:
        engine.memos.put(target_id, "the same remark on timeouts")
    try:
        matches = engine.search("timeout").matches
        assert sum(isinstance(match.target, Memo) for match in matches) == MOST
        assert matches[0].id == "504"
        assert len(matches) > MOST + 5
    finally:
        for target_id in ids:
            engine.memos.put(target_id, "")
