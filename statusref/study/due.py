"""The cards that are due today, for the command line and the deck list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from statusref.study.cards import Card, Cards
from statusref.study.days import StudyDays
from statusref.study.queue import Counts, build_queue
from statusref.study.records import Records


@dataclass(frozen=True, slots=True)
class DueToday:
    """The cards that are left today, in the order in which they are shown."""

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


def due_today(records: Records, cards: Cards, chosen: Sequence[Card], days: StudyDays, now: datetime) -> DueToday:
    """Return which of the ``chosen`` cards are left today. Does not import fsrs, which is slow."""
    day = days.of(now)
    queue = build_queue(chosen, records.states(), records.sums(day), records.options(), day, days.end(day))
    order = [*queue.learning, *queue.review, *queue.new]
    return DueToday(day, queue.counts, tuple(cards.by_id[state.card_id] for state in order))
