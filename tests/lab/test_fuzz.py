"""Whatever is sent, the lab answers something that h11 can read, or closes; and it goes on."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.lab import wanted
from statusref.lab.errors import BadOptionError
from statusref.lab.requests import Request, authority_of, with_options
from statusref.lab.wanted import read_options
from tests.lab.conftest import Client, Running, parsed, received, running

WORDS = (
    "GET POST HEAD / /404 /try/206 /000 /matrix/a/302-GET /retry/a/503 ? delay= 1s & framing=chunked %00 "
    "HTTP/1.1 HTTP/1.0 5 : Content-Length: Range: bytes= 0-1,"
)
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
        read = with_options(asked).wanted
    except BadOptionError:
        return
    assert read.delay is None or 0 <= read.delay <= 60
    assert read.size is None or 0 <= read.size <= 2**20


OPTION = st.tuples(
    st.sampled_from([*wanted._READERS, "header"]),
    st.one_of(st.text(max_size=12), st.from_regex(r"\d{1,9}(ms|s|KB|MB|:\d+,)?", fullmatch=True)),
)


@PATIENT
@given(options=st.lists(OPTION, max_size=5))
def test_any_option_is_read_or_refused(options: list[tuple[str, str]]) -> None:
    try:
        read = read_options(options)
    except BadOptionError:
        return
    for name, value in read.headers:
        assert (name + value).isascii()
        assert (name + value).isprintable()


PATHS = (
    "/200 /204 /302 /404 /426 /103 /999 /slow /try/206 /try/304 /try/401 /try/413 /chain/2 /echo / /matrix "
    "/matrix/a/307-POST /retry/a/503 /nowhere"
)
CHOSEN = (
    "delay=1ms times=1 mix=200:1,503:1 seed=1 body=html body=70KB body=empty framing=chunked header=Connection:close "
    "header=Retry-After:5 header=X-A:b cors=origin cors=* to=/200 code=307 limit=2 bytes=40000 refuse=417"
)
SENT = {
    "Origin": "http://a.example",
    "Access-Control-Request-Method": "PUT",
    "Range": "bytes=0-1,5-9",
    "Accept": "text/html",
}


@PATIENT
@given(
    path=st.sampled_from(PATHS.split()),
    chosen=st.lists(st.sampled_from(CHOSEN.split()), max_size=4, unique_by=lambda option: option.partition("=")[0]),
    method=st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "QUERY"]),
    names=st.sets(st.sampled_from(sorted(SENT)), max_size=3),
)
def test_options_go_together(lab: Running, path: str, chosen: list[str], method: str, names: set[str]) -> None:
    """Whatever is combined is answered in full, and so is what comes next on the same connection."""
    target = f"{path}?{'&'.join([*chosen, 'every=0s'])}"
    with lab.connect() as connection:
        client = Client(connection, lab.port)
        got = client.ask(target, method, {name: SENT[name] for name in names}, b"0123" if method == "POST" else b"")
        assert 200 <= got.status <= 999
        if "close" not in got.headers.get("connection", ""):
            assert client.ask("/204").status == 204
