"""The time from a key press to the repainted list, and from a selection to the painted page."""

import argparse
import random
import statistics

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from statusref.domain.text import Language
from tests.benchmarks.figures import print_table, quantile, verdict
from tests.benchmarks.running_app import Painted, RunningApp, milliseconds_to_paint

_QUERIES = (
    *("404", "5xx", "299", "742", "not found", "NOT_FOUND", "request entity too large", "the server refuses"),
    *(
        "찾을 수 없음",
        "영구 이동",
        "속도 제한",
        "요청",
        "권한 없음",
        "이",
        "ㅊㅇㅅㅇㅇ",
        "ㅜㅐㅅ",
        "ckwdmf",
        "게이트웨에",
    ),
    *("nto found", "fobidden", "Retry-After", "cloudflare", "RFC9110 15.5.5", "rate limit", "timeout", "webdav"),
    *("qqqqzzzz", "HTTP/1.1 502 Bad Gateway", "e", "status"),
)
_HEAD = ("", "median ms", "p95 ms", "p99 ms", "max ms", "samples", "median budget", "p99 budget")


def key_press(key: int, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


def row(name: str, times: list[float], median: float | None, p99: float | None) -> tuple[str, ...]:
    """Return a row of the table. ``median`` and ``p99`` are the budgets in milliseconds, None for no budget."""
    values = (statistics.median(times), quantile(times, 0.95), quantile(times, 0.99), max(times))
    judged = [
        "" if budget is None else verdict(value, budget) for value, budget in ((values[0], median), (values[2], p99))
    ]
    return (name, *(f"{value:.2f}" for value in values), str(len(times)), *judged)


def type_queries(app: RunningApp, rounds: int) -> tuple[list[tuple[float, str]], int]:
    """Type and delete every query. Return time and text for each key, and how many keys repainted the list."""
    field, painted = app.window.top.field, Painted(app.window.lookup.list.viewport())
    spent: list[tuple[float, str]] = []
    repainted = 0
    for query in _QUERIES * rounds:
        keys = [key_press(0, char) for char in query] + [key_press(Qt.Key.Key_Backspace) for _ in query]
        for key in keys:
            field.setFocus()
            painted.take()
            took = milliseconds_to_paint(lambda key=key: QApplication.sendEvent(field, key))  # type: ignore[misc]
            repainted += painted.take()
            spent.append((took, field.query))
            app.settle()
    return spent, repainted


def select_rows(app: RunningApp) -> tuple[list[float], list[float], list[float]]:
    """Select all rows in random order.

    Return the times to the painted header of the page, to all of the page that can be seen, and what the rest takes.
    """
    lookup, header = app.window.lookup, Painted(app.window.lookup.detail.header)
    model = lookup.list.model()
    order = list(range(model.rowCount()))
    random.Random(404).shuffle(order)
    tops, pages, rests = [], [], []
    for number in order:
        header.take()
        index = model.index(number, 0)
        top = milliseconds_to_paint(lambda index=index: lookup.list.setCurrentIndex(index))  # type: ignore[misc]
        assert header.take(), "the page's top was not painted"
        tops.append(top)
        pages.append(top + milliseconds_to_paint(lookup.detail.fill))
        rests.append(milliseconds_to_paint(lookup.detail.finish))
        app.settle()
    return tops, pages, rests


def measure_selection(app: RunningApp, rounds: int) -> list[tuple[str, ...]]:
    """Select all entries in both languages. The first visit of a page is listed apart, because it reads the file."""
    rows = []
    for language in Language:
        app.application.preferences.use_language(language)
        app.settle()
        first = select_rows(app)
        again = [select_rows(app) for _ in range(rounds)]
        budgets = (("number, chips, summary", 8.3), ("all that is seen", 16.7), ("then the rest", 16.7))
        for number, (part, budget) in enumerate(budgets):
            rows.append(row(f"{language.value} {part}, first visit", first[number], None, budget))
            times = [value for pair in again for value in pair[number]]
            rows.append(row(f"{language.value} {part}, again", times, None, budget))
    return rows


def main() -> None:
    """Print the tables for one size of the catalogue."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--times", type=int, default=1)
    arguments = parser.parse_args()
    app = RunningApp(arguments.times)
    plugin, size = app.application.qt.platformName(), len(app.application.core.library.catalogue.entries)
    if arguments.times == 1:
        rows = measure_selection(app, arguments.rounds)
        print_table(f"Selection to picture, {plugin}, {size} entries", _HEAD, rows)
    spent, repainted = type_queries(app, arguments.rounds)
    median, p99 = (3.0, 8.3) if arguments.times == 1 else (None, 16.7)
    rows = [row("key to repainted list", [took for took, _ in spent], median, p99)]
    print_table(f"Typing, {plugin}, {size} entries", _HEAD, rows)
    slowest = ", ".join(f"{query!r} {took:.1f} ms" for took, query in sorted(spent, reverse=True)[:5])
    print(f"  {repainted} of {len(spent)} keys repainted the list; slowest: {slowest}")


if __name__ == "__main__":
    main()
