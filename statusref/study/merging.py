"""Merges an imported file into the user's data. Card and time identify a review, so none is lost on either side."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from statusref.domain.memo_texts import both_texts
from statusref.study.cards import Cards
from statusref.study.days import StudyDays
from statusref.study.import_file import Imported
from statusref.study.records import SELECT_REVIEWS, Records, review_of, review_row, save_change
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Review
from statusref.userdata.storage import Change, Storage, Value
from statusref.userdata.times import to_micros

Progress = Callable[[float], None]

CLOCK_TOLERANCE = timedelta(days=1)
"""Reviews that are further in the future than this are not imported: their cards would be hidden until then."""

_ADD_REVIEWS = (
    "INSERT INTO reviews (card_id, reviewed_at, rating, duration_ms, phase, day) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING"
)
_ADD_MISTAKES = "INSERT INTO mistakes (card_id, made_at, given) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_ADD_BOOKMARK = "INSERT INTO bookmarks (entry_id, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_SET_MEMO = "INSERT OR REPLACE INTO memos (entry_id, text, changed_at) VALUES (?, ?, ?)"
_SET_OPTION = (
    "INSERT INTO options (name, value, changed_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
    "SET value = excluded.value, changed_at = excluded.changed_at WHERE excluded.changed_at > options.changed_at"
)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of what an import added.

    ``duplicates`` are reviews that were there already. ``future`` reviews were left out (see CLOCK_TOLERANCE).
    ``unknown`` cards are none of this version's cards; they are kept.
    """

    bookmarks: int
    memos: int
    reviews: int
    duplicates: int
    future: int
    unknown: int


def merge(
    imported: Imported, records: Records, cards: Cards, days: StudyDays, progress: Progress | None = None
) -> ImportReport:
    """Add the contents of a file in one transaction. Importing the same file again changes nothing.

    ``progress`` is called with the share done, 0 to 1. If it raises, nothing is changed.
    """
    storage = records.storage
    latest = storage.now() + CLOCK_TOLERANCE
    reviews = {card_id: [r for r in rows if r.reviewed_at <= latest] for card_id, rows in imported.reviews.items()}
    states, added = _merged_states(imported, reviews, records, days, progress)
    marks = _new_bookmarks(storage, imported.bookmarks)
    memos = _merged_memos(storage, imported.memos)
    storage.write(
        [
            Change(_ADD_BOOKMARK, marks),
            *_merged_recents(storage, imported.recents),
            Change(_SET_MEMO, memos),
            Change(
                _SET_OPTION,
                [(name, json.dumps(value), to_micros(at)) for name, (value, at) in imported.options.items()],
            ),
            Change(_ADD_REVIEWS, [review_row(review) for rows in added.values() for review in rows]),
            Change(_ADD_MISTAKES, [(card_id, to_micros(at), given) for card_id, given, at in imported.mistakes]),
            save_change(states),
        ]
    )
    everything = sum(map(len, imported.reviews.values()))
    kept = sum(map(len, reviews.values()))
    new = sum(map(len, added.values()))
    return ImportReport(
        bookmarks=len(marks),
        memos=len(memos),
        reviews=new,
        duplicates=kept - new,
        future=everything - kept,
        unknown=len((imported.states.keys() | imported.reviews.keys()) - cards.by_id.keys()),
    )


def replay(card_id: str, reviews: Iterable[Review], scheduling: Scheduling) -> CardState:
    """Compute a card's state from all its reviews."""
    state = CardState(card_id)
    day: date | None = None
    for review in sorted(reviews, key=lambda review: review.reviewed_at):
        elapsed = None if day is None else max((review.day - day).days, 0)
        state = scheduling.review(state, review.rating, review.reviewed_at, elapsed)
        day = review.day
    return state


def reconcile(records: Records, days: StudyDays) -> int:
    """Compute the states again that do not match the number of reviews, as after restoring a backup.

    Return how many were changed.
    """
    counted: dict[str, int] = dict(records.storage.read("SELECT card_id, count(*) FROM reviews GROUP BY card_id"))
    states = records.states()
    scheduling = Scheduling(records.options(), days)
    repaired: list[CardState] = []
    for card_id, count in counted.items():
        state = states.get(card_id, CardState(card_id))
        if state.reps != count:
            replayed = replay(card_id, records.reviews(card_id), scheduling)
            repaired.append(replace(replayed, suspended=state.suspended))
    if repaired:
        records.save(repaired)
    return len(repaired)


def _merged_states(
    imported: Imported,
    reviews: dict[str, list[Review]],
    records: Records,
    days: StudyDays,
    progress: Progress | None,
) -> tuple[list[tuple[CardState, datetime]], dict[str, list[Review]]]:
    """Return the states to save, each with the time of its change, and the reviews to add by card id."""
    scheduling = Scheduling(records.options(), days)
    mine = records.states()
    my_reviews: dict[str, dict[datetime, Review]] = {}
    for row in records.storage.read(SELECT_REVIEWS):
        review = review_of(row)
        my_reviews.setdefault(review.card_id, {})[review.reviewed_at] = review
    states: list[tuple[CardState, datetime]] = []
    added: dict[str, list[Review]] = {}
    card_ids = sorted(imported.states.keys() | reviews.keys())
    for position, card_id in enumerate(card_ids):
        if progress is not None:
            progress(position / len(card_ids))
        here = my_reviews.get(card_id, {})
        there = {review.reviewed_at: review for review in reviews.get(card_id, [])}
        added[card_id] = [review for at, review in there.items() if at not in here]
        state = mine.get(card_id)
        other, changed_at = imported.states.get(card_id, (None, records.storage.now()))
        if not added[card_id]:
            # The file has no new reviews of this card. If this side has no state of it, a state without reviews (as of
            # a card that was only suspended) is taken over.
            if state is None and other is not None and other.last_review is None:
                states.append((replace(other, reps=0, lapses=0), changed_at))
            continue
        if other is not None and here.keys() <= there.keys() and _follows_from(other, there):
            merged = other
        else:
            merged = replay(card_id, {**there, **here}.values(), scheduling)
            changed_at = records.storage.now()
        suspended = any(one is not None and one.suspended for one in (state, other))
        states.append((replace(merged, suspended=suspended), changed_at))
    return states, added


def _follows_from(state: CardState, reviews: dict[datetime, Review]) -> bool:
    """Whether a state in a file was computed from just these reviews, so that it need not be computed again."""
    return state.reps == len(reviews) and state.last_review == max(reviews, default=None)


def _new_bookmarks(storage: Storage, theirs: tuple[tuple[str, datetime], ...]) -> list[tuple[Value, ...]]:
    """Return the rows of bookmarks that only the file has. They go last, because the user chose the order here."""
    known = {entry_id for (entry_id,) in storage.read("SELECT entry_id FROM bookmarks")}
    new = {entry_id: to_micros(at) for entry_id, at in theirs if entry_id not in known}
    return list(new.items())


def _merged_recents(storage: Storage, theirs: tuple[tuple[str, datetime], ...]) -> list[Change]:
    """Return the changes that merge recents by their times. An entry of both sides keeps the time of this side."""
    mine = storage.read("SELECT entry_id, opened_at FROM recents ORDER BY position")
    known = {entry_id for entry_id, _ in mine}
    new = {entry_id: to_micros(at) for entry_id, at in theirs if entry_id not in known}
    if not new:
        return []
    merged = sorted([*mine, *new.items()], key=lambda mark: mark[1])
    insert = "INSERT INTO recents (entry_id, opened_at) VALUES (?, ?)"
    return [Change("DELETE FROM recents", [()]), Change(insert, merged)]


def _merged_memos(storage: Storage, theirs: tuple[tuple[str, str, datetime], ...]) -> list[tuple[Value, ...]]:
    """Return the rows of memos that change. Two texts are joined (``both_texts``). The later one decides on removal."""
    mine = {entry_id: (text, at) for entry_id, text, at in storage.read("SELECT entry_id, text, changed_at FROM memos")}
    merged: list[tuple[Value, ...]] = []
    for entry_id, their_text, their_time in theirs:
        at = to_micros(their_time)
        my_text, my_time = mine.get(entry_id, ("", -1))
        later, earlier = (their_text, my_text) if at > my_time else (my_text, their_text)
        text = both_texts(later, earlier)
        if text != my_text or my_time < 0:
            merged.append((entry_id, text, max(at, my_time)))
    return merged
