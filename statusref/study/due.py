"""The cards that are due today, for the command line and the deck list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statusref.study.cards import Card, Cards
from statusref.study.choosing import Moment, choose
from statusref.study.queue import Counts, Queue
from statusref.study.state import CardState


@dataclass(frozen=True, slots=True)
class DueToday:
    """The cards that are left today: those in learning steps first, then the others in the order they are shown."""

    day: date
    counts: Counts
    cards: tuple[Card, ...]

    def to_json(self) -> dict[str, object]:
        """Return what ``statusref study --due --json`` prints."""
        return {
            "day": self.day.isoformat(),
            "new": self.counts.new,
            "learning": self.counts.learning,
            "review": self.counts.review,
            "total": self.counts.total,
            "cards": [
                {"card": card.id, "kind": card.kind.value, "entries": [entry.id for entry in card.entries]}
                for card in self.cards
            ],
        }


@dataclass(frozen=True, slots=True)
class DeckDay:
    """How much of a deck is left today. ``seen`` of its ``cards`` cards were answered at least once."""

    counts: Counts
    seen: int
    cards: int


def due_today(chosen: Sequence[Card], cards: Cards, states: Mapping[str, CardState], moment: Moment) -> DueToday:
    """Return which of the ``chosen`` cards are left today. Does not import fsrs, which is slow."""
    queue = Queue(choose(chosen, cards, states, moment), cards.by_id)
    return DueToday(moment.today, queue.counts, tuple(cards.by_id[state.card_id] for state in queue.in_order()))
