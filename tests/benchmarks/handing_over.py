"""Many requests at once to a window that is open: none may be lost, and no second window may open."""

import asyncio
import math
import subprocess
import sys
import time
from pathlib import Path

from statusref.app.handover import ACCEPTED, request
from statusref.system import channel
from statusref.system.machine import Machine
from tests.benchmarks.figures import print_table, quantile, verdict
from tests.benchmarks.processes import resident

assert sys.platform == "linux"  # the memory of another process is read as Linux tells it

_REQUESTS = 10_000
_CONNECTIONS = 64
_PROCESSES = 100
_CODES = ("404", "502", "301", "418", "422", "204", "429", "503")


def main() -> None:
    place = channel.address(Machine.this())
    with subprocess.Popen([sys.executable, "-m", "statusref"], stderr=subprocess.DEVNULL) as program:
        while not Path(place).is_socket():
            time.sleep(0.05)
        # Every page has been shown, and what Python and Qt keep for later has its usual size.
        asyncio.run(_send(place, len(_CODES) * 5, connections=1, pause_s=0.1))
        asyncio.run(_send(place, _REQUESTS))
        time.sleep(5)
        before = resident(program.pid)
        started = time.monotonic()
        waits = asyncio.run(_send(place, _REQUESTS))
        seconds = time.monotonic() - started
        time.sleep(5)
        grown = resident(program.pid) - before
        others = [subprocess.Popen([sys.executable, "-m", "statusref", "404"]) for _ in range(_PROCESSES)]
        until = time.monotonic() + 60
        windows = sum(_stays(other, until) for other in others)
        program.terminate()
    lost = waits.count(math.inf)
    rows = [
        (f"requests of {_REQUESTS} lost", str(lost), verdict(lost, 0)),
        ("wait for the answer, median, ms", f"{quantile(waits, 0.5) * 1000:.1f}", ""),
        ("wait for the answer, p99, ms", f"{quantile(waits, 0.99) * 1000:.1f}", ""),
        ("requests a second", f"{_REQUESTS / seconds:.0f}", ""),
        ("memory grown by, MiB", f"{grown:.1f}", verdict(grown, 2)),
        (f"second windows of {_PROCESSES} processes", str(windows), verdict(windows, 0)),
    ]
    print_table(f"Second starts, {_CONNECTIONS} connections", ("", "found", "budget"), rows)


async def _send(place: str, count: int, connections: int = _CONNECTIONS, pause_s: float = 0) -> list[float]:
    """Return how many seconds each request waited for its answer; infinity where there was none."""
    numbers = iter(range(count))
    waits: list[float] = []

    async def work() -> None:
        for number in numbers:
            started = time.monotonic()
            answer = b""
            try:
                reader, writer = await asyncio.open_unix_connection(place)
                writer.write(request([_CODES[number % len(_CODES)]], "/", ""))
                answer = await reader.read(len(ACCEPTED))
                writer.close()
            except OSError:
                pass
            waits.append(time.monotonic() - started if answer == ACCEPTED else math.inf)
            await asyncio.sleep(pause_s)

    await asyncio.gather(*(work() for _ in range(connections)))
    return waits


def _stays(process: subprocess.Popen[bytes], until: float) -> bool:
    """Whether a second start became a window of its own."""
    try:
        process.wait(max(0.1, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


if __name__ == "__main__":
    main()
