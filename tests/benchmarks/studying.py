"""The time of a review and of opening the progress page, with 1 000 and with 100 000 reviews in the file."""

import argparse
import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from statusref.study.decks import everything
from statusref.study.export_file import FORMAT, VERSION
from statusref.study.kinds import CardKind
from statusref.views.study.study_page import StudyPage
from tests.benchmarks.figures import print_table, quantile, verdict
from tests.benchmarks.running_app import RunningApp, milliseconds_to_paint
from tests.benchmarks.typing_in import key_press
from tests.study.many_reviews import as_rows, many_reviews

_REVIEW_BUDGET = 16.0
_PAGE_BUDGET = 100.0


def press(app: RunningApp, page: QWidget, key: Qt.Key, text: str) -> float:
    """Press a key on a page. Return the milliseconds until the window is painted."""
    took = milliseconds_to_paint(lambda: QApplication.sendEvent(page, key_press(key, text)))
    app.settle()
    return took


def main() -> None:
    """Print the table for one number of reviews."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reviews", type=int, default=1000)
    arguments = parser.parse_args()
    app = RunningApp()
    study = app.application.core.study
    history = as_rows(many_reviews(arguments.reviews, datetime.now(UTC)))
    file = Path(tempfile.mkdtemp(prefix="statusref-bench-")) / "history.json"
    file.write_text(json.dumps({"format": FORMAT, "version": VERSION, "reviews": history}))
    study.import_file(file)
    study.save_options(replace(study.options, new_per_day=400, reviews_per_day=1000))
    app.application.navigation.show_page("study")
    app.settle()
    page = cast("StudyPage", app.window.page_called("study"))
    page.start_review(everything())
    app.settle()
    reveals, ratings = [], []
    for number in range(200):
        session = page.review.session
        assert session is not None
        assert session.shown is not None
        is_judged = session.shown.card.kind is CardKind.MISCONCEPTION
        reveals.append(press(app, page.review, *((Qt.Key.Key_O, "o") if is_judged else (Qt.Key.Key_Return, "\r"))))
        ratings.append(
            press(app, page.review, Qt.Key.Key_3 if number % 4 else Qt.Key.Key_1, "3" if number % 4 else "1")
        )
    answered = study.statistics().totals().answers - arguments.reviews
    assert answered == len(ratings), f"{answered} of {len(ratings)} answers arrived"
    opened = milliseconds_to_paint(page.show_progress)
    rows = [
        (
            name,
            f"{quantile(times, 0.5):.2f}",
            f"{quantile(times, 0.99):.2f}",
            verdict(quantile(times, 0.99), _REVIEW_BUDGET),
        )
        for name, times in (("reveal", reveals), ("rate, to the next card", ratings))
    ]
    rows.append(("progress page opened", f"{opened:.2f}", f"{opened:.2f}", verdict(opened, _PAGE_BUDGET)))
    print_table(f"Study with {arguments.reviews:,} reviews", ("", "median ms", "p99 ms", "p99 budget"), rows)


if __name__ == "__main__":
    main()
