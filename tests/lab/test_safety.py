"""What a web page or a program elsewhere could try through the lab."""

import socket

import pytest

from tests.lab.conftest import Running, parsed, received


def asked(lab: Running, head: str) -> int:
    with lab.connect() as connection:
        connection.sendall(head.replace("PORT", str(lab.port)).replace("OTHER", str(lab.other_port)).encode())
        connection.shutdown(socket.SHUT_WR)
        return parsed(received(connection)).status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:PORT", 200),
        ("localhost:PORT", 200),
        ("LocalHost:PORT", 200),
        ("[::1]:PORT", 200),
        ("evil.example:PORT", 421),
        ("evil.example", 421),
        ("127.0.0.1", 421),
        ("127.0.0.1:1", 421),
        ("127.0.0.1:OTHER", 421),
        ("127.0.0.1.evil.example:PORT", 421),
        ("localhost.:PORT", 421),
        ("0.0.0.0:PORT", 421),
        ("evil@127.0.0.1:PORT", 421),
        ("", 421),
    ],
)
def test_only_requests_for_loopback_are_answered(lab: Running, host: str, status: int) -> None:
    """DNS rebinding: a name of somebody else leads here, but the browser still says that name."""
    assert asked(lab, f"GET /200 HTTP/1.1\r\nHost: {host}\r\n\r\n") == status


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://127.0.0.1:PORT/200", 200),
        ("http://localhost:PORT?x", 400),
        ("http://evil.example/200", 421),
        ("http://evil.example?@127.0.0.1:PORT/200", 421),
        ("https://127.0.0.1:PORT/200", 421),
        ("ftp://127.0.0.1:PORT/200", 421),
        ("//evil.example/200", 404),
        ("evil.example/200", 404),
    ],
)
def test_an_absolute_target_counts_more_than_host(lab: Running, target: str, status: int) -> None:
    assert asked(lab, f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n") == status


def test_a_client_of_http_1_0_may_leave_host_out(lab: Running) -> None:
    assert asked(lab, "GET /200 HTTP/1.0\r\n\r\n") == 200


def test_the_other_origin_answers_for_itself(lab: Running) -> None:
    with socket.create_connection(("127.0.0.1", lab.other_port), 5) as connection:
        connection.sendall(f"GET /204 HTTP/1.1\r\nHost: 127.0.0.1:{lab.other_port}\r\n\r\n".encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 204 ")


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/%2e%2e/pyproject.toml", "/favicon.ico", "/resources/"])
def test_no_file_is_served(lab: Running, path: str) -> None:
    assert asked(lab, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n") == 404


EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "target",
    [
        f"/{EVIL}",
        f"/404?{EVIL}=1",
        f"/404?delay={EVIL}",
        f"/302?to={EVIL}",
        f"/chain/2?header=X-A:{EVIL}&body=html",
        f"/matrix/a/302-GET?header=X-A:{EVIL}",
        f"/status/{EVIL}",
        f"/echo?{EVIL}",
        f"/200?header=X-A:{EVIL}&body=html",
        "/slow?bytes=10&every=1ms",
    ],
)
def test_nothing_that_was_sent_comes_back_as_html(lab: Running, target: str) -> None:
    headers = {"Accept": "text/html", "User-Agent": EVIL, "Origin": EVIL, "Accept-Language": EVIL}
    got = lab.ask(target.replace(" ", "%20"), headers=headers)
    assert b"<script" not in got.body
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "name", ["Set-Cookie", "Location", "Link", "Refresh", "Content-Length", "Transfer-Encoding", "Connection",
             "Clear-Site-Data", "Access-Control-Allow-Origin", "Content-Security-Policy", "Date"],
)  # fmt: skip
def test_what_would_harm_is_not_added(lab: Running, name: str) -> None:
    assert lab.ask(f"/200?header={name}:x").status == 400
