"""Prints the milliseconds from a request to show the hidden window until it is painted (median)."""

import statistics

from statusref.cli.requests import OpenWindow
from tests.benchmarks.running_app import Painted, RunningApp, milliseconds_to_paint

_TURNS = 30


def main() -> None:
    app = RunningApp()
    painted = Painted(app.window.lookup.list.viewport())
    times = []
    for _ in range(_TURNS):
        app.window.hide()
        app.settle()
        painted.take()
        took = milliseconds_to_paint(lambda: app.application.show(OpenWindow(toggle=True)))
        while not painted.take():
            took += milliseconds_to_paint(app.application.qt.processEvents)
        times.append(took)
    print(statistics.median(times))


if __name__ == "__main__":
    main()
