"""Notes, neighbours, messages and foreign numbers as results of their own."""

from pathlib import Path
from typing import Any

import pytest

from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.search.engine import SearchEngine
from statusref.search.results import ForeignAnswer, Tier
from tests.each import for_each
from tests.search.asking import all_ids, ids
from tests.search.tables import rows
from tests.shipped import window_library

LINES: list[Any] = [
    line
    for path in sorted((Path(__file__).parent / "neighbours").glob("*.jsonl"))
    for line in rows(f"neighbours/{path.name}")
]
LIBRARY = window_library()


def test_nearly_all_lines_lead_to_their_neighbour(engine: SearchEngine) -> None:
    missed = [
        f"{line['input']!r}: not {line['neighbour']}"
        for line in LINES
        if line["neighbour"] not in all_ids(engine, line["input"])
    ]
    assert len(missed) <= 0.05 * len(LINES), "\n".join(missed)


@for_each("message", LIBRARY.messages.messages, lambda message: message.id)
def test_the_line_of_a_message_leads_to_its_codes(engine: SearchEngine, message: Message) -> None:
    results = engine.search(message.line)
    found = [match.target for match in results.matches if isinstance(match.target, Message)]
    assert found
    assert any(hit.codes == message.codes for hit in found)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("java.lang.ClassCastException: class com.example.A cannot be cast to class com.example.B", "500"),
        ("UnrecognizedPropertyException 해결", "400"),
        ('ERROR: duplicate key value violates unique constraint "orders_pkey"', "409"),
        ("org.hibernate.StaleObjectStateException", "409"),
        ("jakarta.persistence.NoResultException: No result found for query", "404"),
        ("왜 PrematureJwtException 이 나죠", "401"),
    ],
)
def test_the_exception_of_a_library_leads_to_the_code_that_fits(engine: SearchEngine, query: str, code: str) -> None:
    assert ids(engine, query)[0] == code


class TestNoAnswerCame:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("write tcp 192.0.2.1:80->192.0.2.9:51000: write: broken pipe", "go-connection-cut"),
            ("java.net.SocketTimeoutException: SSL handshake timed out", "java-socket-timeout"),
            ("Net::ReadTimeout with #<TCPSocket:(closed)>", "ruby-net-timeout"),
            ("httpx.ConnectError: All connection attempts failed", "httpx-disconnected"),
            ("connect ETIMEDOUT", "node-etimedout"),
            ("Send failure: Connection was aborted", "curl-connection-lost"),
            ("concurrent.futures._base.TimeoutError", "client-timeout-error"),
        ],
    )
    def test_the_line_of_a_program_has_no_code(self, engine: SearchEngine, line: str, found: str) -> None:
        assert found in all_ids(engine, line)
        assert not ids(engine, line)

    @pytest.mark.parametrize("query", ["ETIMEDOUT 뜨면 상태코드", "which status code for ETIMEDOUT timeout"])
    def test_who_asks_may_want_to_answer_with_one(self, engine: SearchEngine, query: str) -> None:
        assert "504" in ids(engine, query)[:3]

    def test_a_number_alone_may_be_anything(self, engine: SearchEngine) -> None:
        assert {"curl-52", "520-cloudflare"} <= set(all_ids(engine, "52"))

    def test_a_proxy_that_got_no_answer_gave_one(self, engine: SearchEngine) -> None:
        line = "recv() failed (104: Connection reset by peer) while reading response header from upstream"
        assert ids(engine, line)[:1] == ["502"]


class TestNeighbours:
    @pytest.mark.parametrize(
        ("query", "neighbours"),
        [
            ("1020", ["cloudflare-1020"]),
            ("error 1020", ["cloudflare-1020"]),
            ("cloudflare 1020 뜻", ["cloudflare-1020"]),
            ("curl: (52)", ["curl-52"]),
            ("curl 52", ["curl-52"]),
            ("code 1006", ["websocket-1006"]),
            ("웹소켓 1006", ["websocket-1006"]),
            ("404.13", ["iis-404.13"]),
            ("UF,URX", ["envoy-uf", "envoy-urx"]),
            ("H10", ["heroku-h10"]),
            ("haproxy sH", ["haproxy-sh-timeout"]),
            ("haproxy SH", ["haproxy-sh"]),
            ("0x80190194", ["hresult-0x80190194"]),
            ("econnrefused", ["node-econnrefused"]),
            ("net::ERR_CONNECTION_RESET", ["browsers-err-connection-reset"]),
            ("http2 error 7", ["http2-refused-stream"]),
            ("http2 error 0x7", ["http2-refused-stream"]),
            ("NSURLErrorDomain -1009", ["nsurl-1009"]),
            ("grpc 14", ["grpc-14"]),
            ("grpc unavailable", ["grpc-14"]),
            ("Abnormal Closure", ["websocket-1006"]),
            ("app crashed", ["heroku-h10"]),
        ],
    )
    def test_by_number_or_name(self, engine: SearchEngine, query: str, neighbours: list[str]) -> None:
        found = [match.id for match in engine.search(query).matches if isinstance(match.target, Neighbour)]
        assert found == neighbours

    @pytest.mark.parametrize(("query", "both"), [("1000", {"cloudflare-1000", "websocket-1000"}), ("14", {"grpc-14"})])
    def test_a_bare_number_names_all_it_could_be(self, engine: SearchEngine, query: str, both: set[str]) -> None:
        assert both <= set(all_ids(engine, query))

    @pytest.mark.parametrize(
        "query",
        ["OK", "unknown", "not found", "cancel", "forbidden", "unauthorized", "timeout", "internal error", "v20.404.1",
         "1006 rows", "do", "sh", "nr", "connection refused", "access denied"],
    )  # fmt: skip
    def test_ordinary_words_and_numbers_need_their_family(self, engine: SearchEngine, query: str) -> None:
        assert not [match for match in engine.search(query).matches if isinstance(match.target, Neighbour)]

    def test_half_a_name(self, engine: SearchEngine) -> None:
        assert "node-econnrefused" in all_ids(engine, "econnref")

    def test_the_code_that_it_means_follows(self, engine: SearchEngine) -> None:
        assert all_ids(engine, "error 1015")[:2] == ["cloudflare-1015", "429"]
        assert all_ids(engine, "404.13")[:3] == ["iis-404.13", "404", "413"]

    def test_none_follows_where_no_answer_came(self, engine: SearchEngine) -> None:
        results = engine.search("curl: (6) Could not resolve host: example.invalid")
        assert results.matches[0].id == "curl-6"
        assert not [match for match in results.codes if match.tier is Tier.BESIDE]

    def test_a_code_in_the_query_comes_first_and_no_other_is_added(self, engine: SearchEngine) -> None:
        assert all_ids(engine, "multiple services were impacted by 503 UF,URX") == ["503", "envoy-uf", "envoy-urx"]

    def test_bare_digits_begin_codes_first(self, engine: SearchEngine) -> None:
        found = all_ids(engine, "52")
        assert found.index("520-cloudflare") < found.index("curl-52")


class TestMessages:
    @pytest.mark.parametrize(
        ("query", "codes"),
        [
            ("upstream timed out (110: Connection timed out)", ["504"]),
            ("toomanyrequests: slow down", ["429"]),
            ("CSRF token mismatch.", ["419-laravel", "403"]),
            ("Failed to fetch", []),
        ],
    )
    def test_the_codes_follow(self, engine: SearchEngine, query: str, codes: list[str]) -> None:
        results = engine.search(query)
        assert isinstance(results.matches[0].target, Message)
        assert ids(engine, query)[: len(codes)] == codes

    def test_the_longest_phrase_wins(self, engine: SearchEngine) -> None:
        line = "client prematurely closed connection, so upstream connection is closed too"
        assert all_ids(engine, line)[:2] == ["nginx-client-prematurely-closed", "499-nginx"]


class TestNotes:
    def test_by_the_words_of_the_title(self, engine: SearchEngine) -> None:
        found = [match.target.slug for match in engine.search("타임아웃").matches if isinstance(match.target, Note)]
        assert "timeouts" in found

    @pytest.mark.parametrize(
        ("query", "slug"),
        [
            ("problem+json", "error-bodies"),
            ("멱등 키", "retries"),
            ("RFC 10008", "query-method"),
            ("헬스체크", "health-checks"),
        ],
    )
    def test_by_keywords(self, engine: SearchEngine, query: str, slug: str) -> None:
        assert [match.id for match in engine.search(query).matches][:1] == [slug]

    def test_below_the_codes_found_by_name(self, engine: SearchEngine) -> None:
        matches = list(engine.search("업그레이드").matches)
        notes = [place for place, match in enumerate(matches) if isinstance(match.target, Note)]
        named = [place for place, match in enumerate(matches) if match.is_code and match.tier < Tier.BESIDE]
        assert notes
        assert max(named) < min(notes)


@pytest.mark.parametrize(
    ("line", "system", "number"),
    [
        ("530 Login incorrect.", "ftp", "530"),
        ("550 5.1.1 <a@example.com>: Recipient address rejected: User unknown", "mail", "550"),
        ("421 4.7.0 Try again later, closing connection.", "mail", "421"),
        ("smtp 550", "mail", "550"),
        ("SIP/2.0 486 Busy Here", "sip", "486"),
        ("RTSP/1.0 454 Session Not Found", "rtsp", "454"),
        ("ERROR 1045 (28000): Access denied for user 'app'@'localhost'", "sql", "1045"),
        ("ORA-12541: TNS:no listener", "sql", "ORA-12541"),
        ("Git clone failed: exit status 128", "process", "128"),
        ("Main process exited, code=exited, status=203/EXEC", "process", "203"),
        ("종료 코드 137", "process", "137"),
    ],
)
def test_what_belongs_to_another_system(engine: SearchEngine, line: str, system: str, number: str) -> None:
    results = engine.search(line)
    (match,) = results.matches
    assert isinstance(match.target, ForeignAnswer)
    assert (match.target.system.id, match.target.number) == (system, number)
    assert not results.codes


@pytest.mark.parametrize(
    "line", ["exit code 1: HTTP 404 Not Found", "smtp 메일 발송 API 500 에러", "FTP 업로드 페이지 404"]
)
def test_a_code_beside_another_system_is_still_found(engine: SearchEngine, line: str) -> None:
    assert ids(engine, line)[:1] in (["404"], ["500"])
