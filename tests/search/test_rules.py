"""The ranking rules, and what a search returns in special cases."""

import unicodedata

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.search.engine import SearchEngine
from statusref.search.results import Field, Reason, Tier
from tests.search.asking import first, found, ids, official

QUERIES = (
    "404", "40", "4", "4xx", "not", "no", "n", "found", "too", "request", "required", "re", "error", "timeout",
    "unauthorized", "찾", "찾을", "없음", "이", "잘못된 요청", "권한 없음", "인증", "요청", "필요", "오류", "다",
    "이동", "ㅇ", "ㅇㅈ", "ㅇㅈ ㅍㅇ", "캐시", "서버", "cache", "location", "retry", "nginx", "microsoft", "rfc",
    "proxy", "ckwdmf", "fobidden", "게이트웨에",
)  # fmt: skip
NAME_TIERS = range(Tier.EXACT_NAME, Tier.BESIDE)


@pytest.fixture(scope="module")
def other_engine(catalogue: Catalogue) -> SearchEngine:
    """One that was made like ``names_engine``."""
    return SearchEngine(catalogue)


class TestRanking:
    @pytest.mark.parametrize("query", QUERIES)
    def test_tiers_in_order(self, engine: SearchEngine, query: str) -> None:
        """Matches are in the order of tiers, but in the name tiers all registered entries come before the others."""
        order = []
        for match in engine.search(query).matches:
            in_names = match.tier in NAME_TIERS
            order.append((Tier.EXACT_NAME if in_names else match.tier, in_names and not official(match), match.tier))
        assert order == sorted(order)

    @pytest.mark.parametrize("query", QUERIES)
    def test_score_never_rises(self, engine: SearchEngine, query: str) -> None:
        scores = [match.score for match in engine.search(query).matches]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)

    @pytest.mark.parametrize("query", QUERIES)
    def test_no_entry_twice(self, engine: SearchEngine, query: str) -> None:
        found_ids = ids(engine, query)
        assert len(found_ids) == len(set(found_ids))

    @pytest.mark.parametrize("query", QUERIES)
    def test_deterministic(
        self, engine: SearchEngine, names_engine: SearchEngine, other_engine: SearchEngine, query: str
    ) -> None:
        first_time, again = (
            [(match.id, match.tier, match.score) for match in engine.search(query).matches] for _ in range(2)
        )
        assert first_time == again
        assert ids(other_engine, query) == ids(names_engine, query)

    @pytest.mark.parametrize("query", ["4", "5", "3", "1", "rfc"])
    def test_essential_then_registered_then_number(self, engine: SearchEngine, query: str) -> None:
        tier = first(engine, query).tier
        targets = [m.target for m in engine.search(query).matches if m.tier is tier and isinstance(m.target, Entry)]
        order = [(not entry.essential, not entry.official, entry.code) for entry in targets]
        assert order == sorted(order)

    def test_shown_name_before_alias(self, engine: SearchEngine) -> None:
        # It is the Korean name of 400 and an alias of 421.
        assert ids(engine, "잘못된 요청")[:2] == ["400", "421"]

    def test_registered_before_unofficial_though_it_matches_better(self, engine: SearchEngine) -> None:
        # "요청" starts a name of 494-nginx and only a later word of 421; still 421 comes first.
        matches = engine.search("요청").matches
        names = [match for match in matches if match.tier in NAME_TIERS]
        assert [official(match) for match in names] == sorted((official(match) for match in names), reverse=True)

    def test_exact_before_start_before_word(self, engine: SearchEngine) -> None:
        matches = engine.search("found").matches
        assert [(m.id, m.tier) for m in matches[:2]] == [("302", Tier.EXACT_NAME), ("404", Tier.WORD_START)]

    def test_initials_before_half_typed(self, engine: SearchEngine) -> None:
        assert first(engine, "ㅊ").tier is Tier.INITIALS

    @pytest.mark.parametrize(
        ("query", "code"),
        [
            ("낫 모디파이드", "304"), ("배드 리퀘스트", "400"), ("언오소라이즈드", "401"), ("403 포비든", "403"),
            ("낫파운드 에러", "404"), ("컨플릭트", "409"), ("투 매니 리퀘스트", "429"), ("서비스 언어베일러블", "503"),
        ],
    )  # fmt: skip
    def test_english_names_in_hangul(self, engine: SearchEngine, query: str, code: str) -> None:
        assert ids(engine, query)[0] == code

    @pytest.mark.parametrize(
        ("query", "code"), [("ㅊㅇㅅㅇㅅㄴㄷ", "404"), ("ㅎㅇㄷㅈㅇㅅㄴㄷ", "405"), ("ㄱㅎㅇㅇㅅㄴㄷ", "403")]
    )
    def test_initials_of_whole_sentences(self, engine: SearchEngine, query: str, code: str) -> None:
        assert ids(engine, query)[0] == code

    @pytest.mark.parametrize(
        ("query", "code"),
        [("구글 캘린더 업로드 용량 초가", "413"), ("stripe webhok unathorised", "401"), ("배민 로그인 실패애", "401")],
    )
    def test_typo_beside_words_that_nobody_knows(self, engine: SearchEngine, query: str, code: str) -> None:
        assert code in ids(engine, query)[:3]

    @pytest.mark.parametrize("query", ["docker compose volume mount", "주식 시세 조회 앱", "asdf qwerty"])
    def test_words_that_nobody_knows_are_no_typos(self, engine: SearchEngine, query: str) -> None:
        assert not ids(engine, query)

    def test_typo_as_the_corrected_word(self, engine: SearchEngine) -> None:
        corrected = [
            match.id for match in engine.search("gateway").matches if match.is_code and match.tier < Tier.KEYWORD
        ]
        misspelt = [match.id for match in engine.search("gatewya").matches]
        assert misspelt[: len(corrected)] == corrected


class TestSeveralWords:
    @pytest.mark.parametrize(
        ("query", "entry_id"),
        [
            ("cloudflare timeout", "524-cloudflare"),
            ("timeout cloudflare", "524-cloudflare"),
            ("webdav 잠김", "423"),
            ("잠김 webdav", "423"),
            ("found not", "404"),
            ("없음 찾을", "404"),
            ("404 not found", "404"),
            ("nginx 499", "499-nginx"),
            ("cloudflare-timeout", "524-cloudflare"),
        ],
    )
    def test_any_order_any_field(self, engine: SearchEngine, query: str, entry_id: str) -> None:
        assert first(engine, query).id == entry_id

    def test_all_are_required(self, engine: SearchEngine) -> None:
        assert "404" not in ids(engine, "found 찻주전자")

    def test_marks_of_each(self, engine: SearchEngine) -> None:
        fields = {mark.field for mark in first(engine, "404 찾을").marks}
        assert fields == {Field.CODE, Field.KOREAN}


class TestLayout:
    @pytest.mark.parametrize(
        "query", ["404", "40", "no", "not", "found", "ok", "gone", "location", "cd", "rfc 9110", "4xx"]
    )
    def test_what_matches_is_not_converted(self, engine: SearchEngine, query: str) -> None:
        results = engine.search(query)
        better = [match for match in results.matches if match.tier < Tier.PROSE]
        if better:
            assert not [match for match in results.matches if match.tier is Tier.OTHER_LAYOUT]

    @pytest.mark.parametrize("query", ["sdklfj", "qwer", "12345", "😀", "ㅏㅏㅏ", "xyz"])
    def test_no_nonsense(self, engine: SearchEngine, query: str) -> None:
        assert not [match for match in engine.search(query).matches if match.tier is Tier.OTHER_LAYOUT]

    def test_below_the_original(self, engine: SearchEngine) -> None:
        tiers = [match.tier for match in engine.search("ckwdmf").matches]
        assert tiers == sorted(tiers)


FORMS = ("차", "찾을 수 없음", "ㅊㅇ", "ㅊㅇㅅ", "찾ㅇ", "영궁", "ㅈㅁㄷ", "404", "영구", "ㄲ", "게이트웨이")


class TestNormalForms:
    @pytest.mark.parametrize("query", FORMS)
    @pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
    def test_same_results(self, engine: SearchEngine, query: str, form: str) -> None:
        normal = unicodedata.normalize(form, query)  # type: ignore[arg-type]
        assert ids(engine, normal) == ids(engine, query)

    @pytest.mark.parametrize(
        ("conjoining", "compatibility"), [("\u110e\u110b", "ㅊㅇ"), ("\u1100", "ㄱ"), ("\u110e\u1161", "차")]
    )
    def test_jamo(self, engine: SearchEngine, conjoining: str, compatibility: str) -> None:
        assert ids(engine, conjoining) == ids(engine, compatibility)

    def test_jamo_typed_apart(self, engine: SearchEngine) -> None:
        assert ids(engine, "ㅊㅏ") == ids(engine, "차")

    def test_half_width_jamo(self, engine: SearchEngine) -> None:
        assert ids(engine, "\uffba\uffb7") == ids(engine, "ㅊㅇ")

    @pytest.mark.parametrize(
        ("wide", "plain"), [("４０４", "404"), ("４ｘｘ", "4xx"), ("ＮＯＴ　ＦＯＵＮＤ", "not found")]
    )
    def test_full_width(self, engine: SearchEngine, wide: str, plain: str) -> None:
        assert ids(engine, wide) == ids(engine, plain)


class TestClusters:
    def test_cluster_is_two_initials(self, engine: SearchEngine) -> None:
        assert ids(engine, "ㅄ") == ids(engine, "ㅂㅅ")
        assert ids(engine, "ㄳ") == ids(engine, "ㄱㅅ")

    def test_doubled_consonant_is_one_key(self, engine: SearchEngine) -> None:
        assert ids(engine, "ㄲ") != ids(engine, "ㄱㄱ")


class TestNoDeadEnd:
    @pytest.mark.parametrize(
        ("query", "reason"),
        [
            ("4044", Reason.NUMBER),
            ("6xx", Reason.NUMBER),
            ("zz404zz", Reason.NUMBER),
            ("cloudflare qqqqqq", Reason.SOME_WORDS),
            ("qqqqqqqqqqqqq", Reason.UNKNOWN),
            ("^ㅎㄱ$", Reason.UNKNOWN),
        ],
    )
    def test_suggests(self, engine: SearchEngine, query: str, reason: Reason) -> None:
        results = engine.search(query)
        assert not results.matches
        assert results.reason is reason
        assert results.suggestions

    def test_nearest_by_spelling(self, engine: SearchEngine) -> None:
        results = engine.search("fxrbixdxn")
        assert results.reason is Reason.NEAREST
        assert "403" in [match.id for match in results.suggestions]

    def test_a_digit_too_many(self, engine: SearchEngine) -> None:
        assert engine.search("4044").suggestions[0].id == "404"

    @pytest.mark.parametrize("query", ["404", "not found", "299", "ㅊㅇ"])
    def test_none_where_there_are_matches(self, engine: SearchEngine, query: str) -> None:
        results = engine.search(query)
        assert not results.suggestions
        assert results.reason is None

    @pytest.mark.parametrize("query", ["", "   ", "\t\n", "\u200b", "\x00"])
    def test_nothing_asked(self, engine: SearchEngine, query: str) -> None:
        results = engine.search(query)
        assert not results.matches
        assert results.reason is Reason.EMPTY

    def test_separator_alone_is_literal(self, engine: SearchEngine) -> None:
        assert ids(engine, "(")[:2] == ["306", "418"]
        assert found(engine, "(", "306").marks[0].spans == ((0, 1),)


class TestBeforePreparing:
    @pytest.mark.parametrize("query", ["404", "not found", "ㅊㅇ", "영궁", "rate limit", "retry-after"])
    def test_first_keystroke_answers(self, names_engine: SearchEngine, engine: SearchEngine, query: str) -> None:
        ready = [match.id for match in engine.search(query).codes if match.tier < Tier.PROSE]
        assert ids(names_engine, query) == ready

    def test_answers_at_every_slice(self, catalogue: Catalogue) -> None:
        engine = SearchEngine(catalogue)
        for _ in engine.prepare():
            assert first(engine, "404").id == "404"
