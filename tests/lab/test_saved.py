"""Exchanges saved as HAR and as text."""

import json
from typing import Any

import pytest

from statusref.lab.archive import as_har
from statusref.lab.events import Exchange
from statusref.lab.heard import Record
from statusref.lab.messages import as_text, request_message, response_messages
from statusref.logs.har import HarLayout
from tests.lab.exchanges import exchange, redirect

SEEN = (
    redirect(1, "/302?to=/200&a=", "/200"),
    exchange(2, "/200", request_headers=(("host", "127.0.0.1:8080"), ("user-agent", "curl/8.5.0"), ("x", '"},{"'))),
    exchange(3, "/000", None),
    exchange(4, "/307", method="POST", request_body_bytes=7, interim=(103,)),
)
# What the draft of HAR 1.2 asks of each object.
ENTRY = {"startedDateTime", "time", "request", "response", "cache", "timings"}
REQUEST = {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"}
RESPONSE = {"status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize"}


def record(*exchanges: Exchange) -> Record:
    made = Record()
    for each in exchanges:
        made.add(each)
    return made


@pytest.fixture
def log() -> Any:
    return json.loads(as_har(record(*SEEN)))["log"]


def test_an_archive_has_what_the_format_asks_for(log: Any) -> None:
    assert log["version"] == "1.2"
    assert log["creator"].keys() == {"name", "version"}
    assert len(log["entries"]) == len(SEEN)
    for entry in log["entries"]:
        assert entry.keys() >= ENTRY
        assert entry["request"].keys() >= REQUEST
        assert entry["response"].keys() >= RESPONSE | {"bodySize"}
        assert entry["response"]["content"].keys() >= {"size", "mimeType"}
        assert sum(entry["timings"][part] for part in ("send", "wait", "receive")) == entry["time"]


def test_an_archive_says_what_was_exchanged(log: Any) -> None:
    first, _, nothing, posted = log["entries"]
    assert first["request"]["url"] == "http://127.0.0.1:8080/302?to=/200&a="
    assert first["request"]["queryString"] == [{"name": "to", "value": "/200"}, {"name": "a", "value": ""}]
    assert first["response"]["redirectURL"] == "/200"
    assert first["request"]["httpVersion"] == "HTTP/1.1"
    assert nothing["response"]["status"] == 0
    assert posted["request"]["bodySize"] == 7


def test_our_own_reader_of_logs_reads_it() -> None:
    text = as_har(record(*SEEN)).encode()
    assert HarLayout.recognises(text)
    rows = HarLayout().rows(text)
    assert rows.codes == [b"302", b"200", b"200"], "the exchange without an answer has no code"
    assert rows.paths[0].endswith(b"/302?to=/200&a=")
    assert rows.times[0].startswith((b"2026-01-01", b"2025-12-31"))


def test_as_text() -> None:
    text = as_text(record(*SEEN))
    assert text.count("\n# ") == len(SEEN) - 1
    assert "follows 1" in text
    assert "GET /302?to=/200&a= HTTP/1.1\nhost: 127.0.0.1:8080\nuser-agent: curl/8.5.0\n" in text
    assert "HTTP/1.1 302 OK\nLocation: /200\n" in text
    assert "HTTP/1.1 103\n\nHTTP/1.1 200 OK\n" in text


def test_messages_of_an_exchange_without_an_answer() -> None:
    assert request_message(SEEN[2]).startswith("GET /000 HTTP/1.1\n")
    assert response_messages(SEEN[2]) == ()


def test_a_host_that_is_no_host_can_be_saved() -> None:
    odd = exchange(1, "/200?a=[", 421, request_headers=(("host", "[::"),))
    assert json.loads(as_har(record(odd)))["log"]["entries"][0]["request"]["url"] == "http://[::/200?a=["


def test_nothing_saved_is_a_valid_archive() -> None:
    assert json.loads(as_har(record()))["log"]["entries"] == []
    assert as_text(record()) == ""
