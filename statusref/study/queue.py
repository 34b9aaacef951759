"""The cards that are left today, and which of them comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from statusref.study.cards import Card, codes_of
from statusref.study.choosing import Choice
from statusref.study.state import LEARNING_PHASES, CardState, Phase

LEARN_AHEAD = timedelta(minutes=20)
"""If no other card is left, a card in a learning step is shown up to this much before it is due."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of cards left today, by phase."""

    new: int
    learning: int
    review: int

    @property
    def total(self) -> int:
        return self.new + self.learning + self.review


class Queue:
    """The cards left today: those in learning steps by due time, and the others, with the new ones spread evenly.

    Two cards with the same code never follow each other while another card is left.
    """

    def __init__(self, choice: Choice, cards: Mapping[str, Card]) -> None:
        """``cards`` are all cards by id."""
        self._cards = cards
        self._learning = list(choice.learning)
        self._others = _spread(choice.review, choice.new)

    @property
    def counts(self) -> Counts:
        new = sum(state.phase is Phase.NEW for state in self._others)
        return Counts(new, len(self._learning), len(self._others) - new)

    @property
    def next_due(self) -> datetime | None:
        """When the next card in a learning step is due; None if there is none."""
        return self._learning[0].due_time if self._learning else None

    def in_order(self) -> list[CardState]:
        """Return all cards, those in learning steps first."""
        return [*self._learning, *self._others]

    def next(self, now: datetime, last: Card | None) -> CardState | None:
        """Return the card to show after ``last``; None if no card is left, or only cards that are not due yet."""
        codes = frozenset() if last is None else codes_of(last)
        due = [state for state in self._learning if state.due_time <= now]
        ahead = [state for state in self._learning if now < state.due_time <= now + LEARN_AHEAD]
        apart = (state for state in (*due, *self._others, *ahead) if codes.isdisjoint(self._codes(state)))
        # Cards that are not due yet (``ahead``) never follow a card with the same code: the answer was just seen.
        return next(apart, None) or next(iter((*self._others, *due)), None)

    def remove(self, card_id: str) -> None:
        """Remove a card, if it is in the queue."""
        for states in (self._learning, self._others):
            states[:] = [state for state in states if state.card_id != card_id]

    def put_back(self, state: CardState, day_end: datetime) -> None:
        """Add a card again after an answer if it is due again today."""
        if state.phase in LEARNING_PHASES and state.due_time < day_end:
            self._learning.append(state)
            self._learning.sort(key=lambda state: state.due_time)

    def _codes(self, state: CardState) -> frozenset[int]:
        return codes_of(self._cards[state.card_id])


def _spread(reviews: list[CardState], new: list[CardState]) -> list[CardState]:
    """Mix both lists evenly and keep the order within each. Cards that the user asked for come first."""
    wanted = [state for state in (*reviews, *new) if state.wanted]
    parts = [[state for state in part if not state.wanted] for part in (reviews, new)]
    placed = [((place + 0.5) / len(part), state) for part in parts for place, state in enumerate(part)]
    return wanted + [state for _, state in sorted(placed, key=lambda item: item[0])]
