"""``statusref show 404``, compared with ``python -c pass``."""

import os
import statistics
import sys
from pathlib import Path

from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import run

_BUDGET = 5.0
_WARM_UP = 3


def main(runs: int) -> None:
    """Measure both in turn and print the ratio."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    installed = Path(sys.executable).with_name("statusref")
    program = [str(installed)] if installed.exists() else [sys.executable, "-m", "statusref"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "statusref show 404": [*program, "show", "404"],
        "statusref --version": [*program, "--version"],
        "statusref search": [*program, "search", "not found"],
        "statusref list --json": [*program, "list", "--json"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + _WARM_UP):
        for name, command in commands.items():
            seconds = run(command, environment).seconds
            if turn >= _WARM_UP:
                times[name].append(seconds * 1000)
    medians = {name: statistics.median(values) for name, values in times.items()}
    base = medians["python -c pass"]
    rows = [
        (name, f"{median:.1f}", f"{median / base:.2f}", verdict(median / base, _BUDGET) if "show" in name else "")
        for name, median in medians.items()
    ]
    print_table(f"Command line, {runs} runs in turn", ("", "median ms", "ratio", "budget"), rows)
