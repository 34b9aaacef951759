"""GET /NNN answers NNN, as its page says it must be answered."""

import json
from email.utils import parsedate_to_datetime

import pytest

from statusref.domain.status import ContentRule, Entry, HeaderLevel
from tests.lab.conftest import Client, Running, library

AT_ONCE = [code for code in range(102, 1000) if code not in {408, 413, 499}]
"""The others wait, or close the connection."""
ENTRIES = [entry for entry in library().catalogue.entries if entry.code >= 200]


def test_every_number_is_answered_at_once_on_one_connection(lab: Running) -> None:
    with lab.connect() as connection:
        client = Client(connection, lab.port)
        for code in AT_ONCE:
            got = client.ask(f"/{code}")
            if code < 200:
                assert (got.interim, got.status) == ((code,), 200)
                continue
            assert (got.interim, got.status) == ((), code)
            target = library().catalogue.find(str(code))[0]
            assert got.reason == (target.phrase if isinstance(target, Entry) else "")
            assert got.headers["x-statusref"] == target.id
            assert f"<statusref://code/{target.id}>" in got.headers["link"]
            assert parsedate_to_datetime(got.headers["date"]).tzinfo is not None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_answer_carries_what_its_page_says_it_must(lab: Running, entry: Entry) -> None:
    if library().catalogue.with_code(entry.code)[0] is not entry:
        pytest.skip("another use of the number is answered")
    got = lab.ask(f"/{entry.number}?delay=1ms")
    for header in entry.headers:
        if header.level is HeaderLevel.MUST and header.condition is None:
            assert header.name.lower() in got.headers
    assert bool(got.body) == (entry.content is not ContentRule.NONE)
    assert ("content-length" in got.headers) == (entry.code not in {204, 304})


def test_the_headers_that_name_something_fit_the_answer(lab: Running) -> None:
    assert lab.ask("/401").headers["www-authenticate"].startswith("Bearer ")
    assert lab.ask("/405", "PUT").headers["allow"] == "GET, HEAD, POST, PATCH, DELETE, OPTIONS, QUERY"
    part = lab.ask("/206")
    assert (part.headers["content-range"], part.body) == ("bytes 0-4/12", b"Hello")
    assert lab.ask("/426").headers["connection"] == "Upgrade"
    assert lab.ask("/201").headers["location"] == "/200"
    assert lab.ask("/413").headers["connection"] == "close"
    early = lab.ask("/104")
    assert early.interim == (104,)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/problem+json"),
        ("*/*", "application/problem+json"),
        ("application/json", "application/problem+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/*", "text/html; charset=utf-8"),
        ("text/html;q=0, text/*", "text/plain; charset=utf-8"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("image/png", "application/problem+json"),
        ("text/html;q=wrong, text/plain;q=0.1", "text/plain; charset=utf-8"),
    ],
)
def test_accept_chooses_the_form(lab: Running, accept: str | None, media_type: str) -> None:
    got = lab.ask("/404", headers={"Accept": accept} if accept else {})
    assert got.headers["content-type"] == media_type
    assert "Accept" in got.headers["vary"]
    assert b"Not Found" in got.body


def test_the_body_says_what_the_page_says(lab: Running) -> None:
    entry = library().catalogue.find("404")[0]
    assert isinstance(entry, Entry)
    problem = json.loads(lab.ask("/404", headers={"Accept-Language": "ko-KR,ko;q=0.9"}).body)
    assert problem == {"type": "about:blank", "title": "Not Found", "status": 404, "detail": entry.first_step.ko}
    assert json.loads(lab.ask("/404").body)["detail"] == entry.first_step.en
    assert b"treats it like 400" in lab.ask("/477").body
    assert b"no valid status code" in lab.ask("/777").body


@pytest.mark.parametrize("size", ["0", "1", "100", "64KB", "1MB"])
def test_a_body_of_any_size(lab: Running, size: str) -> None:
    got = lab.ask(f"/200?body={size}")
    length = int(size.rstrip("KMB")) * {"K": 1024, "M": 1024**2}.get(size[-2:][:1], 1)
    assert len(got.body) == length == int(got.headers["content-length"])


@pytest.mark.parametrize("form", ["problem", "html", "text", "json", "empty"])
def test_the_form_can_be_chosen(lab: Running, form: str) -> None:
    got = lab.ask(f"/503?body={form}&header=Retry-After:5&header=X-Try:a%20b")
    assert bool(got.body) == (form != "empty")
    assert (got.headers["retry-after"], got.headers["x-try"]) == ("5", "a b")


@pytest.mark.parametrize(
    "target", ["/404", "/200?body=1MB", "/204", "/304", "/slow?every=1ms", "/try/206", "/", "/chain/3"]
)
def test_head_gets_the_headers_without_the_body(lab: Running, target: str) -> None:
    with lab.connect() as connection:
        client = Client(connection, lab.port)
        head, get = client.ask(target, "HEAD"), client.ask(target)
    assert head.body == b""
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "PROPFIND"])
def test_any_method_is_answered(lab: Running, method: str) -> None:
    got = lab.ask("/207", method, body=b"<x/>")
    assert (got.status, got.headers["content-type"]) == (207, "application/xml")


@pytest.mark.parametrize("path", ["/nothing", "/99", "/1000", "/4040", "/%34%30%34x", "/try/9", "/chain/", "/chain/x"])
def test_what_is_not_there_is_404(lab: Running, path: str) -> None:
    assert lab.ask(path).status == 404


def test_who_asks_for_an_address_of_another_server_is_told_where_ours_are(lab: Running) -> None:
    told = json.loads(lab.ask("/status/503").body)
    assert (told["status"], told["detail"]) == (404, "The lab has no such address; / lists what can be asked.")
    assert json.loads(lab.ask("/404").body)["detail"] != told["detail"]


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("/200?x=1", "x"),
        ("/200?delay=2h", "delay"),
        ("/200?delay=61s", "delay"),
        ("/200?delay=1s&delay=1s", "delay"),
        ("/200?times=0", "times"),
        ("/200?mix=200", "mix"),
        ("/200?mix=100:1", "mix"),
        ("/200?mix=001:1", "mix"),
        ("/200?header=Connection:keep-alive", "header"),
        ("/200?framing=none", "framing"),
        ("/200?mix=200:0", "mix"),
        ("/200?body=2MB", "body"),
        ("/200?body=pdf", "body"),
        ("/200?seed=-1", "seed"),
        ("/200?header=Content-Type:text/html", "header"),
        ("/200?header=X-A:1%0d%0aSet-Cookie:a=b", "header"),
        ("/200?header=X-A:%ED%95%9C", "header"),
        ("/200?cors=all", "cors"),
        ("/loop?code=304", "code"),
        ("/200?times", "times"),
        ("/200?&&", "&&"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(lab: Running, target: str, named: str) -> None:
    got = lab.ask(target)
    assert (got.status, got.headers["content-type"]) == (400, "application/problem+json")
    assert named in json.loads(got.body)["detail"]
