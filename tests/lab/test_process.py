"""``statusref lab`` as a process: what it prints, and how it ends."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.cli.conftest import bare_environment
from tests.lab.conftest import PATIENCE, parsed, received

CHECKOUT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "statusref", "lab"]


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
        env=bare_environment(),
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def said(process: "subprocess.Popen[bytes]") -> dict[str, object]:
    assert process.stdout is not None
    line: dict[str, object] = json.loads(process.stdout.readline())
    return line


def test_each_exchange_is_a_line_of_json() -> None:
    with started("--json") as process:
        listening = said(process)
        assert listening["event"] == "listening"
        assert {"url", "url6", "other_origin"} < listening.keys()
        with urlopen(f"{listening['url']}204") as answer:
            assert answer.status == 204
        exchange = said(process)
        keys = ("event", "method", "target", "status", "reason", "body_bytes", "ended", "id", "interim")
        assert [exchange[key] for key in keys] == [
            "exchange", "GET", "/204", 204, "No Content", 0, "answered", 1, [],
        ]  # fmt: skip
        headers, sent = exchange["headers"], exchange["request_headers"]
        assert isinstance(headers, list)
        assert isinstance(sent, list)
        assert ["X-StatusRef", "204"] in headers
        assert ["connection", "close"] in sent


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order(number: signal.Signals) -> None:
    with started() as process:
        assert process.stdout is not None
        assert b"http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(number)
        _, errors = process.communicate(timeout=PATIENCE)
        assert (process.returncode, errors) == (0, b"")


def test_it_ends_with_whoever_started_it() -> None:
    with started("--json", "--parent-watch") as process:
        said(process)
        _, errors = process.communicate(timeout=PATIENCE)  # closes the pipe, as the end of the parent does
        assert (process.returncode, errors) == (0, b"")


def test_it_ends_when_nobody_reads_its_lines() -> None:
    with started("--json") as process:
        url = said(process)["url"]
        assert process.stdout is not None
        process.stdout.close()
        with urlopen(f"{url}204"):
            pass
        assert process.wait(PATIENCE) == 0


def test_a_second_start_says_that_the_port_is_taken() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        with started("--port", port) as process:
            out, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (1, b"")
    assert f"port {port} is in use" in errors.decode()
    assert errors.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_many_large_answers_that_nobody_takes_cost_little_memory() -> None:
    """Of 200 clients each gets another code and another size, so no answer is the same as one before."""
    with started("--json") as process, ExitStack() as stack:
        port = int(str(said(process)["url"]).rstrip("/").rpartition(":")[2])
        assert process.stdout is not None
        Thread(target=process.stdout.read, daemon=True).start()
        before = resident(process.pid)
        for number in range(200):
            connection = stack.enter_context(closing(socket.create_connection(("127.0.0.1", port), PATIENCE)))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            size = 1_048_576 - number
            target = f"/slow?bytes={size}&every=1s" if number % 2 else f"/{200 + number}?body={size}"
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert connection.recv(1) == b"H"
        assert resident(process.pid) - before < 50 * 1024 * 1024


def resident(process: int) -> int:
    """The bytes that a process holds in memory."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return 1024 * int(status.partition("VmRSS:")[2].split()[0])


def test_a_thousand_connections() -> None:
    """256 are served, and the others refused at once; the lab goes on."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2048:
        pytest.skip("too few files may be open")
    with started("--json") as process, ExitStack() as stack:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2048), hard))
        stack.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        port = int(str(said(process)["url"]).rstrip("/").rpartition(":")[2])
        assert process.stdout is not None
        Thread(target=process.stdout.read, daemon=True).start()
        asking = f"GET /204 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
        served = [stack.enter_context(closing(socket.create_connection(("127.0.0.1", port)))) for _ in range(256)]
        served[-1].sendall(asking)
        assert served[-1].recv(65536).startswith(b"HTTP/1.1 204 ")
        for _ in range(744):
            with closing(socket.create_connection(("127.0.0.1", port), PATIENCE)) as connection:
                assert parsed(received(connection)).status == 503
        for connection in served:
            connection.sendall(asking)
        assert all(connection.recv(65536).startswith(b"HTTP/1.1 204 ") for connection in served)
