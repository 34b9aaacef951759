"""``statusref log``: what a log has, as text and as JSON; bad files are told and the others read."""

import gzip
import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from statusref.cli.console import Console
from statusref.cli.program import answer
from statusref.domain.columns import columns
from statusref.resources import resource_root
from tests.cli.conftest import CHECKOUT, Cli, bare_environment
from tests.logs.samples import real

LINES = "".join(
    f'192.0.2.1 - - [11/Oct/2026:09:{minute:02}:44 +0900] "GET /items/{minute}?q=404 HTTP/1.1" {code} 153\n'
    for minute, code in [(0, 200), (5, 200), (12, 502), (12, 502), (13, 502), (40, 200), (59, 500), (59, 404)]
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "access.log"
    path.write_text(LINES, "utf-8")
    return path


def codes(out: str) -> dict[int, Any]:
    return {code["code"]: code for code in json.loads(out)["codes"]}


def test_json(cli: Cli, log: Path) -> None:
    done = cli("log", "--json", str(log))
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert report["lines"] == 8
    assert report["files"] == [{"path": str(log), "layout": "common", "lines": 8}]
    assert [code["code"] for code in report["codes"]] == [200, 502, 404, 500]
    assert report["unsure"] == []
    bad_gateway = codes(done.out)[502]
    assert bad_gateway == {
        "code": 502,
        "count": 3,
        "share": 0.375,
        "first": {"file": str(log), "line": 3, "time": "2026-10-11T09:12:44+09:00"},
        "last": {"file": str(log), "line": 5, "time": "2026-10-11T09:13:44+09:00"},
        "upstream": {},
        "alone": 0,
        "flags": {},
        "paths": [{"path": "/items/{n}", "count": 3}],
        "minutes": [{"minute": "2026-10-11T09:12", "count": 2}, {"minute": "2026-10-11T09:13", "count": 1}],
    }


def test_minutes_are_those_around_the_first_server_error(cli: Cli, log: Path) -> None:
    found = codes(cli("log", "--json", str(log)).out)
    assert found[200]["minutes"] == [{"minute": "2026-10-11T09:05", "count": 1}]
    assert found[500]["minutes"] == []


def test_text(cli: Cli, log: Path) -> None:
    done = cli("log", str(log), "--lang", "en")
    assert done.code == 0
    assert f"{log}: 8 lines, layout common" in done.out
    assert "3   37.5%  502" in done.out
    assert "Bad Gateway" in done.out
    assert f"{log}:3  2026-10-11T09:12:44+09:00" in done.out
    assert "09:12 █▄ 09:13 (≤ 2/min)" in done.out
    assert "3 × /items/{n}" in done.out


def test_who_answered(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "ingress.log"
    path.write_text(real("ingress"), "utf-8")
    out = cli("log", str(path), "--lang", "en").out
    assert "upstream   504 × 2" in out
    assert "by the proxy itself × 1" in out
    assert codes(cli("log", str(path), "--json").out)[499]["upstream"] == {"504": 2}


def test_counts_alone(cli: Cli, log: Path) -> None:
    done = cli("log", "--counts", str(log), "--lang", "en")
    lines = done.out.splitlines()
    assert len(lines) == 4
    assert lines[0].split()[:3] == ["3", "37.5%", "200"]


def test_standard_input_and_several_files(cli: Cli, log: Path, tmp_path: Path) -> None:
    packed = tmp_path / "old.gz"
    packed.write_bytes(gzip.compress(LINES.encode()))
    done = cli("log", "--json", str(log), str(packed), "-", stdin=b"HTTP/1.1 404 Not Found\n")
    assert json.loads(done.out)["lines"] == 17
    found = codes(done.out)
    assert (found[502]["count"], found[404]["count"]) == (6, 3)
    assert found[404]["last"] == {"file": "-", "line": 1, "time": None}
    assert found[502]["last"]["file"] == str(packed)


def test_no_code_says_what_was_looked_for(cli: Cli) -> None:
    done = cli("log", "-", stdin=b"404 sheep\ntook 503ms\n")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("statusref: no status code found in 2 lines. Looked for: ")
    assert json.loads(cli("log", "-", "--json", stdin=b"404 sheep\n").out)["codes"] == []


def test_what_is_unsure_is_shown_with_its_line(cli: Cli) -> None:
    done = cli("log", "-", "--lang", "en", stdin=b'HTTP/1.1 200 OK\n{"code":404,"x":1}\n')
    assert done.code == 0
    assert '404  -:2  {"code":404,"x":1}' in done.out


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    cli: Cli, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("log", "missing.log", ".", str(log), "--counts", "--lang", "en")
    assert done.code == 1
    assert done.err.splitlines() == [
        "statusref: missing.log cannot be read: there is no such file",
        "statusref: . cannot be read: it is a folder",
    ]
    assert "502" in done.out


def test_a_truncated_gzip_is_read_to_its_end(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a long path would be shortened
    path = Path("half.gz")
    data = gzip.compress("".join(f"HTTP/1.1 404 Not Found {n * 7919}\n" for n in range(9000)).encode())
    path.write_bytes(data[: len(data) // 2])
    done = cli("log", str(path), "--lang", "ko")
    assert done.code == 1
    assert done.err == f"statusref: 압축 파일이 중간에서 끝납니다: {path} (거기까지 읽었습니다)\n"
    assert "Not Found" in done.out


def test_a_file_must_be_named(cli: Cli) -> None:
    assert cli("log").code == 2
    assert cli("log", "x.log", "--limit", "3").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a single process")
def test_ctrl_c_reports_what_was_read() -> None:
    """As ``tail -f access.log | statusref log -`` is ended."""
    command = [sys.executable, "-m", "statusref", "log", "-", "--json"]
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=bare_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(LINES.encode())
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        process.send_signal(signal.SIGINT)
        out = process.stdout.read()
        assert process.wait(30) == 0
    assert codes(out.decode())[502]["count"] == 3


def test_the_progress_is_erased_without_escape_sequences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Consoles of Windows show escape sequences as letters, unless they are told not to."""
    monkeypatch.setattr("statusref.cli.log_reading._FIRST_PROGRESS", 0)

    class Terminal(io.BytesIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.chdir(tmp_path)  # a long path would be shortened
    log = Path("기록.log")
    log.write_bytes(b'1.2.3.4 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 404 4\n')
    console = Console(io.BytesIO(), io.BytesIO(), shown := Terminal())
    assert answer(["log", str(log), "--lang", "ko"], {}, resource_root(), console) == 0
    first, *rest = shown.getvalue().decode("utf-8").split("\r")
    assert first == ""
    assert str(log) in rest[0]
    assert "\x1b" not in "".join(rest)
    assert rest[-2:] == [" " * columns(rest[0]), ""]
