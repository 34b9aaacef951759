"""Whole logs: every line counts each code once, however the text comes, and nothing else is kept of it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.logs.evidence import LineReader
from statusref.logs.reader import LogReader
from statusref.logs.sources import Source
from tests.logs.conftest import EVIDENCE
from tests.logs.lines import FOUND, NOT_FOUND


@pytest.mark.parametrize(("line", "codes"), FOUND)
def test_place(evidence: LineReader, line: str, codes: list[int]) -> None:
    assert evidence.read_text(line).in_order == tuple(dict.fromkeys(codes))


@pytest.mark.parametrize("line", NOT_FOUND)
def test_any_three_digits_do_not_count(evidence: LineReader, line: str) -> None:
    assert evidence.read_text(line) == ((), (), (), b"", b"", b"")


TYPED = Path(__file__).parents[1] / "search" / "typed.jsonl"
PASTED = [
    (case["input"], {int(target.partition("-")[0]) for target in case["expected"]})
    for case in map(json.loads, TYPED.read_text("utf-8").splitlines())
    if case["mode"] in {"log", "none"}
]


@pytest.mark.parametrize(("line", "codes"), PASTED)
def test_pasted_lines(evidence: LineReader, line: str, codes: set[int]) -> None:
    assert set(evidence.read_text(line).in_order) == codes


@pytest.mark.parametrize("line", ['{"code":404,"message":"x"}', "GET /a took 200 then 404 and"])
def test_what_may_be_a_code_is_offered(evidence: LineReader, line: str) -> None:
    answer = evidence.read_text(line)
    assert (answer.in_order, 404 in answer.unsure) == ((), True)


@pytest.mark.parametrize(
    ("line", "codes", "upstream"),
    [
        ('status="502" upstream_status=504', (502,), (504,)),
        ('{"EdgeResponseStatus":520,"OriginResponseStatus":502}', (520,), (502,)),
        ("us=502 urt=0.1", (), (502,)),
    ],
)
def test_who_answered(evidence: LineReader, line: str, codes: tuple[int, ...], upstream: tuple[int, ...]) -> None:
    answer = evidence.read_text(line)
    assert (answer.codes, answer.upstream) == (codes, upstream)


def read(*pieces: str | bytes, size: int = 16 * 1024) -> LogReader:
    """Read pieces as a pipe would give them."""
    rest = iter(piece.encode() if isinstance(piece, str) else piece for piece in pieces if piece)
    reader = LogReader(EVIDENCE)
    for _ in reader.read(Source(lambda _size: next(rest, b""), "log"), size):
        pass
    return reader


ALL = "\n".join(line for line, _ in FOUND) + "\n" + "\n".join(NOT_FOUND) + "\n"
EXPECTED: dict[int, int] = {}
for _line, _ in FOUND:
    _answer = EVIDENCE.read_text(_line)
    for _code in _answer.codes or _answer.upstream:
        EXPECTED[_code] = EXPECTED.get(_code, 0) + 1


def test_counts_every_line_once() -> None:
    reader = read(ALL)
    assert dict(reader.counts) == EXPECTED
    assert reader.lines == len(FOUND) + len(NOT_FOUND)


def test_most_frequent_first() -> None:
    assert read("HTTP/1.1 404 A\n" * 2 + "HTTP/1.1 500 A\n" * 3 + "HTTP/1.1 200 A\n" * 2).counts == (
        (500, 3),
        (200, 2),
        (404, 2),
    )


def test_a_whole_curl_answer() -> None:
    text = "HTTP/1.1 301 Moved\r\nlocation: /404\r\n\r\nHTTP/2 200 \r\ncontent-length: 503\r\n\r\n<h1>500</h1>"
    assert read(text).counts == ((200, 1), (301, 1))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, len(ALL)), max_size=12))
def test_pieces_make_no_difference(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(ALL)]
    reader = read(*(ALL[start:end] for start, end in pairwise(places)))
    assert dict(reader.counts) == EXPECTED
    assert reader.lines == len(FOUND) + len(NOT_FOUND)


def test_ten_thousand_lines() -> None:
    lines = [
        f'1.2.3.4 - - [21/Nov/2026:10:00:00 +0900] "GET /{i} HTTP/1.1" {(200, 404, 502)[i % 3]} {i}'
        for i in range(10_000)
    ]
    reader = read("\n".join(lines))
    assert reader.lines == 10_000
    assert dict(reader.counts) == {200: 3334, 404: 3333, 502: 3333}


def test_one_endless_line() -> None:
    line = json.dumps([{"id": i, "status": 503, "took": 404} for i in range(5000)])
    assert read(line).counts == ((503, 1),)
    assert read(line + "\n", line).counts == ((503, 2),)
    parts = [line[place : place + 10_000] for place in range(0, len(line), 10_000)]
    assert read(*parts, "\n", *parts, "\n").counts == ((503, 2),)


@pytest.mark.parametrize(
    "text", ["", "\n", "a" * 50_000, "a." * 30_000, '"' * 30_000, "1/" * 30_000, '] "' * 20_000, "404 " * 20_000]
)
def test_nothing_to_find(text: str) -> None:
    assert read(text).counts == ()


def test_nothing_of_the_text_is_kept() -> None:
    reader = read("HTTP/1.1 404 Not Found secret\n", "an unfinished secret")
    assert "secret" not in repr(reader.report())
