"""``/retry``: how often a client asks, after how long, and whether it waits as long as ``Retry-After`` says."""

import json
import re
from collections.abc import Iterator
from typing import Any

import h11
import pytest

from statusref.lab.retry.attempts import Attempts, Heeded
from statusref.lab.retry.cases import ASKING, FAILING, Later
from tests.lab.conftest import Client, Running, running

SECONDS, DATE = ASKING[0], ASKING[1]


class Clock:
    now = 1_000_000.25

    def __call__(self) -> float:
        return self.now


CLOCK = Clock()


@pytest.fixture(scope="module")
def lab() -> Iterator[Running]:
    with running(clock=CLOCK) as lab_here:
        yield lab_here


def shape(lab: Running, run: str) -> Any:
    return json.loads(lab.ask(f"/retry/{run}", headers={"Accept": "application/json"}).body)


@pytest.mark.parametrize("code", [429, 503, 408])
def test_failures_go_on_and_are_counted_by_method(lab: Running, code: int) -> None:
    for method, times in (("GET", (0, 1, 3)), ("POST", (0,))):
        start = CLOCK.now
        for seconds in times:
            CLOCK.now = start + seconds
            got = lab.ask(f"/retry/c{code}/{code}", method)
            assert (got.status, "retry-after" in got.headers) == (code, False)
    failures = shape(lab, f"c{code}")["failures"]
    assert [(row["code"], row["method"], row["requests"], row["pauses"]) for row in failures] == [
        (code, "GET", 3, [1, 2]),
        (code, "POST", 1, []),
    ]
    page = lab.ask(f"/retry/c{code}").body.decode()
    assert f"{code} GET" in page
    assert "1.0, 2.0" in page


def test_a_lost_connection_is_counted(lab: Running) -> None:
    for _ in range(2):
        with pytest.raises((h11.RemoteProtocolError, ConnectionError)):
            lab.ask("/retry/lost/lost")
    (row,) = shape(lab, "lost")["failures"]
    assert (row["code"], row["requests"]) == (None, 2)
    own = next(line for line in lab.ask("/retry/lost").body.decode().split("\n") if line.startswith("your client"))
    assert "2, –, –" in own


class TestReused:
    """A connection that was used before is lost; what comes again over another one is answered."""

    def test_a_redirect_leads_to_the_loss(self, lab: Running) -> None:
        with lab.connect() as connection:
            client = Client(connection, lab.port)
            got = client.ask("/retry/used/reused", "PUT")
            assert (got.status, got.headers["location"]) == (307, "/retry/used/reused/1")
            with pytest.raises((h11.RemoteProtocolError, ConnectionError)):
                client.ask(got.headers["location"], "PUT")
        assert lab.ask("/retry/used/reused/1", "PUT").status == 200
        (row,) = shape(lab, "used")["failures"]
        assert (row["code"], row["reused"], row["method"], row["requests"]) == (None, True, "PUT", 2)
        own = next(line for line in lab.ask("/retry/used").body.decode().split("\n") if line.startswith("your client"))
        assert re.split("  +", own) == ["your client", "–", "–, 2, –"]

    def test_who_has_used_its_connection_already_needs_no_redirect(self, lab: Running) -> None:
        with lab.connect() as connection:
            client = Client(connection, lab.port)
            client.ask("/200")
            with pytest.raises((h11.RemoteProtocolError, ConnectionError)):
                client.ask("/retry/direct/reused")
        (row,) = shape(lab, "direct")["failures"]
        assert (row["reused"], row["requests"]) == (True, 1)

    def test_who_keeps_no_connection_is_not_led_on_for_ever(self, lab: Running) -> None:
        assert lab.ask("/retry/fresh/reused").status == 307
        assert lab.ask("/retry/fresh/reused/1").status == 200
        assert shape(lab, "fresh")["failures"] == []


def test_who_asks_a_hundred_times_gets_an_answer(lab: Running) -> None:
    assert [lab.ask("/retry/often/503").status for _ in range(100)] == [503] * 99 + [200]
    assert "≥ 100" in lab.ask("/retry/often").body.decode()


def test_retry_after_in_both_forms(lab: Running) -> None:
    CLOCK.now = 1_000_000.25
    assert lab.ask("/retry/wait/429-seconds").headers["retry-after"] == "3"
    assert lab.ask("/retry/wait/429-date").headers["retry-after"] == "Mon, 12 Jan 1970 13:46:45 GMT"
    CLOCK.now += 3.5
    assert lab.ask("/retry/wait/429-seconds").status == 200
    assert lab.ask("/retry/wait/429-date").status == 200
    seconds, date, *_ = shape(lab, "wait")["retry_after"]
    assert (seconds["asked"], seconds["waited"], seconds["outcome"]) == (3, 3.5, "heeded")
    assert (date["asked"], date["waited"], date["outcome"]) == (4.75, 3.5, "ignored")


@pytest.mark.parametrize(
    ("later", "pause", "usual", "expected"),
    [
        (Later.SECONDS, 3.0, 0.5, Heeded.HEEDED),
        (Later.SECONDS, 2.9, 0.5, Heeded.IGNORED),
        (Later.SECONDS, 3.0, 3.0, Heeded.UNCLEAR),
        (Later.SECONDS, 3.0, None, Heeded.HEEDED),
        (Later.SECONDS, None, 0.5, Heeded.NO_RETRY),
        (Later.DATE, 4.0, 0.5, Heeded.HEEDED),
        (Later.DATE, 3.9, 0.5, Heeded.IGNORED),
    ],
)
def test_what_counts_as_waiting(later: Later, pause: float | None, usual: float | None, expected: Heeded) -> None:
    attempts = Attempts()
    case = next(case for case in ASKING if case.later is later)
    attempts.note(case, "GET", 100)
    attempts.ask(case, "GET", 103 if later is Later.SECONDS else 105)
    if pause is not None:
        attempts.note(case, "GET", 100 + pause)
    for time in [] if usual is None else [100, 100 + usual]:
        attempts.note(FAILING[0], "GET", time)
    assert attempts.heeded(case) is expected
    assert Attempts().heeded(case) is Heeded.NOT_ASKED


def test_what_is_no_address_or_method(lab: Running) -> None:
    assert [lab.ask(path).status for path in ("/retry/a/404", "/retry/never", "/retry/A/429")] == [404] * 3
    assert lab.ask("/retry/a/429", "MADEUP").status == 405


def test_the_front_hands_out_addresses(lab: Running) -> None:
    front = json.loads(lab.ask("/retry", headers={"Accept": "application/json"}).body)
    assert len(front["addresses"]) == 9
    assert "/retry/" in lab.ask("/retry", headers={"Accept-Language": "ko"}).body.decode()
