"""What a lab has reported, read back: its lines, and which exchange followed which redirect."""

import json

import pytest

from statusref.lab.events import Closed, Listening, Refused, as_json
from statusref.lab.heard import MOST, Record, read_event
from tests.lab.exchanges import exchange, redirect

UA = "user-agent"


def follows(*exchanges: object) -> list[int | None]:
    record = Record()
    for each in exchanges:
        record.add(each)  # type: ignore[arg-type]  # the helpers make exchanges
    return [heard.follows for heard in record]


@pytest.mark.parametrize(
    "event",
    [
        Listening("http://127.0.0.1:1/", None, "http://127.0.0.1:2/"),
        exchange(1, "/103", interim=(103, 103), request_headers=(("x", "값"),)),
        exchange(2, "/000", None),
    ],
)
def test_an_event_is_read_as_it_was_written(event: Listening) -> None:
    assert read_event(as_json(event).encode()) == event


def test_what_a_newer_lab_reports_besides_is_passed_over() -> None:
    line = json.loads(as_json(exchange(1, "/200")))
    assert read_event(json.dumps({**line, "more": [1]}).encode()) == exchange(1, "/200")


@pytest.mark.parametrize(
    "line",
    [as_json(Closed(3)).encode(), as_json(Refused("a", 1, 503, "")).encode(), b"", b"{", b"[]", b"1", b"\xff", b"null"],
)
def test_other_lines_are_no_exchange(line: bytes) -> None:
    assert read_event(line) is None


def test_a_line_that_lacks_a_field_is_no_exchange() -> None:
    assert read_event(b'{"event":"exchange","id":1}') is None


def test_a_redirect_that_was_followed() -> None:
    assert follows(redirect(1, "/302", "/200"), exchange(2, "/200")) == [None, 1]


def test_a_chain() -> None:
    chain = [redirect(1, "/chain/2", "/chain/1"), redirect(2, "/chain/1", "/chain/0"), exchange(3, "/chain/0")]
    assert follows(*chain) == [None, 1, 2]
    record = Record()
    for each in (*chain, exchange(4, "/200")):
        record.add(each)
    for heard in list(record)[:3]:
        assert [other.exchange.id for other in record.chain(heard)] == [1, 2, 3]
    assert [other.exchange.id for other in record.chain(record[3])] == [4]


def test_a_loop_is_one_chain_and_ends() -> None:
    assert follows(*(redirect(number, "/loop", "/loop") for number in range(1, 6))) == [None, 1, 2, 3, 4]


def test_whole_and_relative_addresses_and_fragments() -> None:
    assert follows(redirect(1, "/a/b?c", "d#e"), exchange(2, "/a/d")) == [None, 1]
    assert follows(redirect(1, "/a", "http://127.0.0.1:8080/d"), exchange(2, "/d")) == [None, 1]
    assert follows(redirect(1, "/a", "//127.0.0.1:8080/d"), exchange(2, "http://127.0.0.1:8080/d")) == [None, 1]


def test_another_origin_is_another_address() -> None:
    away = redirect(1, "/302", "http://127.0.0.1:9090/200")
    there = exchange(2, "/200", request_headers=(("host", "127.0.0.1:9090"), (UA, "curl/8.5.0")))
    assert follows(away, exchange(3, "/200")) == [None, None]
    assert follows(away, there) == [None, 1]


def test_another_client_follows_nothing() -> None:
    other = exchange(2, "/200", request_headers=(("host", "127.0.0.1:8080"), (UA, "Wget/1.21")))
    assert follows(redirect(1, "/302", "/200"), other) == [None, None]


def test_a_redirect_is_followed_once_and_the_last_one_first() -> None:
    twice = redirect(1, "/302", "/200"), redirect(2, "/302", "/200"), exchange(3, "/200"), exchange(4, "/200")
    assert follows(*twice, exchange(5, "/200")) == [None, None, 2, 1, None]


def test_an_answer_that_names_a_place_is_no_redirect() -> None:
    assert follows(exchange(1, "/201", 201, headers=(("Location", "/200"),)), exchange(2, "/200")) == [None, None]


@pytest.mark.parametrize("location", ["http://[", "http://[::1", "", "\x00", "http://a:b/"])
def test_a_location_that_is_no_address_leads_nowhere(location: str) -> None:
    assert follows(redirect(1, "/302", location), exchange(2, "/200")) == [None, None]


def test_only_so_many_are_kept() -> None:
    record = Record()
    for number in range(MOST + 10):
        record.add(exchange(number, "/200"))
    assert len(record) == MOST
    assert record[0].exchange.id == 10
    record.keep_newest(3)
    assert [heard.exchange.id for heard in record] == [MOST + 7, MOST + 8, MOST + 9]
