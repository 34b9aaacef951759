"""Each export of everything in both languages: time in a process of its own, and the size of the HTML file."""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from statusref.export.formats import FORMATS
from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import run

_BUDGETS_S = {"html": 1.0, "pdf": 3.0, "site": 2.0, "docset": 2.0}
_LARGEST_MB = 2.0
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


if __name__ == "__main__":
    main()
