"""Reads and writes card states, reviews and study options. Each write is one transaction."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from statusref.study.options import StudyOptions
from statusref.study.state import CardState, Phase, Rating, Review
from statusref.userdata.schema import TABLES
from statusref.userdata.storage import Change, Row, Storage, Value, change
from statusref.userdata.times import from_micros, to_micros

_COLUMNS = ", ".join(TABLES["cards"])
_SELECT = f"SELECT {_COLUMNS} FROM cards"  # noqa: S608
_SAVE = f"INSERT OR REPLACE INTO cards ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608
SELECT_REVIEWS = "SELECT card_id, reviewed_at, rating, duration_ms, phase, day FROM reviews"
_ADD_REVIEW = "INSERT INTO reviews (card_id, reviewed_at, rating, duration_ms, phase, day) VALUES (?, ?, ?, ?, ?, ?)"
_REMOVE_REVIEW = "DELETE FROM reviews WHERE card_id = ? AND reviewed_at = ?"
_ADD_MISTAKE = "INSERT OR REPLACE INTO mistakes (card_id, made_at, given) VALUES (?, ?, ?)"
_REMOVE_MISTAKE = "DELETE FROM mistakes WHERE card_id = ? AND made_at = ?"
_COUNT_MISTAKES = (
    "SELECT given, count(*) FROM mistakes WHERE card_id = ? GROUP BY given ORDER BY count(*) DESC, max(made_at) DESC"
)
_SET_OPTION = "INSERT OR REPLACE INTO options (name, value, changed_at) VALUES (?, ?, ?)"
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class DaySums:
    """Sums of one study day.

    ``introduced`` counts cards answered for the first time, ``recalls`` answers to cards in the review phase, and
    ``recalled`` those of them that were not rated "again".
    """

    answers: int = 0
    introduced: int = 0
    recalls: int = 0
    recalled: int = 0
    duration_ms: int = 0


class Records:
    """The study tables of a storage."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def states(self) -> dict[str, CardState]:
        """Return all saved states by card id, also those of cards that the catalogue no longer makes."""
        return {row[0]: _state(row) for row in self.storage.read(_SELECT)}

    def state(self, card_id: str) -> CardState:
        """Return the state of a card, or the state of a new card if none is saved."""
        rows = self.storage.read(f"{_SELECT} WHERE card_id = ?", (card_id,))
        return _state(rows[0]) if rows else CardState(card_id)

    def save(self, states: Iterable[CardState]) -> None:
        """Save states that changed without an answer: cards that were buried, suspended, wanted."""
        now = self.storage.now()
        self.storage.write([save_change((state, now) for state in states)])

    def free_time(self, card_id: str, at: datetime) -> datetime:
        """Return ``at``, or the first microsecond after it at which the card has no review.

        Card and time identify a review. If the clock was set back, there may be one at this time already.
        """
        sql = "SELECT 1 FROM reviews WHERE card_id = ? AND reviewed_at = ?"
        while self.storage.read(sql, (card_id, to_micros(at))):
            at += _MICROSECOND
        return at

    def answer(self, after: CardState, review: Review, mistaken_for: str | None = None) -> None:
        """Save an answer and the state after it. When this returns they are on disk, unless the file cannot be written.

        ``mistaken_for`` is the id of the entry that was given instead of the right one.
        """
        changes = [add_reviews_change([review]), save_change([(after, review.reviewed_at)])]
        if mistaken_for is not None:
            changes.append(change(_ADD_MISTAKE, review.card_id, to_micros(review.reviewed_at), mistaken_for))
        self.storage.write(changes)

    def add_mistakes(self, mistakes: Iterable[tuple[str, str]]) -> None:
        """Save wrong answers outside a review: the id of each card, and of the entry that was given."""
        now = to_micros(self.storage.now())
        self.storage.write([Change(_ADD_MISTAKE, [(card_id, now, given) for card_id, given in mistakes])])

    def mistakes(self, card_id: str) -> dict[str, int]:
        """Return how often each entry was given instead of the right one: the most frequent first, then the latest."""
        return dict(self.storage.read(_COUNT_MISTAKES, (card_id,)))

    def take_back(self, before: CardState, review: Review | None) -> None:
        """Undo a change of a card: save the state before it. If it was an answer, delete its review and its mistake."""
        changes = [self._put_back_change(before)]
        if review is not None:
            made = review.card_id, to_micros(review.reviewed_at)
            changes += [change(_REMOVE_REVIEW, *made), change(_REMOVE_MISTAKE, *made)]
        self.storage.write(changes)

    def put_back(self, before: Iterable[CardState]) -> None:
        """Undo changes that were not answers: save the states before them."""
        self.storage.write([self._put_back_change(state) for state in before])

    def _put_back_change(self, before: CardState) -> Change:
        if before == CardState(before.card_id):
            return change("DELETE FROM cards WHERE card_id = ?", before.card_id)
        return save_change([(before, self.storage.now())])

    def reviews(self, card_id: str) -> list[Review]:
        """Return the reviews of a card, the oldest first."""
        sql = f"{SELECT_REVIEWS} WHERE card_id = ? ORDER BY reviewed_at"
        return [review_of(row) for row in self.storage.read(sql, (card_id,))]

    def all_reviews(self) -> Iterator[Review]:
        """Yield every review, card by card, the oldest of each first."""
        for row in self.storage.read(f"{SELECT_REVIEWS} ORDER BY card_id, reviewed_at"):
            yield review_of(row)

    def sums(self, day: date) -> DaySums:
        """Return the sums of a study day."""
        sql = "SELECT answers, introduced, recalls, recalled, duration_ms FROM days WHERE day = ?"
        rows = self.storage.read(sql, (day.toordinal(),))
        return DaySums(*rows[0]) if rows else DaySums()

    def all_sums(self) -> dict[date, DaySums]:
        """Return the sums of all study days with answers, the earliest first."""
        sql = "SELECT day, answers, introduced, recalls, recalled, duration_ms FROM days ORDER BY day"
        return {date.fromordinal(day): DaySums(*sums) for day, *sums in self.storage.read(sql)}

    def options(self) -> StudyOptions:
        """Return the user's options, with the default for each that is missing or not valid."""
        values: dict[str, object] = {}
        for name, text in self.storage.read("SELECT name, value FROM options"):
            try:
                values[name] = json.loads(text)
            except ValueError:
                continue
        return StudyOptions.from_json(values)

    def save_options(self, options: StudyOptions) -> None:
        """Save the user's options."""
        now = to_micros(self.storage.now())
        rows = [(name, json.dumps(value), now) for name, value in options.to_json().items()]
        self.storage.write([Change(_SET_OPTION, rows)])


def save_change(states: Iterable[tuple[CardState, datetime]]) -> Change:
    """Return the change that saves states, each with the time at which it changed."""
    return Change(_SAVE, [_row(state, to_micros(changed_at)) for state, changed_at in states])


def add_reviews_change(reviews: Iterable[Review]) -> Change:
    """Return the change that adds reviews. It fails if one of them is there already."""
    return Change(_ADD_REVIEW, [review_row(review) for review in reviews])


def review_row(review: Review) -> tuple[Value, ...]:
    """Return a review as a row, in the order of the columns of ``SELECT_REVIEWS``."""
    reviewed_at = to_micros(review.reviewed_at)
    return review.card_id, reviewed_at, review.rating, review.duration_ms, review.phase, review.day.toordinal()


def review_of(row: Row) -> Review:
    """Return the review in a row of ``SELECT_REVIEWS``."""
    card_id, reviewed_at, rating, duration_ms, phase, day = row
    return Review(card_id, from_micros(reviewed_at), Rating(rating), duration_ms, Phase(phase), date.fromordinal(day))


def _row(state: CardState, changed: int) -> tuple[Value, ...]:
    return (
        state.card_id,
        state.phase,
        state.step,
        state.stability,
        state.difficulty,
        None if state.due is None else to_micros(state.due),
        None if state.last_review is None else to_micros(state.last_review),
        state.reps,
        state.lapses,
        state.suspended,
        None if state.buried_on is None else state.buried_on.toordinal(),
        state.wanted,
        changed,
    )


def _state(row: Row) -> CardState:
    try:
        return _state_of(row)
    except (ValueError, TypeError, OverflowError):
        # A damaged value that SQLite's check does not notice. The card becomes new again; its reviews stay.
        return CardState(str(row[0]))


def _state_of(row: Row) -> CardState:
    card_id, phase, step, stability, difficulty, due, last_review, reps, lapses, suspended, buried_on, wanted, _ = row
    return CardState(
        card_id,
        Phase(phase),
        step,
        stability,
        difficulty,
        None if due is None else from_micros(due),
        None if last_review is None else from_micros(last_review),
        reps,
        lapses,
        bool(suspended),
        None if buried_on is None else date.fromordinal(buried_on),
        bool(wanted),
    )
