"""The lab: start, answers a second and memory, compared with ``python -c pass`` and ``python -m http.server``.

Answers are counted by wrk, where it is installed; two or more cores that nobody else uses are needed for a true number.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import CHECKOUT, run

_START_BUDGET = 12.0
_SPEED_BUDGET = 1.2
_MEMORY_BUDGET = 60.0
_SECONDS = 4
_LAB = [sys.executable, "-m", "statusref", "lab", "--json"]


def main(runs: int) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    _print_start(runs, environment)
    if shutil.which("wrk") is None:
        print("wrk is not installed: answers a second were not counted")
        return
    _print_speed(environment)


def _print_start(runs: int, environment: dict[str, str]) -> None:
    bare, lab = [], []
    for _ in range(runs):
        bare.append(run([sys.executable, "-c", "pass"], environment).seconds * 1000)
        began = time.monotonic()
        with _running(_LAB, environment) as (process, port):
            with closing(socket.create_connection(("127.0.0.1", port))) as connection:
                connection.sendall(f"GET /204 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                connection.recv(4096)
            lab.append((time.monotonic() - began) * 1000)
            process.terminate()
    base, median = statistics.median(bare), statistics.median(lab)
    rows = [
        ("python -c pass", f"{base:.1f}", "1.00", ""),
        ("started and answering", f"{median:.1f}", f"{median / base:.2f}", verdict(median / base, _START_BUDGET)),
    ]
    print_table(f"Lab, {runs} starts", ("", "median ms", "ratio", "budget"), rows)


def _print_speed(environment: dict[str, str]) -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "404").write_text("hello\n", "utf-8")
        server = [sys.executable, "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder]
        with _running(server, environment) as (process, port):
            reference, p99 = _wrk(port, 8)
            process.terminate()
        rows.append(("http.server, 8 connections", f"{reference:,.0f}", p99, "", "", ""))
    for connections in (8, 64):
        with _running(_LAB, environment) as (process, port):
            speed, p99 = _wrk(port, connections)
            memory = _peak_memory(process.pid)
            process.terminate()
        ratio = speed / reference
        slow = "" if ratio >= _SPEED_BUDGET else "too slow"
        held = "" if memory is None else f"{memory:.0f}"
        much = "" if memory is None else verdict(memory, _MEMORY_BUDGET)
        rows.append((f"lab, {connections} connections", f"{speed:,.0f}", p99, f"{ratio:.2f}", held, slow or much))
    print_table("Lab, GET /404 with keep-alive", ("", "answers/s", "p99", "ratio", "MiB", "budget"), rows)


def _wrk(port: int, connections: int) -> tuple[float, str]:
    """Return answers a second, and the time within which 99 of 100 came."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{_SECONDS}s", "--latency", f"http://127.0.0.1:{port}/404"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    speed, p99 = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+(\S+)", said)
    assert speed is not None
    assert p99 is not None
    return float(speed[1]), p99[1]


def _peak_memory(process_id: int) -> float | None:
    """Return the peak resident size in MiB, where the system tells it of a running process."""
    status = Path(f"/proc/{process_id}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("utf-8")) if status.exists() else None
    return None if found is None else int(found[1]) / 1024


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """Start a server whose first line names its port. Its further lines go to a file, as the window's to a pipe."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "out").open("wb") as out:
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=environment | {"PYTHONUNBUFFERED": "1"}, stdout=out, stderr=subprocess.DEVNULL
        )
        with process:
            try:
                yield process, _port(Path(folder, "out"))
            finally:
                process.kill()


def _port(said: Path) -> int:
    for _ in range(10_000):
        found = re.search(rb"(?:127\.0\.0\.1:|port )(\d+)", said.read_bytes())
        if found is not None:
            return int(found[1])
        time.sleep(0.001)
    raise TimeoutError
