"""The cards that are due today, as the command line prints them."""

import json
import subprocess
import sys

from statusref.study.decks import Deck
from statusref.study.state import Rating
from statusref.study.study import Study
from tests.study.conftest import Clock


def test_due_as_json(study: Study, everything: Deck, clock: Clock) -> None:
    session = study.start(everything)
    session.answer(Rating.AGAIN)
    session.answer(Rating.EASY)
    due = study.due(everything)
    assert (due.counts.new, due.counts.learning, due.counts.review, due.counts.total) == (8, 1, 0, 9)
    document = json.loads(json.dumps(due.to_json(), ensure_ascii=False))
    assert document["day"] == "2026-11-21"
    assert (document["new"], document["learning"], document["review"], document["total"]) == (8, 1, 0, 9)
    assert document["cards"][0] == {"card": "meaning:200", "kind": "meaning", "entries": ["200"]}
    assert len(document["cards"]) == 9


def test_counting_imports_nothing_slow() -> None:
    script = (
        "import sys, statusref.study.study, statusref.study.loading, statusref.userdata.user_data\n"
        "sys.exit(', '.join({'fsrs', 'genanki', 'sqlite3', 'PySide6', 'yaml'} & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
