"""Which three digits in a typed query are status codes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.results import Reason, Tier
from statusref.search.understanding.framing import read_framing
from tests.content.material import load_json
from tests.search.asking import first, ids

FRAMING = load_json("search/framing.json")


class TestACodeThatWasTypedComesFirst:
    @pytest.mark.parametrize(
        "query",
        [
            "404", "404가 왜 뜨지?", "404란?", "404는", "404에러", "404오류가 납니다", "톰캣 404 뜻", "nginx 404 fix",
            "http-404", "HTTP404", "E404", "error404", "err 404", "404notfound", "404s on my site", "`404`", "“404”",
            "fix: 404 on refresh", "페이지 404", "404 페이지", "custom 404 page", "404번 에러", "404일 때는", "404인데",
            "what does 404 mean", "상태코드가 404", "에러코드:404", "(404)", "[404]", "４０４ 뜻",
        ],
    )  # fmt: skip
    def test_with_any_words_around_it(self, engine: SearchEngine, query: str) -> None:
        match = first(engine, query)
        assert (match.id, match.tier) == ("404", Tier.EXACT_NUMBER)
        assert match.marks

    @pytest.mark.parametrize(
        ("query", "codes"),
        [
            ("502/504", ["502", "504"]),
            ("401, 403", ["401", "403"]),
            ("400,401,403,404,500", ["400", "401", "403", "404", "500"]),
            ("400과 422", ["400", "422"]),
            ("502랑 503이랑 504", ["502", "503", "504"]),
            ("422→400", ["422", "400"]),
            ("413·414·431", ["413", "414", "431"]),
            ("401-403", ["401", "403"]),
            ("301..303", ["301", "303"]),
            ("Expected 401 but was 400", ["401", "400"]),
            ("return 403 instead of 401", ["403", "401"]),
            ("404가 아니라 401", ["404", "401"]),
            ("503 503 404", ["503", "404"]),
        ],
    )
    def test_several_stand_in_the_order_typed(self, engine: SearchEngine, query: str, codes: list[str]) -> None:
        assert ids(engine, query)[: len(codes)] == codes

    @pytest.mark.parametrize("query", ["Expect: 100-continue and then 413", "100-Continue 뒤에 413"])
    def test_the_value_of_expect_comes_last(self, engine: SearchEngine, query: str) -> None:
        assert ids(engine, query)[:2] == ["413", "100"]

    def test_the_uses_of_a_number_follow_all_numbers(self, engine: SearchEngine) -> None:
        assert ids(engine, "451 403")[:3] == ["451", "403", "451-exchange"]

    def test_the_other_words_choose_among_the_uses(self, engine: SearchEngine) -> None:
        assert ids(engine, "508 cpanel")[:2] == ["508-cpanel", "508"]

    @pytest.mark.parametrize("query", ["http status 427", "427 뜻", "error 742", "742"])
    def test_a_number_without_an_entry_gives_its_page(self, engine: SearchEngine, query: str) -> None:
        number = "427" if "427" in query else "742"
        assert ids(engine, query)[0] == number

    @pytest.mark.parametrize(
        "query", ["scraper stopped by 999 status", "크롤링하다 999 오류", "783 error storefront api"]
    )
    def test_a_number_beyond_599_needs_a_word_of_http(self, engine: SearchEngine, query: str) -> None:
        assert ids(engine, query)[:1] == ["783-shopify" if "783" in query else "999-linkedin"]

    @pytest.mark.parametrize("query", ["400번대", "400번대 에러", "400대 오류"])
    def test_a_class(self, engine: SearchEngine, query: str) -> None:
        found = ids(engine, query)
        assert len(found) > 20
        assert all(code.startswith("4") for code in found[:20])


class TestWhatIsPartOfSomethingElse:
    @pytest.mark.parametrize(
        "text",
        [
            "2024-404-01", "10:200:30", "192.168.200.404", "10.200.301.1:500", "port 404", "포트 404", "5404", "v1.404",
            "1,404", "404,000", "404.5%", "404%", "pid 404", "line 404", "app.py:404", "src/a.ts:404:13", "/users/404",
            "404/EXEC", "#404", "GWL-404", "col-404", "id=404", "$404", "404원", "404 packages", "404 passed",
            "404 focused tests passed", "404 orders", "404 queries", "404 connections", "404자", "404곳에", "404통을",
            "recv() failed (404: reset",
            "404호", "404개", "404개를", "404명", "404 건", "404번 포트", "제404호", "404ms", "404 ms", "404MB",
            "404px", "300x404", "404p", "took 404", "chmod 404 a", "exit code 404", "exit status 404", "os error 404",
            "error 404 (net::ERR_X)", "rfc 404", "404a1b2c3d", "404 Oct 11 09:12", "404  1203 9120",
        ],
    )  # fmt: skip
    def test_it_is_no_code(self, engine: SearchEngine, text: str) -> None:
        results = engine.search(f"build {text} zzz")
        assert not [match for match in results.codes if match.tier is Tier.EXACT_NUMBER]
        assert results.reason is not Reason.NUMBER or not results.codes

    def test_what_is_counted_finds_neither_prose_nor_misspelt_words(self, engine: SearchEngine) -> None:
        for query in ("700 requests", "Handled 700 requests", "결재 700 건 완료"):
            assert not ids(engine, query)

    def test_the_old_numbers_of_chrome_are_its_names(self, engine: SearchEngine) -> None:
        results = engine.search("Error 101 (net::ERR_CONNECTION_RESET): The connection was reset.")
        assert results.matches[0].id == "browsers-err-connection-reset"
        assert not results.codes

    def test_the_ports_of_this_machine_count_nothing(self, engine: SearchEngine) -> None:
        assert "403" in ids(engine, "localhost 5173 에서 8000 으로 호출하면 CORS 에러")[:3]

    def test_the_number_of_an_issue_counts_nothing(self, engine: SearchEngine) -> None:
        assert ids(engine, "fix(#512): 이메일 중복 가입 막기")[:1] == ["409"]

    def test_a_hundred_codes_and_many_digits_are_answered(self, engine: SearchEngine) -> None:
        assert ids(engine, " ".join(["404", "500"] * 500))[:2] == ["404", "500"]
        assert engine.search("4" * 4096).truncated_query


class TestFramingWords:
    @pytest.mark.parametrize(
        ("query", "bare"),
        [
            ("이메일 중복 에러코드", "이메일 중복"),
            ("rate limit error", "rate limit"),
            ("what is too many requests", "too many requests"),
            ("찾을 수 없음 에러가 나요", "찾을 수 없음"),
            ("게이트웨이 시간 초과 원인과 해결방법", "게이트웨이 시간 초과"),
        ],
    )
    def test_they_do_not_count(self, engine: SearchEngine, query: str, bare: str) -> None:
        assert ids(engine, query)[:3] == ids(engine, bare)[:3]

    @pytest.mark.parametrize(
        "word", ["에러코드가", "상태코드", "해결방법은", "오류가", "error:", "(Status)", "HTTP에러코드", "왜?"]
    )
    def test_with_endings_and_joined(self, word: str) -> None:
        assert read_framing(resource_root()).frames(word)

    @pytest.mark.parametrize("word", ["리다이렉트", "게이트웨이가", "timeout", "codebase", "오류동", "중복", "404"])
    def test_other_words_do_not_frame(self, word: str) -> None:
        assert not read_framing(resource_root()).frames(word)

    @settings(max_examples=200, deadline=None)
    @given(
        st.sampled_from(["401", "404", "429", "502"]),
        st.lists(st.sampled_from(FRAMING["en"] + FRAMING["ko"]), max_size=5),
        st.lists(st.sampled_from(FRAMING["en"] + FRAMING["ko"]), max_size=5),
        st.sampled_from(["", *FRAMING["endings"]]),
    )
    def test_they_never_take_a_code_away(
        self, shipped_engine: SearchEngine, code: str, before: list[str], behind: list[str], ending: str
    ) -> None:
        query = " ".join([*before, code + ending, *behind])
        assert ids(shipped_engine, query)[:1] == [code], query
