"""Runs commands in processes of their own, with a display if they need one, and measures them."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
_LIMIT = 600
"""Seconds after which a process is killed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished process.

    ``started`` is a value of ``time.monotonic``, ``seconds`` and ``processor`` are wall and processor time in seconds,
    ``memory`` is the peak resident size in MiB, and ``output`` is what the process wrote to stdout.
    """

    started: float
    seconds: float
    processor: float
    memory: float
    output: str


def run(arguments: list[str], environment: dict[str, str]) -> Run:
    """Run a command in the checkout and measure it.

    Uses ``wait4``, which gives the peak memory of this process. ``getrusage`` would give the largest of all child
    processes so far. Raises CalledProcessError if the command fails.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    started = time.monotonic()
    # Warnings are printed only if the process fails, because Qt's offscreen plugin prints some for every window.
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            arguments, env=environment, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        assert process.stdout is not None
        # A program that shows its crash dialog instead of the window would never end.
        limit = threading.Timer(_LIMIT, process.kill)
        limit.start()
        with process.stdout:
            output = process.stdout.read()
        limit.cancel()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        warnings = errors.read()
    if process.returncode:
        print(warnings, file=sys.stderr)
        raise subprocess.CalledProcessError(process.returncode, arguments)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(started, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20, output)


def resident(pid: int) -> float:
    """Return the resident size of a process in MiB, as Linux tells it."""
    if sys.platform == "win32":
        raise NotImplementedError
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def environments() -> Iterator[dict[str, dict[str, str]]]:
    """Yield the environment for a process with a window, by platform plugin: offscreen, and xcb if Xvfb is installed.

    There are no settings and no data, as at the first start. Bytecode is cached, as for users.
    """
    with tempfile.TemporaryDirectory() as home:
        base = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"}
        }
        base |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), home)
        found = {"offscreen": base | {"QT_QPA_PLATFORM": "offscreen"}}
        if shutil.which("Xvfb") is None:
            print("Xvfb is not installed: measured offscreen only")
            yield found
            return
        with _display() as display:
            yield found | {"xcb": base | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}}


@contextmanager
def _display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
