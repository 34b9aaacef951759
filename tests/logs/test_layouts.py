"""Every layout is recognised, and its codes, times, paths and upstream codes are those of its lines."""

import pytest

from statusref.logs.evidence import LineReader
from statusref.logs.reader import LogReader
from statusref.logs.report import Report
from statusref.logs.sources import open_text
from tests.logs.samples import SAMPLES, Sample, real


def report_of(evidence: LineReader, text: str, size: int = 1 << 16) -> Report:
    reader = LogReader(evidence)
    for _ in reader.read(open_text(text, "log"), size):
        pass
    return reader.report()


COMBINED, INGRESS, HAR = real("combined"), real("ingress"), real("har")
IDS = [sample.file for sample in SAMPLES]


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_layout(evidence: LineReader, sample: Sample) -> None:
    report = report_of(evidence, sample.text)
    assert report.files[0].layout == sample.layout
    assert {code.code: code.count for code in report.codes} == sample.codes
    assert report.lines == sample.text.count("\n")
    assert report.unsure == ()
    first = min(report.codes, key=lambda code: code.first.line if code.first else 0)
    assert first.first is not None
    assert first.first.time == sample.time
    assert (first.paths[0].path if first.paths else None) == sample.path
    upstream = {(code.code, other): count for code in report.codes for other, count in code.upstream.items()}
    assert upstream == sample.upstream
    assert sum(code.alone for code in report.codes) == sample.alone
    assert {flag: count for code in report.codes for flag, count in code.flags.items()} == sample.flags


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_the_size_of_the_pieces_makes_no_difference(evidence: LineReader, sample: Sample) -> None:
    """Several copies, so that the layout is known when later pieces come."""
    text = sample.text if sample.layout in {"iis", "csv", "har"} else sample.text * 4
    whole, pieces = report_of(evidence, text), report_of(evidence, text, size=700)
    assert pieces.codes == whole.codes
    assert pieces.lines == whole.lines


def test_first_and_last_line(evidence: LineReader) -> None:
    (code,) = (code for code in report_of(evidence, COMBINED * 3).codes if code.code == 404)
    assert (code.first and code.first.line, code.last and code.last.line) == (2, 8)


def test_lines_of_another_form_are_read_freely(evidence: LineReader) -> None:
    text = COMBINED * 3 + "connect failed: HTTP status 502 after 404 ms\n" + INGRESS
    report = report_of(evidence, text)
    assert report.files[0].layout == "combined"
    assert {code.code: code.count for code in report.codes} == {403: 3, 404: 4, 400: 3, 502: 2, 499: 1}
    (code,) = (code for code in report.codes if code.code == 502)
    assert code.first is not None
    assert code.first.line == 10


def test_colours_are_passed_over(evidence: LineReader) -> None:
    text = (
        "\x1b[0mGET /a \x1b[32m200\x1b[0m 2.341 ms - 13\x1b[0m\n\x1b[0mGET /b \x1b[31m500\x1b[0m 404.1 ms - 13\x1b[0m\n"
    )
    assert {code.code: code.count for code in report_of(evidence, text).codes} == {200: 1, 500: 1}


def test_minified_har_is_read_entry_by_entry(evidence: LineReader) -> None:
    head, entry = HAR[: HAR.index("[") + 1], '{"startedDateTime":"2026-10-11T00:12:44Z","request":{"url":"/a"},'
    entry += '"response":{"status":404,"statusText":"Not Found","content":{"text":"' + "x" * 500 + '"}}},'
    report = report_of(evidence, head.replace("\n", "") + entry * 5000 + "]}}")
    assert [(code.code, code.count) for code in report.codes] == [(404, 5000)]
