"""Where lines come from: encodings, compression, files that change, and everything that cannot be read."""

import gzip
import os
import sys
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from statusref.logs import compression
from statusref.logs.evidence import LineReader
from statusref.logs.problems import Problem, SourceError
from statusref.logs.reader import LogReader
from statusref.logs.sources import Source, open_file, open_stream, open_text

LINE = '192.0.2.1 - - [11/Oct/2026:09:12:44 +0900] "GET /찾기/1 HTTP/1.1" 404 153\n'
KOREAN = "외부 연동 실패 - 응답 상태 코드 503을 받았습니다\n"


def counts(evidence: LineReader, source: Source) -> dict[int, int]:
    reader = LogReader(evidence)
    with source:
        for _ in reader.read(source, 1 << 16):
            pass
    return dict(reader.counts)


def of_pieces(pieces: Iterator[bytes]) -> Source:
    return Source(lambda _size: next(pieces, b""), "log")


def stream(data: bytes) -> Source:
    return open_stream(BytesIO(data), "-")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
def test_encodings(evidence: LineReader, encoding: str) -> None:
    assert counts(evidence, stream((LINE * 3 + KOREAN).encode(encoding))) == {404: 3, 503: 1}


def test_half_a_pair_of_utf_16(evidence: LineReader) -> None:
    data = LINE.encode("utf-16") + "\ud83d".encode("utf-16-le", "surrogatepass") + LINE.encode("utf-16-le") + b"4"
    assert counts(evidence, stream(data)) == {404: 2}


def test_gzip_is_told_by_its_bytes(evidence: LineReader, tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    path.write_bytes(gzip.compress(LINE.encode() * 5000) + gzip.compress(LINE.encode()) + bytes(512))
    assert counts(evidence, open_file(path)) == {404: 5001}


def test_what_stands_before_the_end_of_a_truncated_gzip_counts(evidence: LineReader) -> None:
    lines = "".join(LINE.replace("/1", f"/{number * 7919}") for number in range(20_000))
    data = gzip.compress(lines.encode())
    reader = LogReader(evidence)
    with pytest.raises(SourceError) as error:
        for _ in reader.read(stream(data[: len(data) // 2]), 1 << 16):
            pass
    assert error.value.problem is Problem.CUT_SHORT
    assert 5_000 < dict(reader.counts)[404] < 15_000


def test_damaged_gzip(evidence: LineReader) -> None:
    with pytest.raises(SourceError) as error:
        counts(evidence, stream(b"\x1f\x8b\x08" + b"damaged" * 100))
    assert error.value.problem is Problem.DAMAGED


def test_zstd_needs_a_module(evidence: LineReader, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(compression, "import_module", missing)
    with pytest.raises(SourceError) as error:
        counts(evidence, stream(b"\x28\xb5\x2f\xfd" + bytes(100)))
    assert error.value.problem is Problem.NO_ZSTD


@pytest.mark.parametrize("data", [bytes(100_000), os.urandom(100_000), b"\x7fELF\x02\x01\x01" + bytes(200)])
def test_binary_data_is_no_log(evidence: LineReader, data: bytes) -> None:
    with pytest.raises(SourceError) as error:
        counts(evidence, stream(data))
    assert error.value.problem is Problem.NO_TEXT


@pytest.mark.parametrize(
    ("name", "problem"), [("missing", Problem.MISSING), (".", Problem.FOLDER), ("\0", Problem.MISSING)]
)
def test_a_path_that_is_no_file(tmp_path: Path, name: str, problem: Problem) -> None:
    with pytest.raises(SourceError) as error:
        open_file(tmp_path / name)
    assert error.value.problem is problem


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_device_has_no_end() -> None:
    with pytest.raises(SourceError) as error:
        open_file(Path("/dev/zero"))
    assert error.value.problem is Problem.DEVICE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user who may not read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.log"
    path.touch(mode=0)
    with pytest.raises(SourceError) as error:
        open_file(path)
    assert error.value.problem is Problem.FORBIDDEN


def test_a_file_that_grows_is_read_to_where_it_ended_when_it_was_opened(evidence: LineReader, tmp_path: Path) -> None:
    path = tmp_path / "growing.log"
    path.write_text(LINE * 5000, "utf-8")
    reader = LogReader(evidence)
    with open_file(path) as source, path.open("a", encoding="utf-8") as end:
        for _ in reader.read(source, 4096):
            end.write(LINE * 1000)
            end.flush()
    assert dict(reader.counts) == {404: 5000}


def test_a_file_that_vanishes_is_read_to_its_end(evidence: LineReader, tmp_path: Path) -> None:
    path = tmp_path / "vanishing.log"
    path.write_text(LINE * 5000, "utf-8")
    reader = LogReader(evidence)
    with open_file(path) as source:
        for number, _ in enumerate(reader.read(source, 4096)):
            if number == 0:
                path.unlink()
    assert dict(reader.counts) == {404: 5000}


def test_an_endless_line_takes_no_memory(evidence: LineReader) -> None:
    """64 MiB without a line feed stand for the gigabyte."""
    pieces: Iterator[bytes] = iter([b"HTTP/1.1 404 " + b"x" * (1 << 20) for _ in range(64)])
    reader = LogReader(evidence)
    tracemalloc.start()
    for _ in reader.read(of_pieces(pieces), 1 << 16):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80 << 20
    assert (dict(reader.counts), reader.lines) == ({404: 1}, 1)


def test_memory_does_not_grow_with_the_log(evidence: LineReader) -> None:
    """Every line has a path, a minute and a user of its own."""

    def lines(first: int) -> bytes:
        return b"".join(
            b'192.0.2.1 - - [11/Oct/2026:%02d:%02d:44 +0900] "GET /p%d/x%da HTTP/1.1" %d 1\n'
            % (number // 60 % 24, number % 60, number, number, 500 + number % 10)
            for number in range(first, first + 5000)
        )

    peaks = []
    for pieces in (4, 16):
        reader = LogReader(evidence)
        source = of_pieces(map(lines, range(0, pieces * 5000, 5000)))
        tracemalloc.start()
        for _ in reader.read(source, 1 << 16):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_a_pipe_is_not_waited_for_unless_asked(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no such pipes")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError) as error:
        open_file(tmp_path / "pipe")
    assert error.value.problem is Problem.DEVICE


def test_pasted_text_is_never_taken_for_compressed_or_binary(evidence: LineReader) -> None:
    assert counts(evidence, open_text("\x1f\x8b\0\0\0\0 HTTP/1.1 404 Not Found\n", "")) == {404: 1}
