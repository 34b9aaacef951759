"""Export and import of all user data: nothing is lost or duplicated; bad files change nothing and are explained."""

import json
import random
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from statusref.study import import_file
from statusref.study.days import StudyDays
from statusref.study.decks import Deck
from statusref.study.export_file import FORMAT, VERSION
from statusref.study.import_errors import (
    ImportFileError,
    InvalidContentError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
    TooLargeError,
    UnreadableError,
)
from statusref.study.merging import replay
from statusref.study.options import StudyOptions
from statusref.study.records import Records
from statusref.study.scheduling import Scheduling
from statusref.study.state import Phase, Rating
from statusref.study.study import Study
from statusref.userdata.bookmarks import Bookmarks
from statusref.userdata.memos import Memos
from statusref.userdata.recents import Recents
from statusref.userdata.storage import change
from tests.study.conftest import Clock
from tests.study.many_reviews import as_rows, many_reviews

DAYS = StudyDays(ZoneInfo("Asia/Seoul"), 4)
TABLES = ("bookmarks", "recents", "memos", "options", "reviews", "days", "mistakes")


def _practise(study: Study, deck: Deck, clock: Clock, seed: int, days: int = 6) -> None:
    randomness = random.Random(seed)
    for _ in range(days):
        session = study.start(deck)
        for _ in range(randomness.randrange(10, 40)):
            if session.shown is None:
                break
            if randomness.random() < 0.05:
                session.suspend()
            else:
                mistaken_for = randomness.choice((None, "403", "410"))
                session.answer(randomness.choice(list(Rating)), randomness.randrange(1, 9000), mistaken_for)
            clock.move(seconds=randomness.randrange(1, 90), microseconds=randomness.randrange(10**6))
        clock.move(days=1)


def _content(study: Study) -> dict[str, object]:
    storage = study._storage
    tables: dict[str, object] = {table: sorted(storage.read(f"SELECT * FROM {table}")) for table in TABLES}
    tables["cards"] = Records(storage).states()
    return tables


def _add_personal_things(study: Study) -> None:
    for entry_id in ("404", "없는 코드", "499-nginx"):
        Bookmarks(study._storage).add(entry_id)
        Recents(study._storage).opened(entry_id)
    Memos(study._storage).set("404", '내 메모\n**굵게** <b> "인용" \U0001f4a9')
    study.save_options(StudyOptions(new_per_day=25))


def test_there_and_back(study: Study, other_study: Study, everything: Deck, clock: Clock, tmp_path: Path) -> None:
    _add_personal_things(study)
    _practise(study, everything, clock, 1)
    study.export_file(tmp_path / "all.json")
    document = json.loads((tmp_path / "all.json").read_bytes())
    assert (document["format"], document["version"]) == (FORMAT, VERSION)
    report = other_study.import_file(tmp_path / "all.json")
    before = _content(study)
    assert _content(other_study) == before
    assert report.reviews == len(before["reviews"])  # type: ignore[arg-type]
    assert (report.bookmarks, report.memos, report.duplicates, report.future, report.unknown) == (3, 1, 0, 0, 0)
    again = other_study.import_file(tmp_path / "all.json")
    assert (again.reviews, again.bookmarks, again.memos) == (0, 0, 0)
    assert again.duplicates == report.reviews
    assert _content(other_study) == before
    other_study.export_file(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()


def test_an_empty_store_survives_too(study: Study, other_study: Study, tmp_path: Path) -> None:
    study.export_file(tmp_path / "all.json")
    report = other_study.import_file(tmp_path / "all.json")
    assert (report.reviews, report.bookmarks) == (0, 0)
    assert _content(other_study) == _content(study)


def test_both_sides_studied(study: Study, other_study: Study, everything: Deck, clock: Clock, tmp_path: Path) -> None:
    _practise(study, everything, clock, 1)
    study.export_file(tmp_path / "first.json")
    other_study.import_file(tmp_path / "first.json")
    _practise(study, everything, clock, 2)
    _practise(other_study, everything, clock, 3)
    here, there = _content(study)["reviews"], _content(other_study)["reviews"]
    assert isinstance(here, list)
    assert isinstance(there, list)
    other_study.export_file(tmp_path / "second.json")
    report = study.import_file(tmp_path / "second.json")
    union = sorted({*here, *there})
    assert _content(study)["reviews"] == union
    assert report.reviews == len(union) - len(here)
    records, scheduling = Records(study._storage), Scheduling(study.options, DAYS)
    for card_id, state in records.states().items():
        reviews = records.reviews(card_id)
        assert state.reps == len(reviews)
        expected = replay(card_id, reviews, scheduling)
        assert (state.due, state.stability, state.lapses) == (expected.due, expected.stability, expected.lapses)
    assert study.reconcile() == 0
    study.export_file(tmp_path / "third.json")
    other_study.import_file(tmp_path / "third.json")
    assert _content(other_study)["reviews"] == union
    states, other_states = Records(study._storage).states(), Records(other_study._storage).states()
    assert {i: s.due for i, s in states.items()} == {i: s.due for i, s in other_states.items()}


def test_the_order_of_bookmarks_is_taken_along_and_that_here_stays(
    study: Study, other_study: Study, tmp_path: Path
) -> None:
    mine, theirs = Bookmarks(study._storage), Bookmarks(other_study._storage)
    for entry_id in ("404", "410", "500"):
        mine.add(entry_id)
    mine.move("500", "404")
    study.export_file(tmp_path / "mine.json")
    other_study.import_file(tmp_path / "mine.json")
    assert theirs.all() == ("500", "404", "410")
    for entry_id in ("301", "204"):
        theirs.add(entry_id)
    theirs.move("204", "500")
    theirs.move("410", "500")
    assert theirs.all() == ("204", "410", "500", "404", "301")
    other_study.export_file(tmp_path / "theirs.json")
    for _ in range(2):
        study.import_file(tmp_path / "theirs.json")
        assert mine.all() == ("500", "404", "410", "204", "301")


def test_memos_of_both_sides_are_kept(study: Study, other_study: Study, clock: Clock, tmp_path: Path) -> None:
    mine, theirs = Memos(study._storage), Memos(other_study._storage)
    for entry_id, text in (("404", "here"), ("410", "same"), ("500", "gone later"), ("301", "old")):
        mine.set(entry_id, text)
    clock.move(minutes=1)
    for entry_id, text in (("404", "there"), ("410", "same"), ("301", "old and more"), ("502", "only there")):
        theirs.set(entry_id, text)
    theirs.set("500", "x")
    theirs.set("500", "")
    other_study.export_file(tmp_path / "x.json")
    for _ in range(2):
        study.import_file(tmp_path / "x.json")
        assert {entry_id: mine.get(entry_id) for entry_id in ("404", "410", "301", "500", "502")} == {
            "404": "there\n\n---\n\nhere",
            "410": "same",
            "301": "old and more",
            "500": "",
            "502": "only there",
        }
    assert mine.get("500") == ""


def test_recents_are_in_the_order_of_their_times(
    study: Study, other_study: Study, clock: Clock, tmp_path: Path
) -> None:
    for number, one in enumerate((study, other_study) * 3):
        Recents(one._storage).opened(str(100 + number))
        clock.move(minutes=1)
    other_study.export_file(tmp_path / "x.json")
    study.import_file(tmp_path / "x.json")
    assert Recents(study._storage).all() == ("105", "104", "103", "102", "101", "100")


def test_later_options_win(study: Study, other_study: Study, clock: Clock, tmp_path: Path) -> None:
    study.save_options(StudyOptions(new_per_day=1))
    clock.move(minutes=1)
    other_study.save_options(StudyOptions(new_per_day=2, learning_steps=(5,)))
    other_study.export_file(tmp_path / "later.json")
    study.export_file(tmp_path / "earlier.json")
    other_study.import_file(tmp_path / "earlier.json")
    study.import_file(tmp_path / "later.json")
    assert study.options == other_study.options == StudyOptions(new_per_day=2, learning_steps=(5,))


@pytest.fixture
def exported(study: Study, everything: Deck, clock: Clock, tmp_path: Path) -> dict[str, Any]:
    _add_personal_things(study)
    _practise(study, everything, clock, 1, 2)
    study.export_file(tmp_path / "good.json")
    document: dict[str, Any] = json.loads((tmp_path / "good.json").read_bytes())
    return document


def _import(study: Study, tmp_path: Path, document: object) -> Any:
    (tmp_path / "changed.json").write_text(json.dumps(document))
    return study.import_file(tmp_path / "changed.json")


def test_unknown_cards_are_kept(other_study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    at = "2026-11-01T00:00:00+00:00"
    exported["reviews"]["meaning:한글-\ud800"] = [[at, 3, 10, 0, "2026-11-01"]]
    assert _import(other_study, tmp_path, exported).unknown == 1
    assert Records(other_study._storage).state("meaning:한글-\ufffd").reps == 1


def test_future_reviews_are_left_out_and_told(other_study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    card_id = next(iter(exported["reviews"]))
    count = len(exported["reviews"][card_id])
    exported["reviews"][card_id] += [["2099-01-01T00:00:00+00:00", 3, 10, 2, "2099-01-01"]] * 2
    report = _import(other_study, tmp_path, exported)
    assert report.future == 2
    assert Records(other_study._storage).state(card_id).reps == count


def test_duplicates_are_told(other_study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    card_id, rows = next(iter(exported["reviews"].items()))
    exported["reviews"][card_id] = [*rows, *rows, [rows[0][0], 1, 5, 0, rows[0][4]]]
    report = _import(other_study, tmp_path, exported)
    assert report.duplicates == len(rows) + 1
    assert len(Records(other_study._storage).reviews(card_id)) == len(rows)


def test_a_state_that_does_not_follow_from_the_reviews_is_computed(
    other_study: Study, exported: dict[str, Any], tmp_path: Path
) -> None:
    card = next(card for card in exported["cards"] if card["phase"] > 0)
    card.update(last_review="2020-01-01T00:00:00+00:00", due="2100-01-01T00:00:00+00:00")
    _import(other_study, tmp_path, exported)
    records = Records(other_study._storage)
    state = records.state(card["card"])
    assert state.due == replay(card["card"], records.reviews(card["card"]), Scheduling(other_study.options, DAYS)).due


def test_times_in_another_zone_and_without_zone(other_study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    exported["reviews"] = {"meaning:404": [["2026-11-01T09:00:00+09:00", 3, 10, 0, "2026-11-01"]]}
    exported["cards"] = []
    _import(other_study, tmp_path, exported)
    assert other_study._storage.read("SELECT reviewed_at FROM reviews") == [(1793491200 * 10**6,)]
    exported["reviews"]["meaning:404"][0][0] = "2026-11-01T09:00:00"
    with pytest.raises(InvalidContentError, match="time with its zone"):
        _import(other_study, tmp_path, exported)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", NotJsonError),
        (b"\xff\xfe\x00", NotJsonError),
        (b"{", NotJsonError),
        (b"[" * 200_000, NotJsonError),
        (b'{"format": NaN}', NotJsonError),
        (b"1" * 5000, NotJsonError),
        (b"[]", NotOursError),
        (b"null", NotOursError),
        (b'{"format": "something else"}', NotOursError),
        (b'{"format": "statusref-user-data"}', InvalidContentError),
        (b'{"format": "statusref-user-data", "version": "1"}', InvalidContentError),
        (b'{"format": "statusref-user-data", "version": 2}', NewerFormatError),
        (b'{"format": "statusref-user-data", "version": 1, "reviews": []}', InvalidContentError),
        (b'{"format": "statusref-user-data", "version": 1, "reviews": {"x": 1}}', InvalidContentError),
        (b'{"format": "statusref-user-data", "version": 1, "cards": {}}', InvalidContentError),
        (b'{"format": "statusref-user-data", "version": 1, "memos": [1]}', InvalidContentError),
    ],
)
def test_files_that_are_none(study: Study, tmp_path: Path, raw: bytes, kind: type[ImportFileError]) -> None:
    before = _content(study)
    (tmp_path / "bad.json").write_bytes(raw)
    with pytest.raises(kind) as raised:
        study.import_file(tmp_path / "bad.json")
    assert "\n" not in str(raised.value)
    assert _content(study) == before


def test_unreadable_files(study: Study, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.json"):
        with pytest.raises(UnreadableError):
            study.import_file(path)


WRONG: tuple[Any, ...] = (None, True, -1, 1.5, 10**400, "", "x", [], {}, "2026-13-01", "9999-99-99T00:00:00Z")


def test_any_wrong_value_is_named_and_changes_nothing(study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    before = _content(study)
    good = json.dumps(exported)
    randomness = random.Random(6)
    refused = 0
    for _ in range(400):
        document = json.loads(good)
        container: Any = document
        key: Any = randomness.choice(("bookmarks", "recents", "memos", "options", "cards", "reviews"))
        for _ in range(randomness.randrange(1, 4)):
            inner = container[key]
            if not isinstance(inner, list | dict) or not inner:
                break
            container = inner
            key = randomness.randrange(len(inner)) if isinstance(inner, list) else randomness.choice(list(inner))
        container[key] = randomness.choice(WRONG)
        try:
            _import(study, tmp_path, document)
        except ImportFileError:
            refused += 1
            assert _content(study) == before
        else:
            before = _content(study)
    assert refused > 200


def test_cut_short_at_any_byte(study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    whole = (tmp_path / "good.json").read_bytes().rstrip()
    before = _content(study)
    for length in range(0, len(whole), max(len(whole) // 150, 1)):
        (tmp_path / "cut.json").write_bytes(whole[:length])
        with pytest.raises(NotJsonError):
            study.import_file(tmp_path / "cut.json")
    assert _content(study) == before


def test_too_large(study: Study, exported: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_file, "MOST_REVIEWS", 10)
    with pytest.raises(TooLargeError, match="10 reviews"):
        study.import_file(tmp_path / "good.json")
    monkeypatch.setattr(import_file, "MOST_BYTES", 10)
    with pytest.raises(TooLargeError, match="10 bytes"):
        study.import_file(tmp_path / "good.json")


def test_a_million_reviews(other_study: Study, clock: Clock, tmp_path: Path) -> None:
    """With ten thousand reviews here; a torture test does it with a million."""
    write_many(tmp_path / "many.json", 10_000, clock)
    report = other_study.import_file(tmp_path / "many.json")
    assert (report.reviews, report.duplicates, report.unknown) == (10_000, 0, 0)
    assert other_study._storage.read("SELECT sum(answers) FROM days") == [(10_000,)]


def write_many(path: Path, count: int, clock: Callable[[], datetime]) -> None:
    """Write a file with ``count`` reviews."""
    path.write_text(
        json.dumps({"format": FORMAT, "version": VERSION, "reviews": as_rows(many_reviews(count, clock()))})
    )


def test_an_import_that_is_stopped_changes_nothing(
    study: Study, other_study: Study, exported: object, tmp_path: Path
) -> None:
    before = _content(other_study)
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other_study.import_file(tmp_path / "good.json", stop)
    assert shares == sorted(shares)
    assert _content(other_study) == before


def test_a_full_disk_while_exporting_leaves_the_old_file(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.json"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("statusref.study.export_file.replace", fail)
    with pytest.raises(OSError, match="No space"):
        study.export_file(target)
    assert target.read_text() == "old"
    assert not list(tmp_path.glob("*.partial"))


def test_importing_is_one_transaction(study: Study, exported: dict[str, Any], tmp_path: Path) -> None:
    """An error in the middle of writing undoes the whole import."""
    before = _content(study)
    with pytest.raises(sqlite3.IntegrityError):
        study._storage.write([change("DELETE FROM reviews"), change("INSERT INTO memos VALUES (NULL, NULL, NULL)")])
    assert _content(study) == before


def test_the_learning_phase_travels(study: Study, other_study: Study, everything: Deck, tmp_path: Path) -> None:
    session = study.start(everything)
    shown = session.shown
    assert shown is not None
    session.answer(Rating.GOOD)
    study.export_file(tmp_path / "x.json")
    other_study.import_file(tmp_path / "x.json")
    state = other_study.state(shown.card.id)
    assert (state.phase, state.step) == (Phase.LEARNING, 1)
    assert state == study.state(shown.card.id)
