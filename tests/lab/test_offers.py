"""What the window offers for a code, and that the lab understands all of it."""

from urllib.parse import parse_qsl

import pytest

from statusref.lab import offers
from statusref.lab.wanted import read_options
from tests.lab.conftest import Running

GIVEN = {
    "delay": "10ms",
    "times": "2",
    "mix": "200:90,503:10",
    "header": "Retry-After:5",
    "to": "/200?a=b&c#d",
    "every": "10ms",
    "refuse": "417",
    "limit": "1KB",
    "count": "3",
    "body": "problem",
    "cors": "*",
    "how": "reset",
}
CODES = (0, *range(100, 1000))


@pytest.mark.parametrize(("typed", "code"), [("503", 503), (" 000 ", 0), ("999", 999), ("100", 100)])
def test_codes_that_can_be_asked_for(typed: str, code: int) -> None:
    assert offers.code_of(typed) == code


@pytest.mark.parametrize("typed", ["", "5", "50", "5033", "099", "abc", "-50", "٥٠٣", "50 3", "499-nginx"])
def test_what_is_no_code(typed: str) -> None:
    assert offers.code_of(typed) is None


@pytest.mark.parametrize(
    ("code", "way", "given", "target"),
    [
        (503, offers.PLAIN, {}, "/503"),
        (0, offers.PLAIN, {"how": "half"}, "/000?how=half"),
        (503, offers.PLAIN, {"delay": " 2s ", "how": "half", "times": ""}, "/503?delay=2s"),
        (503, offers.PLAIN, {"mix": "200:90,503:10", "cors": "*"}, "/503?mix=200:90,503:10&cors=*"),
        (429, offers.PLAIN, {"header": "Retry-After: 5"}, "/429?header=Retry-After:+5"),
        (302, offers.PLAIN, {"to": "/a?b=c&d"}, "/302?to=/a%3Fb%3Dc%26d"),
        (307, offers.CHAIN, {}, "/chain/5?code=307"),
        (307, offers.CHAIN, {"count": "3", "delay": "2s"}, "/chain/3?code=307"),
        (302, offers.LOOP, {"count": "3"}, "/loop?code=302"),
        (413, offers.REAL, {"limit": "1KB"}, "/try/413?limit=1KB"),
        (416, offers.REAL, {"limit": "1KB"}, "/try/416"),
    ],
)
def test_the_address(code: int, way: str, given: dict[str, str], target: str) -> None:
    assert offers.target(code, way, given) == target


def test_every_code_is_offered_what_the_lab_can_read() -> None:
    for code in CODES:
        for way in offers.ways(code):
            options = parse_qsl(offers.target(code, way, GIVEN).partition("?")[2])
            read_options(options)
            assert {name for name, _ in options} - {"code"} == set(offers.options(code, way)) - {offers.COUNT}


def test_the_lab_answers_each_way_with_its_code(lab: Running) -> None:
    several = [code for code in range(200, 600) if len(offers.ways(code)) > 1 and code not in {408, 499}]
    for code in several:  # the two others only wait
        for way in offers.ways(code):
            status = lab.ask(offers.target(code, way, {"count": "1"}), "PUT" if code == 405 else "GET").status
            assert status == code if way != offers.REAL else status != 404, (code, way)


def test_options_do_what_they_say(lab: Running) -> None:
    answered = [lab.ask(offers.target(503, offers.PLAIN, {"times": "2"})).status for _ in range(3)]
    assert answered == [503, 503, 200]
    got = lab.ask(offers.target(302, offers.PLAIN, {"to": "/200?a=b&c"}))
    assert got.headers["location"] == "/200?a=b&c"
    assert lab.ask(offers.target(503, offers.PLAIN, {"header": "Retry-After:7"})).headers["retry-after"] == "7"
