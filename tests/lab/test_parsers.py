"""Every answer can be read, by h11 and by Node's parser, and both read the same in it."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from statusref.lab import offers
from statusref.lab.wanted import BODIES, CORS, REDIRECTS
from tests.lab.conftest import Client, Running, running

SCRIPT = Path(__file__).parent / "node_parser.mjs"
BODY = b"0123456789"
CHUNKED = {"Transfer-Encoding": "chunked"}
EXPECTING = {"Expect": "100-continue"}
PREFLIGHT = {"Origin": "http://shop.example", "Access-Control-Request-Method": "PUT"}
WAITING = {408, 499}


class Asked(NamedTuple):
    target: str
    method: str = "GET"
    headers: Mapping[str, str] = MappingProxyType({})
    body: bytes = b""


def at_once(folder: str, code: int) -> str:
    """The address of a code; those that are about waiting are asked to answer soon."""
    return f"{folder}/{code}{'?delay=1ms' if code in WAITING else ''}"


TRIED = sorted(
    {code for code in range(100, 600) if offers.REAL in offers.ways(code)} | {100, 101, 103} | set(REDIRECTS)
)
REQUESTS = [
    *(Asked(at_once("", code)) for code in range(100, 1000)),
    *(Asked(at_once("/try", code)) for code in TRIED if code not in {102, 429}),
    *(Asked(f"{at_once('', code)}", "HEAD") for code in (200, 204, 304, 404, 408, 499)),
    *(Asked("/418", method) for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "PROPFIND")),
    *(Asked(f"/503?body={body}") for body in (*BODIES, "0", "1", "64KB", "1MB")),
    *(
        Asked(f"/{code}?framing=chunked&body=64KB", method)
        for code in (200, 204, 304, 404)
        for method in ("GET", "HEAD")
    ),
    *(Asked(f"/200?cors={cors}", headers={"Origin": "http://shop.example"}) for cors in CORS),
    *(Asked(f"/200?cors={cors}", "OPTIONS", PREFLIGHT) for cors in CORS),
    Asked("/103?every=1ms"),
    Asked("/103?framing=chunked"),
    Asked("/try/102?every=1ms"),
    Asked("/try/100", "POST", EXPECTING, BODY),
    Asked("/slow?bytes=50&every=1ms"),
    Asked("/slow?bytes=50&every=1ms", "HEAD"),
    Asked("/slow?bytes=50&every=1ms&framing=chunked"),
    Asked("/slow?bytes=0"),
    Asked("/slow?bytes=1MB&every=0s"),
    Asked("/try/206", headers={"Range": "bytes=0-9"}),
    Asked("/try/206", headers={"Range": "bytes=0-9,20-29"}),
    Asked("/try/206?framing=chunked", headers={"Range": "bytes=0-9,20-29"}),
    Asked("/try/416", headers={"Range": "bytes=99999-"}),
    Asked("/try/304", headers={"If-None-Match": "*"}),
    Asked("/try/412", "PUT", {"If-Match": '"other"'}, BODY),
    Asked("/try/429?limit=0"),
    Asked("/try/405", "DELETE"),
    Asked("/try/413?limit=4", "POST", body=BODY),
    Asked("/try/413?limit=4", "POST", CHUNKED, BODY),
    Asked("/echo", "POST", body=BODY),
    Asked("/echo", "POST", CHUNKED, BODY),
    Asked("/echo", "QUERY", {"X-A": "'<&>"}, BODY),
    Asked("/chain/3?code=307"),
    Asked("/loop?code=301"),
    Asked("/200?header=Connection:close"),
    Asked("/200?header=Retry-After:5&header=X-A:b"),
    *[Asked("/503?times=1&delay=1ms")] * 2,
    Asked("/200?unknown=1"),
    Asked("/nothing"),
    Asked("/" + "a" * 9000),
    Asked("/200", headers={"A": "a" * 17_000}),
    Asked("/200", headers={"Host": "elsewhere.example"}),
    *(Asked(page, headers={"Accept": form}) for page in ("/", "/retry/x/503") for form in ("text/html", "text/plain")),
    Asked("/matrix/x/302-GET"),
    Asked("/matrix/x", headers={"Accept": "application/json"}),
    Asked("/matrix/x", headers={"Accept": "text/html", "Accept-Language": "ko"}),
]


def by_h11(lab: Running) -> list[dict[str, Any]]:
    answers = []
    client = Client(lab.connect(), lab.port)
    for asked in REQUESTS:
        got = client.ask(asked.target, asked.method, {"Connection": "keep-alive", **asked.headers}, asked.body)
        answers.append(
            {
                "status": got.status,
                "reason": got.reason,
                "headers": {**got.headers, "date": ""},
                "bytes": len(got.body),
                "interim": list(got.interim),
            }
        )
        if got.headers.get("connection") == "close":
            client.socket.close()
            client = Client(lab.connect(), lab.port)
    client.socket.close()
    return answers


def by_node(lab: Running) -> list[dict[str, Any]]:
    requests = [[asked.method, asked.target, dict(asked.headers), asked.body.decode()] for asked in REQUESTS]
    sent = json.dumps({"port": lab.port, "requests": requests})
    done = subprocess.run(["node", str(SCRIPT)], input=sent, capture_output=True, text=True, timeout=60, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    for asked, answer in zip(REQUESTS, answers, strict=True):
        assert "error" not in answer, (asked, answer)
        answer["headers"] = {**joined(answer["headers"]), "date": ""}
    return answers


def joined(raw: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in zip(raw[::2], raw[1::2], strict=True):
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers


def test_two_parsers_read_the_same_in_every_answer() -> None:
    """What one of them does not read as an answer is an error of its own."""
    with running(clock=lambda: 1000.0) as lab:
        first = by_h11(lab)
        if shutil.which("node") is None:
            pytest.skip("h11 has read them all; node is not here")
        for asked, here, there in zip(REQUESTS, first, by_node(lab), strict=True):
            assert here == there, asked
