"""Runs what is measured in processes of its own, and gives it a screen."""

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
"""Seconds that one process may take."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished process: wall and processor time in seconds, peak resident memory in MiB, what it wrote."""

    started: float
    seconds: float
    processor: float
    memory: float
    output: str


def run(arguments: list[str], environment: dict[str, str]) -> Run:
    """Run a command in the checkout and measure it. Its peak memory is its own, not that of all processes so far."""
    started = time.monotonic()
    # Warnings are shown only if the process fails: Qt's offscreen plugin says of every window what it cannot do.
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            arguments, env=environment, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        assert process.stdout is not None
        # A program that shows its crash dialog instead of its window would wait for ever.
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


@contextmanager
def environments() -> Iterator[dict[str, dict[str, str]]]:
    """By platform plugin, the environment for a process that draws: offscreen, and X11 where Xvfb is installed.

    Settings and data are those of a first start. Bytecode is cached, as in an installed program.
    """
    with tempfile.TemporaryDirectory() as home:
        base = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"}
        }
        base |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
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
