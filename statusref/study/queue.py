"""The cards to study today, and their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from statusref.study.cards import Card
from statusref.study.options import StudyOptions
from statusref.study.records import DaySums
from statusref.study.state import CardState, Phase

LEARN_AHEAD = timedelta(minutes=20)
"""When no other card is left, a card in a learning step is shown this much before it is due."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of cards left today, by phase."""

    new: int
    learning: int
    review: int

    @property
    def total(self) -> int:
        return self.new + self.learning + self.review


@dataclass
class Queue:
    """The cards left today.

    ``learning`` is sorted by due time; ``review`` and ``new`` have wanted cards first, then the order of ``Cards``.
    """

    learning: list[CardState] = field(default_factory=list)
    review: list[CardState] = field(default_factory=list)
    new: list[CardState] = field(default_factory=list)

    @property
    def counts(self) -> Counts:
        return Counts(len(self.new), len(self.learning), len(self.review))

    def next(self, now: datetime) -> CardState | None:
        """Return the card to show at ``now``; None if nothing is left, or only learning cards that are not due yet."""
        if self.learning and _due(self.learning[0]) <= now:
            return self.learning[0]
        for states in (self.review, self.new):
            if states:
                return states[0]
        if self.learning and _due(self.learning[0]) <= now + LEARN_AHEAD:
            return self.learning[0]
        return None

    def remove(self, card_id: str) -> None:
        """Remove a card, if it is in the queue."""
        for states in (self.learning, self.review, self.new):
            states[:] = [state for state in states if state.card_id != card_id]

    def put_back(self, state: CardState, day_end: datetime) -> None:
        """Add a card again after an answer if it is due again today."""
        if state.phase in _LEARNING and _due(state) < day_end:
            self.learning.append(state)
            self.learning.sort(key=_due)


_LEARNING = (Phase.LEARNING, Phase.RELEARNING)


def build_queue(
    cards: Iterable[Card],
    states: Mapping[str, CardState],
    done: DaySums,
    options: StudyOptions,
    day: date,
    day_end: datetime,
) -> Queue:
    """Collect the cards left on a study day.

    ``cards`` are in the order of ``Cards``; ``done`` counts the day's answers in all decks, for the daily limits.
    """
    queue = Queue()
    wanted_new: list[CardState] = []
    wanted_review: list[CardState] = []
    for card in cards:
        state = states.get(card.id) or CardState(card.id)
        if state.suspended or state.buried_on == day:
            continue
        if state.phase is Phase.NEW:
            (wanted_new if state.wanted else queue.new).append(state)
        elif _due(state) < day_end or _is_from_wrong_clock(state, day_end):
            if state.phase in _LEARNING:
                queue.learning.append(state)
            else:
                (wanted_review if state.wanted else queue.review).append(state)
    queue.learning.sort(key=_due)
    queue.new = wanted_new + queue.new[: max(options.new_per_day - done.introduced, 0)]
    queue.review = wanted_review + queue.review[: max(options.reviews_per_day - done.recalls, 0)]
    return queue


def _is_from_wrong_clock(state: CardState, day_end: datetime) -> bool:
    """Whether a card was answered while the clock was far ahead. It is shown now, or it would be hidden until then."""
    return state.last_review is not None and state.last_review > day_end + timedelta(days=1)


def _due(state: CardState) -> datetime:
    # A card that was answered has a due time. If a damaged file has lost it, the card is due at once.
    return state.due or _LONG_AGO


_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
