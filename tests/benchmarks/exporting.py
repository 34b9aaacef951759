"""Each export of everything in both languages: its time, what it costs the window, and the size of the HTML file."""

import itertools
import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer

from statusref.app.export_process import ExportProcess
from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.export.contents import choose_contents
from statusref.export.formats import FORMATS
from statusref.export.job import Job
from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import run
from tests.benchmarks.running_app import RunningApp

_BUDGETS_S = {"html": 1.0, "pdf": 3.0, "site": 2.0, "docset": 2.0}
_LARGEST_MB = 2.0
_LONGEST_GAP_MS = 50.0
_TICK_MS = 2
_RUNS = 3


def main() -> None:
    """Write each format some times and print the medians."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            path = Path(folder, form.name)
            command = [sys.executable, "-m", "statusref", "export", form.name, str(path), "--lang", "both"]
            runs = [run(command, dict(os.environ)) for _ in range(_RUNS)]
            seconds = statistics.median(one.seconds for one in runs)
            processor = statistics.median(one.processor for one in runs)
            budget = _BUDGETS_S.get(form.name)
            checked = "" if budget is None else verdict(seconds, budget)
            rows.append((form.name, f"{seconds:.2f}", f"{processor:.2f}", checked))
        size = Path(folder, "html").stat().st_size / 1e6
    rows.append(("size of html in MB", f"{size:.2f}", "", verdict(size, _LARGEST_MB)))
    print_table(
        f"Exports of everything in both languages, median of {_RUNS}", ("", "seconds", "of processor", "budget"), rows
    )
    app = RunningApp()
    gaps = [(form.name, _longest_gap(app, form.name)) for form in FORMATS]
    print_table(
        "Longest time in which the window did nothing else during that export",
        ("", "ms", "budget"),
        [(name, f"{gap:.1f}", verdict(gap, _LONGEST_GAP_MS)) for name, gap in gaps],
    )


def _longest_gap(app: RunningApp, name: str) -> float:
    """Export as the window does, and return the longest time between two turns of its event loop, in ms."""
    form = next(form for form in FORMATS if form.name == name)
    library = app.application.program.core.library
    contents = choose_contents(library, ClassFilter.ALL, tuple(Language), {}, notes=True, neighbours=True)
    loop, timer, turns = QEventLoop(), QTimer(), [perf_counter()]
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: turns.append(perf_counter()))
    with tempfile.TemporaryDirectory() as folder:
        process = ExportProcess(Job(form, contents, Path(folder, name)))
        process.ended.connect(loop.quit)
        timer.start(_TICK_MS)
        process.start()
        loop.exec()
    return max(after - before for before, after in itertools.pairwise(turns)) * 1000


if __name__ == "__main__":
    main()
