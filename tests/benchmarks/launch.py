"""From the start of the process to the first picture, beside an empty window with a list."""

import statistics
import sys

from tests.benchmarks.figures import print_table, quantile, verdict
from tests.benchmarks.processes import environments, run

_BUDGET = 1.5
_WARM_UP = 3


def main(runs: int) -> None:
    """Measure both in turn on every platform plugin, and print times, memory and ratios."""
    with environments() as platforms:
        for platform, environment in platforms.items():
            _measure(platform, environment, runs)


def _measure(platform: str, environment: dict[str, str], runs: int) -> None:
    times: dict[str, list[float]] = {"app": [], "bare": []}
    memory: dict[str, list[float]] = {"app": [], "bare": []}
    for turn in range(runs + _WARM_UP):
        for name, values in times.items():
            done = run([sys.executable, "-m", f"tests.benchmarks.launched_{name}"], environment)
            if turn >= _WARM_UP:
                values.append((float(done.output) - done.started) * 1000)
                memory[name].append(done.memory)
    rows = [
        _row("first picture, median ms", {name: statistics.median(values) for name, values in times.items()}, _BUDGET)
    ]
    rows += [_row("first picture, p10 ms", {name: quantile(values, 0.1) for name, values in times.items()})]
    rows += [
        _row("peak memory, median MiB", {name: statistics.median(values) for name, values in memory.items()}, _BUDGET)
    ]
    print_table(
        f"Start, {platform}, {runs} runs in turn", ("", "statusref 404", "bare window", "ratio", "budget"), rows
    )


def _row(name: str, value: dict[str, float], budget: float | None = None) -> tuple[str, ...]:
    ratio = value["app"] / value["bare"]
    judged = "" if budget is None else verdict(ratio, budget)
    return (name, f"{value['app']:.1f}", f"{value['bare']:.1f}", f"{ratio:.2f}", judged)
