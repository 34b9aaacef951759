"""How the codes behave in earnest."""

import json
import re
from contextlib import suppress
from time import monotonic

import h11
import pytest

from tests.lab.conftest import Client, Running, received, running, send_head


class TestRedirects:
    @pytest.mark.parametrize("code", [300, 301, 302, 303, 305, 307, 308])
    def test_one_leads_into_the_lab(self, lab: Running, code: int) -> None:
        assert lab.ask(f"/{code}").headers["location"] == "/200"
        own = f"http://localhost:{lab.port}/204"
        assert lab.ask(f"/{code}?to={own}").headers["location"] == own
        other = f"http://127.0.0.1:{lab.other_port}/echo"
        assert lab.ask(f"/try/{code}?to={other}").headers["location"] == other

    @pytest.mark.parametrize(
        "to",
        [
            "http://example.com/",
            "//example.com/",
            "https://127.0.0.1/",
            "/\\example.com",
            "http://127.0.0.1/",
            "http://127.0.0.1:PORT@example.com/",
            "http://example.com:PORT/",
            "javascript:alert(1)",
            "/a%0d%0ab",
            "%09//example.com",
            "",
            "echo",
        ],
    )
    def test_none_leads_out_of_it(self, lab: Running, to: str) -> None:
        got = lab.ask(f"/302?to={to.replace('PORT', str(lab.port))}")
        assert got.status == 400
        assert "location" not in got.headers

    def test_a_chain_ends_after_so_many(self, lab: Running) -> None:
        target, seen = "/chain/5?code=307&body=text", []
        while (got := lab.ask(target)).status != 200:
            seen.append(got.status)
            target = got.headers["location"]
        assert seen == [307] * 5

    def test_a_loop_leads_to_itself(self, lab: Running) -> None:
        got = lab.ask("/loop?code=301")
        assert (got.status, got.headers["location"]) == (301, "/loop?code=301")


class TestInterim:
    def test_102_comes_before_the_answer(self, lab: Running) -> None:
        assert lab.ask("/102").interim == (102,)
        got = lab.ask("/try/102?every=1ms")
        assert (got.interim, got.status) == ((102, 102, 102), 200)

    def test_103_hints_at_something_of_the_lab(self, lab: Running) -> None:
        got = lab.ask("/103?every=1ms")
        assert (got.interim, got.status, got.links) == ((103,), 200, ("</200>; rel=preload; as=fetch",))

    def test_a_client_of_http_1_0_gets_none(self, lab: Running) -> None:
        with lab.connect() as connection:
            connection.sendall(f"GET /103 HTTP/1.0\r\nHost: 127.0.0.1:{lab.port}\r\n\r\n".encode())
            assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")

    def test_100_is_sent_before_the_body_comes(self, lab: Running) -> None:
        expecting = {"Expect": "100-continue", "Content-Length": "4"}
        with lab.connect() as connection:
            send_head(connection, lab, "POST /try/100 HTTP/1.1", expecting)
            assert connection.recv(65536).startswith(b"HTTP/1.1 100 Continue\r\n")
            connection.sendall(b"body")
            assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")

    def test_a_refusal_comes_instead_and_closes(self, lab: Running) -> None:
        expecting = {"Expect": "100-continue", "Content-Length": "4"}
        with lab.connect() as connection:
            send_head(connection, lab, "POST /100?refuse=417 HTTP/1.1", expecting)
            answer = received(connection)
        assert answer.startswith(b"HTTP/1.1 417 ")
        assert b"Connection: close" in answer or b"connection: close" in answer

    def test_without_expect_there_is_nothing_to_refuse(self, lab: Running) -> None:
        got = lab.ask("/100?refuse=417", "POST", body=b"body")
        assert (got.interim, got.status) == ((100,), 200)


class TestTurns:
    def test_it_fails_so_many_times_and_then_anew(self, lab: Running) -> None:
        assert [lab.ask("/503?times=2").status for _ in range(4)] == [503, 503, 200, 503]
        assert lab.ask("/503?times=2&body=text").status == 503, "another address has its own count"

    def test_a_mix_is_the_same_for_the_same_seed(self) -> None:
        rows = []
        for _ in range(2):
            with running() as lab:
                rows.append([lab.ask("/200?mix=200:50,503:50&seed=7").status for _ in range(20)])
        assert rows[0] == rows[1]
        assert set(rows[0]) == {200, 503}

    def test_a_mix_can_have_no_answer_among_its_codes(self, lab: Running) -> None:
        for _ in range(3):
            with pytest.raises((h11.RemoteProtocolError, ConnectionError)):
                lab.ask("/200?mix=000:1")
        answered = 0
        for _ in range(20):
            with suppress(h11.RemoteProtocolError, ConnectionError):
                answered += lab.ask("/200?mix=200:50,000:50&seed=7").status == 200
        assert 0 < answered < 20


class TestConditions:
    def test_the_document_is_not_sent_twice(self, lab: Running) -> None:
        first = lab.ask("/try/304")
        etag, changed = first.headers["etag"], first.headers["last-modified"]
        for headers in (
            {"If-None-Match": etag},
            {"If-None-Match": f'"other", W/{etag}'},
            {"If-None-Match": "*"},
            {"If-Modified-Since": changed},
        ):
            got = lab.ask("/try/304", headers=headers)
            assert (got.status, got.body, got.headers["etag"]) == (304, b"", etag)
            assert got.headers["cache-control"] == first.headers["cache-control"]
        assert lab.ask("/try/304", headers={"If-None-Match": '"other"', "If-Modified-Since": changed}).status == 200
        assert lab.ask("/try/304", headers={"If-Modified-Since": "yesterday"}).status == 200

    def test_a_put_changes_it_unless_somebody_else_has(self, lab: Running) -> None:
        etag = lab.ask("/try/412").headers["etag"]
        put = lab.ask("/try/412", "PUT", {"If-Match": etag}, b"new")
        assert put.status == 204
        assert put.headers["etag"] != etag
        assert lab.ask("/try/412", "PUT", {"If-Match": etag}, b"new").status == 412
        assert lab.ask("/try/412", "PUT", {"If-Match": f"W/{put.headers['etag']}"}, b"new").status == 412
        assert lab.ask("/try/412", "PUT", {"If-None-Match": "*"}, b"new").status == 412
        past = {"If-Unmodified-Since": "Thu, 01 Jan 2015 00:00:00 GMT"}
        assert lab.ask("/try/412", "PUT", past, b"new").status == 412
        assert lab.ask("/try/412", headers={"If-None-Match": etag}).status == 200
        assert lab.ask("/try/412", "DELETE").headers["allow"] == "GET, HEAD, PUT, QUERY"


class TestRanges:
    @pytest.mark.parametrize(
        ("asked", "said", "length"),
        [
            ("bytes=0-9", "bytes 0-9/10000", 10),
            ("bytes=9990-", "bytes 9990-9999/10000", 10),
            ("bytes=-5", "bytes 9995-9999/10000", 5),
            ("bytes=-99999", "bytes 0-9999/10000", 10000),
            ("bytes=9999-20000", "bytes 9999-9999/10000", 1),
            ("BYTES= 0-0", "bytes 0-0/10000", 1),
            ("bytes=0-0, 20000-", "bytes 0-0/10000", 1),
        ],
    )
    def test_a_part(self, lab: Running, asked: str, said: str, length: int) -> None:
        whole = lab.ask("/try/206")
        got = lab.ask("/try/206", headers={"Range": asked})
        first = int(said.split()[1].split("-", maxsplit=1)[0])
        assert (got.status, got.headers["content-range"]) == (206, said)
        assert got.body == whole.body[first : first + length]
        for name in ("etag", "cache-control", "vary"):
            assert got.headers[name] == whole.headers[name]

    @pytest.mark.parametrize(
        "asked", ["bytes=x-", "bytes=5-2", "lines=1-2", "bytes=-", "bytes=1-2,", "bytes=" + "0-0," * 11, "bytes"]
    )
    def test_what_is_no_range_is_passed_over(self, lab: Running, asked: str) -> None:
        got = lab.ask("/try/206", headers={"Range": asked})
        assert (got.status, len(got.body)) == (200, 10000)

    @pytest.mark.parametrize("asked", ["bytes=10000-", "bytes=-0"])
    def test_nothing_of_it_is_there(self, lab: Running, asked: str) -> None:
        got = lab.ask("/try/416", headers={"Range": asked})
        assert (got.status, got.headers["content-range"]) == (416, "bytes */10000")

    def test_several_parts(self, lab: Running) -> None:
        whole = lab.ask("/try/206").body
        got = lab.ask("/try/206", headers={"Range": "bytes=0-4,10-19"})
        boundary = got.headers["content-type"].partition("boundary=")[2].encode()
        assert got.status == 206
        assert "content-range" not in got.headers
        parts = got.body.split(b"--" + boundary)
        heads, bodies = zip(*(part.strip(b"\r\n").split(b"\r\n\r\n") for part in parts[1:-1]), strict=True)
        assert parts[-1] == b"--\r\n"
        assert bodies == (whole[:5], whole[10:20])
        assert [re.search(rb"Content-Range: (.*)", head)[1] for head in heads] == [  # type: ignore[index]
            b"bytes 0-4/10000",
            b"bytes 10-19/10000",
        ]

    def test_if_range_wants_the_whole_of_another_version(self, lab: Running) -> None:
        file = lab.ask("/try/206").headers
        for validator, status in (
            (file["etag"], 206),
            (file["last-modified"], 206),
            (f"W/{file['etag']}", 200),
            ('"other"', 200),
            ("Thu, 01 Jan 2015 00:00:00 GMT", 200),
        ):
            assert lab.ask("/try/206", headers={"Range": "bytes=0-9", "If-Range": validator}).status == status


@pytest.mark.parametrize(
    ("status", "asks_in", "challenges_in"),
    [(401, "Authorization", "www-authenticate"), (407, "Proxy-Authorization", "proxy-authenticate")],
)
def test_a_challenge_is_met(lab: Running, status: int, asks_in: str, challenges_in: str) -> None:
    got = lab.ask(f"/try/{status}")
    assert got.status == status
    assert "Basic realm=" in got.headers[challenges_in]
    assert "error" not in got.headers[challenges_in]
    for credentials in ("Basic dXNlcjpzZWNyZXQ=", "bearer token"):
        assert lab.ask(f"/try/{status}", headers={asks_in: credentials}).status == 200
    for credentials in ("Basic ???", "Basic dXNlcg==", "Bearer old", "Digest x"):
        assert lab.ask(f"/try/{status}", headers={asks_in: credentials}).status == status
    assert "invalid_token" in lab.ask(f"/try/{status}", headers={asks_in: "Bearer old"}).headers[challenges_in]


def test_the_rate_is_limited_for_each_client() -> None:
    now = [1000.0]
    with running(clock=lambda: now[0]) as lab:
        one = [lab.ask("/try/429", headers={"User-Agent": "one"}) for _ in range(6)]
        assert [got.status for got in one] == [200] * 5 + [429]
        assert [got.headers["ratelimit"] for got in one][4:] == ['"lab";r=0;t=10', '"lab";r=0;t=10']
        assert one[-1].headers["retry-after"] == "10"
        assert lab.ask("/try/429", headers={"User-Agent": "two"}).status == 200
        assert lab.ask("/try/429?limit=0", headers={"User-Agent": "three"}).status == 429
        now[0] += 9.5
        assert lab.ask("/try/429", headers={"User-Agent": "one"}).headers["retry-after"] == "1"
        now[0] += 0.5
        assert lab.ask("/try/429", headers={"User-Agent": "one"}).headers["ratelimit"] == '"lab";r=4;t=10'


class TestRefusals:
    def test_methods(self, lab: Running) -> None:
        assert lab.ask("/try/405").status == 200
        got = lab.ask("/try/405", "DELETE")
        assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")

    def test_a_body_is_refused_by_its_announced_length(self, lab: Running) -> None:
        assert lab.ask("/try/413?limit=4", "POST", body=b"1234").status == 200
        with lab.connect() as connection:
            send_head(connection, lab, "POST /try/413?limit=4 HTTP/1.1", {"Content-Length": "5"})
            assert received(connection).startswith(b"HTTP/1.1 413 ")

    def test_a_body_is_refused_by_what_has_come(self, lab: Running) -> None:
        got = lab.ask("/try/413?limit=4", "POST", {"Transfer-Encoding": "chunked"}, b"12345")
        assert got.status == 413

    def test_targets_and_headers(self, lab: Running) -> None:
        assert lab.ask("/try/414?limit=20").status == 200
        assert lab.ask("/try/414?limit=20&seed=1").status == 414
        assert lab.ask("/try/431?limit=1KB").status == 200
        assert lab.ask("/try/431?limit=1KB", headers={"X-Long": "x" * 1000}).status == 431


class TestLost:
    def test_nothing(self, lab: Running) -> None:
        with lab.connect() as connection:
            send_head(connection, lab, "GET /000 HTTP/1.1", {})
            assert received(connection) == b""

    def test_a_reset(self, lab: Running) -> None:
        with lab.connect() as connection:
            send_head(connection, lab, "GET /000?how=reset HTTP/1.1", {})
            with pytest.raises(ConnectionResetError):
                received(connection)

    def test_half_an_answer(self, lab: Running) -> None:
        with lab.connect() as connection, pytest.raises(h11.RemoteProtocolError):
            Client(connection, lab.port).ask("/000?how=half")

    def test_a_chunk_that_is_none(self, lab: Running) -> None:
        with lab.connect() as connection, pytest.raises(h11.RemoteProtocolError):
            Client(connection, lab.port).ask("/000?how=chunk")
        with lab.connect() as connection:
            send_head(connection, lab, "GET /000?how=chunk HTTP/1.1", {})
            assert received(connection).startswith(b"HTTP/1.1 200 OK\r\n")

    def test_garbage(self, lab: Running) -> None:
        with lab.connect() as connection, pytest.raises(h11.RemoteProtocolError):
            Client(connection, lab.port).ask("/000?how=garbage")

    def test_a_client_that_hangs_up_is_reported(self) -> None:
        with running() as lab:
            with lab.connect() as connection:
                send_head(connection, lab, "GET /try/499 HTTP/1.1", {})
            exchange = lab.exchanges(1)[0]
        assert (exchange.ended, exchange.status) == ("client-left", None)
        assert exchange.ms < 30_000

    def test_408_waits_and_closes(self, lab: Running) -> None:
        began = monotonic()
        got = lab.ask("/408?delay=10ms")
        assert (got.status, got.headers["connection"]) == (408, "close")
        assert monotonic() - began >= 0.01


def test_a_slow_body_comes_in_pieces(lab: Running) -> None:
    got = lab.ask("/slow?bytes=50&every=1ms")
    assert (got.status, len(got.body)) == (200, 50)
    assert lab.ask("/slow?bytes=0").body == b""
    assert len(lab.ask("/slow?bytes=1MB&every=0s").body) == 1024**2


class TestChunks:
    @pytest.mark.parametrize("target", ["/503?body=64KB", "/slow?bytes=50&every=1ms", "/try/206?seed=1"])
    def test_a_body_whose_length_nobody_says(self, lab: Running, target: str) -> None:
        with lab.connect() as connection:
            client = Client(connection, lab.port)
            whole, chunked = client.ask(target), client.ask(f"{target}&framing=chunked")
        assert (chunked.status, chunked.body) == (whole.status, whole.body)
        assert chunked.headers["transfer-encoding"] == "chunked"
        assert "content-length" not in chunked.headers

    def test_an_answer_without_a_body_stays_as_it_is(self, lab: Running) -> None:
        assert "transfer-encoding" not in lab.ask("/204?framing=chunked").headers

    def test_a_client_of_http_1_0_gets_the_body_until_the_end(self, lab: Running) -> None:
        with lab.connect() as connection:
            send_head(connection, lab, "GET /slow?bytes=64&every=0s&framing=chunked HTTP/1.0", {})
            head, _, body = received(connection).partition(b"\r\n\r\n")
        assert b"ransfer-encoding" not in head
        assert len(body) == 64


def test_an_answer_can_close_the_connection(lab: Running) -> None:
    with lab.connect() as connection:
        send_head(connection, lab, "GET /503?header=Connection:close HTTP/1.1", {})
        assert b"onnection: close\r\n" in received(connection)


def test_echo_tells_what_came_without_letting_it_be_html(lab: Running) -> None:
    evil = "<script>alert('&')</script>"
    got = lab.ask("/echo", "QUERY", {"X-Evil": evil, "Accept": "text/html"}, evil.encode())
    assert (got.headers["content-type"], got.headers["x-content-type-options"]) == ("application/json", "nosniff")
    assert b"<" not in got.body
    assert got.body.isascii()
    told = json.loads(got.body)
    assert (told["method"], told["body"], told["body_bytes"]) == ("QUERY", evil, len(evil))
    assert ["x-evil", evil] in told["headers"]


class TestCors:
    ORIGIN = "http://shop.example:3000"

    @pytest.mark.parametrize(
        ("option", "allowed", "credentials"),
        [("none", None, None), ("*", "*", None), ("origin", ORIGIN, None), ("credentials", ORIGIN, "true")],
    )
    def test_an_answer(self, lab: Running, option: str, allowed: str | None, credentials: str | None) -> None:
        for target in (f"/404?cors={option}", f"/slow?bytes=1&cors={option}"):
            headers = lab.ask(target, headers={"Origin": self.ORIGIN}).headers
            assert headers.get("access-control-allow-origin") == allowed
            assert headers.get("access-control-allow-credentials") == credentials

    def test_a_preflight(self, lab: Running) -> None:
        asking = {
            "Origin": self.ORIGIN,
            "Access-Control-Request-Method": "PUT",
            "Access-Control-Request-Headers": "x-a, content-type",
        }
        got = lab.ask("/503?cors=origin", "OPTIONS", asking)
        assert got.status == 204
        assert "PUT" in got.headers["access-control-allow-methods"]
        assert got.headers["access-control-allow-headers"] == "x-a, content-type"
        assert lab.ask("/503?cors=none", "OPTIONS", asking).status == 503

    def test_what_is_no_origin_is_not_said_back(self, lab: Running) -> None:
        for origin in ("http://a b", "http://evil.example/<script>", "x"):
            assert "access-control-allow-origin" not in lab.ask("/200?cors=origin", headers={"Origin": origin}).headers
