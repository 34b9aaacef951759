"""The time from the start of the process to the first paint, compared with an empty window with a list."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import environments, resident, run

_BUDGETS = {"first picture, ms": 1.5, "processor time, ms": None, "peak memory, MiB": 1.4}
_KINDS = ("app", "bare")
_BARE = "tests.benchmarks.launched_bare"
_WARM_UP = 3
_IDLE_S = 8
"""Seconds after which everything is done that follows the first picture."""


def main(runs: int) -> None:
    """Measure both in turn on every platform plugin, and print medians and ratios.

    Processor time is printed, too, because it depends less on what else runs on the machine.
    """
    with environments() as platforms:
        for platform, environment in platforms.items():
            _first_start(environment)
            found = _measure(environment, runs)
            bare = found["bare"]["first picture, ms"]
            rows = [_row(name, found["app"][name], found["bare"][name], budget) for name, budget in _BUDGETS.items()]
            if sys.platform == "linux":
                idle = _left_alone(environment, "statusref", "404"), _left_alone(environment, _BARE, "stay")
                rows.append(_row("memory when left alone, MiB", *idle, 1.5))
            rows.append(_row("second start, ms", _second_starts(environment, runs), bare, 0.3))
            start = found["app"]["first picture, ms"]
            rows.append(_row("hidden window to painted, ms", _shown_again(environment), start, 0.1))
            head = ("medians", "statusref 404", "bare window", "ratio", "budget")
            print_table(f"Start, {platform}, {runs} runs in turn", head, rows)


def _measure(environment: dict[str, str], runs: int) -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = {kind: {name: [] for name in _BUDGETS} for kind in _KINDS}
    for turn in range(runs + _WARM_UP):
        for kind in _KINDS:
            done = run([sys.executable, "-m", f"tests.benchmarks.launched_{kind}"], environment)
            values = ((float(done.output) - done.started) * 1000, done.processor * 1000, done.memory)
            if turn >= _WARM_UP:
                for name, value in zip(_BUDGETS, values, strict=True):
                    found[kind][name].append(value)
    return found


def _first_start(environment: dict[str, str]) -> None:
    """Let the program keep in its cache folder what later starts use."""
    kept = Path(environment["XDG_CACHE_HOME"], "statusref")
    with subprocess.Popen([sys.executable, "-m", "statusref"], env=environment, stderr=subprocess.DEVNULL) as program:
        while {path.stem for path in kept.glob("*.bin")} != {"icons", "library", "search", "start"}:
            time.sleep(0.05)
        program.terminate()


def _second_starts(environment: dict[str, str], runs: int) -> list[float]:
    """Start the program again and again while its window is open. Return the milliseconds of each."""
    folder = Path(environment["XDG_RUNTIME_DIR"])
    _remove_sockets(folder)  # the starts measured before end without closing
    with subprocess.Popen([sys.executable, "-m", "statusref"], env=environment, stderr=subprocess.DEVNULL) as program:
        while not list(folder.glob("*.sock")):
            time.sleep(0.05)
        found = [run([sys.executable, "-m", "statusref", "502"], environment).seconds * 1000 for _ in range(runs)]
        program.terminate()
    _remove_sockets(folder)
    return found


def _left_alone(environment: dict[str, str], module: str, argument: str) -> list[float]:
    """Return the resident size in MiB of a window that nobody has used since it was opened."""
    _remove_sockets(Path(environment["XDG_RUNTIME_DIR"]))
    with subprocess.Popen(
        [sys.executable, "-m", module, argument], env=environment, stderr=subprocess.DEVNULL
    ) as window:
        time.sleep(_IDLE_S)
        found = resident(window.pid)
        window.terminate()
    return [found]


def _shown_again(environment: dict[str, str]) -> list[float]:
    """Return the milliseconds until a hidden window is painted again. They are compared with a start of the program."""
    return [float(run([sys.executable, "-m", "tests.benchmarks.toggling"], environment).output)]


def _remove_sockets(folder: Path) -> None:
    for left in folder.glob("*.sock*"):
        left.unlink()


def _row(name: str, app: list[float], bare: list[float], budget: float | None) -> tuple[str, ...]:
    first, second = statistics.median(app), statistics.median(bare)
    judged = "" if budget is None else verdict(first / second, budget)
    return (name, f"{first:.1f}", f"{second:.1f}", f"{first / second:.2f}", judged)
