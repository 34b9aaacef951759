"""A study session killed at random instants: no acknowledged answer is lost, the file is never damaged.

A short run is part of the suite; ``STATUSREF_TORTURE=1`` kills 200 times.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.study.cards import Cards
from statusref.study.decks import all_decks
from statusref.study.loading import load_cards
from statusref.study.options import StudyOptions
from statusref.study.state import Rating
from statusref.study.study import Study
from statusref.userdata.times import to_micros
from statusref.userdata.user_data import open_user_data

ROUNDS = 200 if os.environ.get("STATUSREF_TORTURE") else 12
# A round is killed this many reports in at most, and a moment of up to DELAY seconds later: an answer takes about that.
REPORTS = 60
DELAY = 0.01

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def cards() -> Cards:
    root = resource_root()
    return load_cards(root, load_catalogue(root))


def _study_until_killed(path: Path, cards: Cards, number: int, say: int) -> None:
    """Open, study, and report each answer when the next card is on show. Each round is a day later than the last."""
    randomness = random.Random(number)
    shift = timedelta(days=number)

    def now() -> datetime:
        return datetime.now(UTC) + shift

    data = open_user_data(path, now)
    if data.problem is not None:
        os.write(say, f"problem {data.problem}\n".encode())
        return
    study = Study(data.storage, cards, now, lambda: UTC)
    study.save_options(StudyOptions(new_per_day=9999, reviews_per_day=9999))
    os.write(say, b"ready\n")
    deck = all_decks(cards.catalogue, (), ())[0]
    session = study.start(deck)
    while session.shown is not None:
        card_id = session.shown.card.id
        what = randomness.randrange(20)
        if what == 0 and session.can_undo:
            os.write(say, b"undoing\n")
            session.undo()
            os.write(say, b"undone\n")
            continue
        if what == 1:
            data.bookmarks.add(card_id)
            data.memos.set(card_id, "x" * randomness.randrange(5000))
        if what == 2:
            data.back_up_if_due()
        session.answer(randomness.choice(list(Rating)), 1000)
        review = to_micros(study.state(card_id).last_review or now())
        os.write(say, f"answered {card_id} {review}\n".encode())
    data.close()


def _killed_round(path: Path, cards: Cards, number: int, reports: int, delay: float) -> list[str]:
    """Let a child study, kill it ``delay`` seconds after so many reports, and return all that it had reported."""
    if sys.platform == "win32":
        pytest.skip("needs fork")
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            _study_until_killed(path, cards, number, say)
        finally:
            os._exit(0)
    os.close(say)
    with os.fdopen(hear, encoding="utf-8") as pipe:
        lines = list(islice(pipe, reports))
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += pipe
    return [line.rstrip("\n") for line in lines]


def _acknowledged(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Return the answers that were reported and not undone."""
    stack: list[tuple[str, int]] = []
    for line in lines:
        match line.split():
            case ["answered", card_id, review]:
                stack.append((card_id, int(review)))
            case ["undone"]:
                stack.pop()
    return iter(stack)


def test_killed_at_any_instant(tmp_path: Path, cards: Cards) -> None:
    path = tmp_path / "statusref.sqlite3"
    randomness = random.Random(ROUNDS)
    expected: set[tuple[str, int]] = set()
    answers = opened = 0
    for number in range(ROUNDS):
        lines = _killed_round(path, cards, number, randomness.randrange(REPORTS), randomness.uniform(0.0, DELAY))
        assert not [line for line in lines if line.startswith("problem")]
        opened += "ready" in lines
        acknowledged = list(_acknowledged(lines))
        # The last answer may be missing if the child was undoing it.
        being_undone = acknowledged[-1:] if lines[-1:] == ["undoing"] else []
        answers += len(acknowledged)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            if connection.execute("PRAGMA user_version").fetchone() == (0,):
                continue  # killed before there was a file
            stored = set(connection.execute("SELECT card_id, reviewed_at FROM reviews").fetchall())
            lost = (expected | set(acknowledged)) - stored
            assert lost <= set(being_undone), number
            assert len(stored - expected - set(acknowledged)) <= 1, "at most the answer under way was not reported yet"
            counted = dict(connection.execute("SELECT card_id, count(*) FROM reviews GROUP BY card_id"))
            reps = dict(connection.execute("SELECT card_id, reps FROM cards WHERE reps > 0"))
            assert reps == counted
            assert connection.execute("SELECT sum(answers) FROM days").fetchone()[0] in (len(stored), None)
        expected = stored
    print(f"{ROUNDS} kills, {opened} after opening, {answers} acknowledged answers, 0 lost, 0 damaged")
    assert not list(tmp_path.glob("*.broken*"))
    assert opened
    assert answers > ROUNDS
