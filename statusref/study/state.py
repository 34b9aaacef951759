"""The learning state of a card, and an answer to it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum


class Rating(IntEnum):
    """How well the user remembered the answer. The values are those of FSRS and of the keys 1 to 4."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """How far a card has been learnt. Except for NEW, the values are those of FSRS."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


LEARNING_PHASES = frozenset({Phase.LEARNING, Phase.RELEARNING})

_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class CardState:
    """The learning state of a card. Times are in UTC.

    ``stability`` is the number of days until the probability to remember has fallen to 90 %, ``difficulty`` a number
    from 1 to 10 (FSRS). ``step`` is the index of the learning step. ``reps`` is the number of answers, ``lapses`` how
    often the card was forgotten in the review phase. ``buried_on`` is the study day on which the card is not shown. A
    ``wanted`` card was asked for by the user: it is shown first and is not subject to the daily limits.
    """

    card_id: str
    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due: datetime | None = None
    last_review: datetime | None = None
    reps: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_on: date | None = None
    wanted: bool = False

    @property
    def due_time(self) -> datetime:
        """When an answered card is due. If the time is missing, as in a damaged file, the card is due at once."""
        return self.due or _LONG_AGO


@dataclass(frozen=True, slots=True)
class Review:
    """One answer. ``reviewed_at`` is in UTC, ``phase`` the phase before the answer, ``day`` its study day."""

    card_id: str
    reviewed_at: datetime
    rating: Rating
    duration_ms: int
    phase: Phase
    day: date
