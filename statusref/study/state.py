"""What is known about a card's learning, and one answer."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum


class Rating(IntEnum):
    """How well an answer was remembered. The values are those of the keys 1 to 4, and of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a card stands. From 1 on, the values are those of FSRS."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class CardState:
    """A card's learning. Times are in UTC.

    ``stability`` is the number of days after which 90 % is still remembered, ``difficulty`` goes from 1 to 10 (FSRS).
    ``step`` counts the learning steps. ``reps`` is the number of answers, ``lapses`` how often the card was forgotten
    once learnt. ``buried_on`` is the study day on which the card is not shown. A ``wanted`` card comes first, whatever
    the limits: the user asked for it.
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


@dataclass(frozen=True, slots=True)
class Review:
    """One answer: when (UTC), its rating, how long it took, the phase before it, and the study day it belongs to."""

    card_id: str
    reviewed_at: datetime
    rating: Rating
    duration_ms: int
    phase: Phase
    day: date
