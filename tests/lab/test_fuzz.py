"""Whatever is sent, the lab answers something that h11 can read, or closes; and it goes on."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.lab.errors import BadOptionError
from statusref.lab.requests import Request, authority_of, with_options
from statusref.lab.wanted import read_options
from tests.lab.conftest import Running, parsed, received, running

WORDS = "GET POST HEAD / /404 /try/206 /000 ? delay= 1s & %00 HTTP/1.1 HTTP/1.0 5 : Content-Length: Range: bytes= 0-1,"
LINES = [
    "Host: OWN",
    "Transfer-Encoding: chunked",
    "Expect: 100-continue",
    "Upgrade: websocket",
    "Connection: upgrade",
    "Accept: text/html;q=",
    "Content-Length: 3",
    "0",
]
FRAGMENTS = st.sampled_from(
    [word.encode() for word in WORDS.split()] + [f"{line}\r\n".encode() for line in LINES] + [b" ", b"\n", b"\0"]
)
BYTES = st.lists(st.one_of(FRAGMENTS, st.binary(max_size=8)), max_size=20).map(b"".join)
HEAD = st.lists(st.sampled_from(LINES), max_size=6)


def request(target: bytes, head: list[str], rest: bytes) -> bytes:
    lines = [b"GET /" + target.replace(b" ", b"") + b" HTTP/1.1", *(line.encode() for line in head), b"", rest]
    return b"\r\n".join(lines)


REQUEST = st.builds(request, BYTES, HEAD, st.binary(max_size=20))
PATIENT = settings(max_examples=100)


@pytest.fixture(scope="module")
def lab() -> Iterator[Running]:
    with running() as lab_here:
        yield lab_here


@PATIENT
@given(sent=st.one_of(BYTES, REQUEST))
def test_what_is_answered_can_be_read(lab: Running, sent: bytes) -> None:
    with lab.connect() as connection:
        connection.sendall(sent.replace(b"OWN", f"127.0.0.1:{lab.port}".encode()))
        connection.shutdown(socket.SHUT_WR)
        try:
            data = received(connection)
        except ConnectionResetError:
            data = b""
    if data and b"how=" not in sent:
        assert 200 <= parsed(data, "HEAD" if sent.lstrip().startswith(b"HEAD") else "GET").status <= 999


def test_the_lab_goes_on(lab: Running) -> None:
    assert lab.ask("/200").status == 200


@PATIENT
@given(target=st.one_of(st.text(max_size=40), st.text(max_size=40).map(lambda text: f"/x?{text}")))
def test_any_target_is_read_or_refused(target: str) -> None:
    asked = Request("GET", target)
    authority_of(asked)
    try:
        wanted = with_options(asked).wanted
    except BadOptionError:
        return
    assert wanted.delay is None or 0 <= wanted.delay <= 60
    assert wanted.size is None or 0 <= wanted.size <= 2**20


OPTION = st.tuples(
    st.sampled_from(["delay", "times", "mix", "seed", "body", "header", "to", "code", "cors", "how", "bytes", "every"]),
    st.one_of(st.text(max_size=12), st.from_regex(r"\d{1,9}(ms|s|KB|MB|:\d+,)?", fullmatch=True)),
)


@PATIENT
@given(options=st.lists(OPTION, max_size=5))
def test_any_option_is_read_or_refused(options: list[tuple[str, str]]) -> None:

    try:
        wanted = read_options(options)
    except BadOptionError:
        return
    for name, value in wanted.headers:
        assert (name + value).isascii()
        assert (name + value).isprintable()
