"""What a query may be: number, name, initials, half-typed word, header, log line and so on."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.search.engine import SearchEngine
from statusref.search.results import Field, Tier
from tests.search.asking import first, found, ids, marked


class TestNumbers:
    @pytest.mark.parametrize(
        "query", ["404", "４０４", " 404 ", "(404)", "404.", "http 404", "404 에러", "상태 코드 404"]
    )
    def test_exact(self, engine: SearchEngine, query: str) -> None:
        assert first(engine, query).id == "404"
        assert first(engine, query).tier is Tier.EXACT_NUMBER

    @pytest.mark.parametrize("query", ["40", "40x", "4", "4xx", "4XX"])
    def test_prefix_and_class(self, engine: SearchEngine, catalogue: Catalogue, query: str) -> None:
        digits = query.lower().rstrip("x")
        expected = {entry.id for entry in catalogue.entries if entry.number.startswith(digits)}
        matches = engine.search(query).matches
        numbers = [match.id for match in matches if match.tier <= Tier.NUMBER_PREFIX]
        assert set(numbers) == expected
        assert [match.id for match in matches[: len(numbers)]] == numbers

    def test_exact_before_prefix(self, engine: SearchEngine) -> None:
        assert ids(engine, "451")[:2] == ["451", "451-exchange"]

    @pytest.mark.parametrize("query", ["499-nginx", "451-exchange", "451-EXCHANGE"])
    def test_id(self, engine: SearchEngine, query: str) -> None:
        assert first(engine, query).id == query.lower()
        assert first(engine, query).marks


@pytest.mark.parametrize(
    "query",
    [
        "not found",
        "NOTFOUND",
        "not_found",
        "NotFound",
        "HTTP_NOT_FOUND",
        "StatusNotFound",
        "HttpStatus.NOT_FOUND",
        "not-found",
        "http.StatusNotFound",
        "StatusCode::NOT_FOUND",
        "http.STATUS_CODES[404]",
        "HTTPStatus.NOT_FOUND",
        "SC_NOT_FOUND",
        "HttpStatusCode.NotFound",
        "StatusCodes.Status404NotFound",
        "status.HTTP_404_NOT_FOUND",
    ],
)
def test_phrase_and_constants(engine: SearchEngine, query: str) -> None:
    match = first(engine, query)
    assert match.id == "404"
    assert match.tier <= Tier.WORD_START
    assert match.marks


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("payload too large", "413"),
        ("unprocessable entity", "422"),
        ("moved temporarily", "302"),
        ("request entity too large", "413"),
    ],
)
def test_former_names(engine: SearchEngine, query: str, entry_id: str) -> None:
    match = first(engine, query)
    assert match.id == entry_id
    assert match.tier is Tier.EXACT_NAME
    assert match.marks[0].field is Field.FORMER
    assert match.marks[0].text.lower() == query


class TestKoreanNames:
    @pytest.mark.parametrize("query", ["찾을 수 없음", "찾을수없음", "찾 을 수 없 음", "찾을수 없음"])
    def test_spaces_are_optional(self, engine: SearchEngine, query: str) -> None:
        match = first(engine, query)
        assert (match.id, match.tier) == ("404", Tier.EXACT_NAME)
        assert marked(match.marks[0]) == ["찾을 수 없음"]

    def test_start(self, engine: SearchEngine) -> None:
        assert ids(engine, "영구")[:2] == ["301", "308"]

    @pytest.mark.parametrize("query", ["리다이렉션", "리디렉션", "리다이렉트"])
    def test_spellings(self, engine: SearchEngine, query: str) -> None:
        assert {"307", "308"} <= set(ids(engine, query)[:4])


class TestInitials:
    @pytest.mark.parametrize("query", ["ㅊㅇ", "ㅊㅇㅅㅇㅇ", "ㅊㅇ ㅅ"])
    def test_not_found(self, engine: SearchEngine, query: str) -> None:
        match = first(engine, query)
        assert (match.id, match.tier) == ("404", Tier.INITIALS)

    def test_across_a_space(self, engine: SearchEngine) -> None:
        match = first(engine, "ㅇㄱㅇㄷ")
        assert match.id == "301"
        assert marked(match.marks[0]) == ["영구 이동"]


@pytest.mark.parametrize(
    ("query", "entry_id", "text"),
    [
        ("차", "404", "찾"),
        ("찾ㅇ", "404", "찾을"),
        ("찾으", "404", "찾을"),
        ("찾읈", "404", "찾을 수"),
        ("영ㄱ", "301", "영구"),
        ("영궁", "301", "영구 이"),
    ],
)
def test_half_typed(engine: SearchEngine, query: str, entry_id: str, text: str) -> None:
    match = first(engine, query)
    assert (match.id, match.tier) == (entry_id, Tier.HALF_TYPED)
    assert marked(match.marks[0]) == [text]


class TestOtherLayout:
    @pytest.mark.parametrize(
        ("query", "entry_id", "converted"),
        [
            ("ㅜㅐㅅ 래ㅕㅜㅇ", "404", "not found"),
            ("래ㅕㅜㅇ", "302", "found"),
            ("ckwdmf", "404", "찾을"),
            ("CKWDMF", "404", "찾을"),
            ("dudrn dlehd", "301", "영구 이동"),
            ("rmawl", "403", "금지"),
        ],
    )
    def test_finds(self, engine: SearchEngine, query: str, entry_id: str, converted: str) -> None:
        assert ids(engine, query) == ids(engine, converted)
        match = found(engine, query, entry_id)
        assert match.tier is Tier.OTHER_LAYOUT
        assert match.marks


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("nto found", "404"),
        ("ntofound", "404"),
        ("fobidden", "403"),
        ("forbiden", "403"),
        ("forbbiden", "403"),
        ("찿을 수 없음", "404"),
        ("게이트웨에", "502"),
        ("게이트웨에", "504"),
        ("unauthorised", "401"),
        ("servcie unavailable", "503"),
        ("Retry-Aftr", "429"),
        ("clodflare", "520-cloudflare"),
        ("fobidd", "403"),
    ],
)
def test_typos(engine: SearchEngine, query: str, entry_id: str) -> None:
    match = found(engine, query, entry_id)
    assert match.tier is Tier.TYPO
    assert match.marks


class TestHeaders:
    @pytest.mark.parametrize(
        "query", ["Retry-After", "location", "www-authenticate", "If-Match", "content-range", "early-data"]
    )
    def test_stronger_requirement_first(self, engine: SearchEngine, catalogue: Catalogue, query: str) -> None:
        order = ["MUST", "SHOULD", "MAY", "typical"]
        levels = {}
        for entry in catalogue.entries:
            own = [order.index(header.level.value) for header in entry.headers if header.name.lower() == query.lower()]
            if own:
                levels[entry.id] = (min(own), not entry.essential)
        listed = [match for match in engine.search(query).matches if match.tier is Tier.ATTRIBUTE]
        ranks = [levels[match.id] for match in listed if match.id in levels]
        assert ranks == sorted(ranks)
        assert levels.keys() <= set(ids(engine, query))

    def test_says_where(self, engine: SearchEngine) -> None:
        mark = found(engine, "retry after", "429").marks[0]
        assert (mark.field, mark.text, mark.spans) == (Field.HEADER, "Retry-After", ((0, 11),))


@pytest.mark.parametrize("query", ["nginx", "cloudflare", "aws"])
def test_vendors(engine: SearchEngine, catalogue: Catalogue, query: str) -> None:
    vendors = {e.id for e in catalogue.entries if e.vendor is not None and query in e.vendor.en.lower()}
    assert vendors
    assert vendors <= set(ids(engine, query))


def test_tag(engine: SearchEngine, catalogue: Catalogue) -> None:
    tagged = {entry.id for entry in catalogue.entries if "webdav" in entry.tags}
    assert tagged
    assert tagged <= set(ids(engine, "webdav"))


class TestSpecifications:
    @pytest.mark.parametrize("query", ["rfc 9110", "RFC9110", "9110", "rfc-9110", "rfc"])
    def test_document(self, engine: SearchEngine, query: str) -> None:
        assert {"404", "200", "502"} <= set(ids(engine, query))

    @pytest.mark.parametrize("query", ["RFC9110 15.5.5", "rfc 9110 §15.5.5", "RFC 9110, Section 15.5.5", "15.5.5"])
    def test_section(self, engine: SearchEngine, query: str) -> None:
        assert first(engine, query).id == "404"
        assert first(engine, query).marks[0].field is Field.SPECIFICATION

    @pytest.mark.parametrize("query", ["15.5.1", "rfc 9110 15.5.1", "RFC9110 15.5.1"])
    def test_section_is_no_prefix(self, engine: SearchEngine, query: str) -> None:
        assert first(engine, query).id == "400"

    def test_bare_number(self, engine: SearchEngine) -> None:
        assert ids(engine, "7725") == ["451"]


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("too many", "429"),
        ("rate limit", "429"),
        ("속도 제한", "429"),
        ("속도제한", "429"),
        ("로그인", "401"),
        ("점검 중", "503"),
        ("점검", "503"),
        ("캐시", "304"),
        ("timeout", "408"),
        ("timeout", "504"),
        ("타임아웃", "408"),
        ("타임아웃", "504"),
        ("중복", "409"),
        ("이어받기", "206"),
        ("비동기", "202"),
        ("커피", "418"),
        ("검열", "451"),
        ("삭제된 페이지", "410"),
        ("파일이 너무 큼", "413"),
        ("용량 초과", "413"),
        ("용량 초과", "507"),
        ("세션 만료", "401"),
        ("로드밸런서", "502"),
        ("잃어버린 갱신", "412"),
        ("lost update", "428"),
        ("와이파이 로그인", "511"),
        ("captive portal", "511"),
        ("웹소켓", "101"),
        ("CSRF", "403"),
        ("maintenance", "503"),
    ],
)
def test_concepts(engine: SearchEngine, query: str, entry_id: str) -> None:
    match = found(engine, query, entry_id)
    assert match.tier <= Tier.KEYWORD
    assert match.marks


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("토큰 만료", ["401", "498-esri"]),
        ("세션 만료", ["401", "419-laravel", "440-microsoft"]),
        ("요청 제한", ["429", "420-twitter"]),
        ("과부하", ["503", "529-qualys"]),
        ("인증 실패", ["401", "561-aws"]),
    ],
)
def test_a_description_means_the_registered_code_first(engine: SearchEngine, query: str, codes: list[str]) -> None:
    results = engine.search(query)
    assert [match.id for match in results.codes[: len(codes)]] == codes


def test_with_its_vendor_a_description_means_the_vendors_code(engine: SearchEngine) -> None:
    assert first(engine, "라라벨 세션 만료").id == "419-laravel"


@pytest.mark.parametrize(
    ("query", "entry_id"), [("no response", "444-nginx"), ("서버 응답 없음", "504"), ("토큰 오류", "401")]
)
def test_what_is_exactly_a_name_or_a_keyword_keeps_its_framing_words(
    engine: SearchEngine, query: str, entry_id: str
) -> None:
    assert first(engine, query).id == entry_id


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("HTTP/1.1 502 Bad Gateway", ["502"]),
        ('"GET /x HTTP/1.1" 499 0', ["499-nginx"]),
        ("HTTP/2 301\r\nlocation: https://a/\r\n\r\nHTTP/2 200\r\ncontent-length: 404\r\n\r\n", ["301", "200"]),
        ('{"ts":"2026-11-21T10:00:00Z","status":503,"took":404}', ["503"]),
        ("HTTP/1.1 299 Odd", ["299"]),
    ],
)
def test_log_lines(engine: SearchEngine, query: str, codes: list[str]) -> None:
    assert ids(engine, query) == codes


@pytest.mark.parametrize("query", ["port 8404", "took 503ms", "listening on port 8404, took 503ms"])
def test_other_digits_do_not_count(engine: SearchEngine, query: str) -> None:
    matches = engine.search(query).matches
    assert not [match for match in matches if match.tier <= Tier.NUMBER_PREFIX]


class TestNumberPages:
    @pytest.mark.parametrize("query", ["299", "742", "600", "199", "099"])
    def test_three_digits(self, engine: SearchEngine, query: str) -> None:
        match = first(engine, query)
        assert (match.id, match.tier) == (query, Tier.EXACT_NUMBER)
        assert match.marks[0].field is Field.NUMBER_PAGE
        assert marked(match.marks[0])[0].lstrip("0") == query.lstrip("0")

    @pytest.mark.parametrize(("query", "page"), [("4", "004"), ("42", "042"), ("7", "007"), ("60", "060")])
    def test_short_numbers_come_last(self, engine: SearchEngine, query: str, page: str) -> None:
        assert ids(engine, query)[-1] == page

    def test_vendor_first(self, engine: SearchEngine) -> None:
        assert ids(engine, "999")[:2] == ["999-linkedin", "999"]

    def test_any_number_is_answered(self, engine: SearchEngine) -> None:
        for number in range(1000):
            digits = f"{number:03}"
            assert first(engine, digits).id.startswith(digits)


@pytest.mark.parametrize(
    ("query", "codes"), [("정원 초과", {"409", "422", "403"}), ("비밀번호 5회 오류", {"429", "403", "401"})]
)
def test_a_situation_of_two_words_comes_before_a_guessed_typo(
    engine: SearchEngine, query: str, codes: set[str]
) -> None:
    results = engine.search(query)
    assert {match.id for match in results.codes[:3]} == codes
