"""Connections that are not what a well-behaved client makes of them."""

import socket
from contextlib import ExitStack, closing

import pytest

from statusref.lab.limits import LIMITS
from tests.lab.conftest import Client, Running, parsed, received, running, send_head

SHORT = LIMITS._replace(request_time=0.1, idle_time=0.1, answer_time=0.3, linger_time=0.1)


def test_requests_that_come_at_once_are_answered_in_order(lab: Running) -> None:
    with lab.connect() as connection:
        for target in ("/201", "/slow?bytes=3&every=1ms", "/403", "/204", "/103"):
            send_head(connection, lab, f"GET {target} HTTP/1.1")
        send_head(connection, lab, "GET /200 HTTP/1.1", {"Connection": "close"})
        lines = [line for line in received(connection).split(b"\r\n") if b"HTTP/1.1 " in line]
    codes = [int(line.partition(b"HTTP/1.1 ")[2][:3]) for line in lines]
    assert codes == [201, 200, 403, 204, 103, 200, 200]


@pytest.mark.parametrize("target", ["/404", "/200?body=1MB", "/103"])
def test_a_client_that_closes_its_side_after_asking_is_answered(lab: Running, target: str) -> None:
    with lab.connect() as connection:
        send_head(connection, lab, f"GET {target} HTTP/1.1")
        connection.shutdown(socket.SHUT_WR)
        got = parsed(received(connection))
    assert got.status == (404 if target == "/404" else 200)


def test_a_client_that_closes_its_side_while_it_waits_has_left() -> None:
    with running() as lab, lab.connect() as connection:
        send_head(connection, lab, "GET /200?delay=30s HTTP/1.1")
        connection.shutdown(socket.SHUT_WR)
        assert received(connection) == b""
        assert lab.exchanges(1)[0].ended == "client-left"


def test_a_client_that_resets_is_no_problem_of_the_lab() -> None:
    with running() as lab:
        for target in ("/200?body=1MB", "/200?delay=30s", "/slow"):
            connection = lab.connect()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            send_head(connection, lab, f"GET {target} HTTP/1.1")
            connection.close()
        assert lab.ask("/200").status == 200
        assert {exchange.ended for exchange in lab.exchanges(4)} <= {"client-left", "answered"}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\r\n\r\n\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        (b"GET /\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 421),
        (b"POST /echo HTTP/1.1\r\nHost: OWN\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"POST /echo HTTP/1.1\r\nHost: OWN\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST /echo HTTP/1.1\r\nHost: OWN\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"POST /echo HTTP/1.1\r\nHost: OWN\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
        (b"POST /echo HTTP/1.1\r\nHost: OWN\r\nContent-Length: 9999999\r\n\r\n", 413),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: OWN\r\n\r\n", 414),
        (b"GET /" + b"a" * 40000, 414),
        (b"GET / HTTP/1.1\r\nHost: OWN\r\nA: " + b"a" * 16384 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: OWN\r\nA: " + b"a" * 60000, 431),
        (b"CONNECT example.com:443 HTTP/1.1\r\nHost: OWN\r\n\r\n", 501),
        (b"OPTIONS * HTTP/1.1\r\nHost: OWN\r\n\r\n", 204),
    ],
)
def test_what_cannot_be_answered_is_refused_with_its_code(lab: Running, sent: bytes, status: int) -> None:
    with lab.connect() as connection:
        connection.sendall(sent.replace(b"OWN", f"127.0.0.1:{lab.port}".encode()))
        connection.shutdown(socket.SHUT_WR)
        assert parsed(received(connection)).status == status


def test_a_body_that_is_too_long_is_refused_while_it_comes(lab: Running) -> None:
    with lab.connect() as connection:
        send_head(connection, lab, "POST /echo HTTP/1.1", {"Transfer-Encoding": "chunked"})
        chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
        for _ in range(65):
            connection.sendall(chunk)
        assert parsed(received(connection), "POST").status == 413


def test_a_request_that_does_not_end_gets_408() -> None:
    with running(SHORT) as lab, lab.connect() as line, lab.connect() as body, lab.connect() as nothing:
        line.sendall(b"GET / HTT")
        send_head(body, lab, "POST /echo HTTP/1.1", {"Content-Length": "5"})
        body.sendall(b"1234")
        assert parsed(received(line)).status == 408
        assert parsed(received(body), "POST").status == 408
        assert received(nothing) == b"", "a connection without a request is closed in silence"


def test_an_answer_that_is_not_taken_in_time_is_broken_off() -> None:
    with running(SHORT) as lab, lab.connect() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        for _ in range(20):
            send_head(connection, lab, "GET /200?body=1MB HTTP/1.1")
        lab.until(lambda: any(getattr(event, "ended", "") == "timeout" for event in lab.events))


def test_a_client_that_asks_and_never_reads_holds_little(lab: Running) -> None:
    """Its requests are not read any more once so much of its answers waits."""
    before = len(lab.events)
    with lab.connect() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(0.2)
        line = f"GET /200?body=30KB HTTP/1.1\r\nHost: 127.0.0.1:{lab.port}\r\n\r\n".encode()
        with pytest.raises(TimeoutError):
            connection.sendall(line * 100_000)
    assert len(lab.events) - before < 1000


class TestTooMany:
    LIMITS = LIMITS._replace(connections=8, refused=4)

    def test_the_rest_is_refused_at_once(self) -> None:
        with running(self.LIMITS) as lab, ExitStack() as stack:
            connections = [stack.enter_context(closing(lab.connect())) for _ in range(30)]
            refused = [parsed(received(connection)).status for connection in connections[8:]]
            assert refused == [503] * 22
            served = [Client(connection, lab.port).ask("/204").status for connection in connections[:8]]
            assert served == [204] * 8

    def test_who_leaves_makes_room(self) -> None:
        with running(self.LIMITS) as lab:
            for _ in range(30):
                assert lab.ask("/200").status == 200


@pytest.mark.parametrize("target", ["/404", "/426", "/408?delay=1ms", "/slow?bytes=3&every=1ms", "/204"])
@pytest.mark.parametrize("how", ["keep-alive", "close"])
def test_the_report_has_the_headers_that_were_sent(lab: Running, target: str, how: str) -> None:
    before = len(lab.exchanges(0))
    with lab.connect() as connection:
        send_head(connection, lab, f"GET {target} HTTP/1.1", {"Connection": how})
        connection.shutdown(socket.SHUT_WR)
        head = received(connection).partition(b"\r\n\r\n")[0].decode().lower()
    reported = lab.exchanges(before + 1)[-1].headers
    assert sorted(head.split("\r\n")[1:]) == sorted(f"{name}: {value}".lower() for name, value in reported)


def test_the_ipv6_address_answers_too(lab: Running) -> None:
    with socket.create_connection(("::1", lab.port), 5) as connection:
        connection.sendall(f"GET /404 HTTP/1.1\r\nHost: [::1]:{lab.port}\r\n\r\n".encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 404 ")
