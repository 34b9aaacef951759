"""Which cards are studied on a day: those that are due, and new ones, with siblings on different days.

Cards that share a code are siblings: one shows the answer of the other. A review waits for another day if a sibling is
studied today, but it is never more than two days late for this reason. If the user asks for more than the day's cards,
siblings are not kept apart, and a new card may come before the meaning cards of its codes.
"""

import random
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from statusref.study.cards import Card, Cards, CodeCard, MeaningCard, codes_of, importance_of, needed_before
from statusref.study.days import StudyDays
from statusref.study.options import StudyOptions
from statusref.study.records import DaySums
from statusref.study.state import LEARNING_PHASES, CardState, Phase

LATEST = 2
"""How many days a review may be late because of a sibling."""


@dataclass
class Choice:
    """The cards of a day, each list in the order in which it is shown."""

    learning: list[CardState] = field(default_factory=list)
    review: list[CardState] = field(default_factory=list)
    new: list[CardState] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the choice depends on besides the cards: the time, the day's answers in all decks, and the options.

    ``new_limit`` is the limit of new cards that the user asked for today; it replaces the one in the options. ``ahead``
    is the number of coming days whose reviews the user wants to do now.
    """

    now: datetime
    days: StudyDays
    done: DaySums
    options: StudyOptions
    new_limit: int | None = None
    ahead: int = 0

    @property
    def today(self) -> date:
        """The study day."""
        return self.days.of(self.now)


def choose(chosen: Iterable[Card], cards: Cards, states: Mapping[str, CardState], moment: Moment) -> Choice:
    """Choose the cards of a day from ``chosen``, which are in the order of ``cards``.

    ``states`` has the states of all cards, because answers in other decks count for today's limits and siblings, too.
    """
    choice = Choice()
    due: list[CardState] = []
    new: list[CardState] = []
    today = moment.today
    day_end = moment.days.end(today + timedelta(days=moment.ahead))
    for card in chosen:
        state = states.get(card.id) or CardState(card.id)
        if state.suspended or state.buried_on == today:
            continue
        if state.phase is Phase.NEW:
            new.append(state)
        elif state.due_time < day_end or _is_from_wrong_clock(state, day_end):
            (choice.learning if state.phase in LEARNING_PHASES else due).append(state)
    choice.learning.sort(key=lambda state: state.due_time)
    day = _Day(cards, states, moment, len(due))
    for state in choice.learning:
        day.take(state)
    ordered = _by_urgency(due, moment)
    pressing = [state for state in ordered if state.wanted or day.lateness(state) >= LATEST]
    taken = {state.card_id for state in pressing if day.takes_review(state)}
    # Basic new cards come before the reviews that can wait: a beginner should see the essential codes within days.
    unknown = {state.card_id for state in new}
    first = [state for state in new if state.wanted or is_basic(cards.by_id[state.card_id])]
    choice.new = [state for state in sorted(first, key=_by_wish) if day.takes_new(state, unknown)]
    taken.update(state.card_id for state in ordered if state.card_id not in taken and day.takes_review(state))
    choice.review = [state for state in ordered if state.card_id in taken]
    others = unknown.difference(state.card_id for state in first)
    choice.new += [state for state in new if state.card_id in others and day.takes_new(state, unknown)]
    if day.is_essential_only:
        # Before a day to be ready by, there is no time to keep all siblings apart.
        left = unknown.difference(state.card_id for state in choice.new)
        day.keeps_apart = False
        choice.new += [state for state in new if state.card_id in left and day.takes_new(state, unknown)]
    return choice


def _by_wish(state: CardState) -> bool:
    return not state.wanted


def is_basic(card: Card) -> bool:
    """Whether a card asks for an essential code or for its meaning. Beginners study these cards first."""
    return isinstance(card, MeaningCard | CodeCard) and importance_of(card) == 1


class _Day:
    """The room that is left on a day: for how many reviews and new cards, and for cards with which codes.

    ``_codes`` are the codes of the cards that were answered today, in any deck, or are taken for today.
    """

    def __init__(self, cards: Cards, states: Mapping[str, CardState], moment: Moment, due: int) -> None:
        self._cards = cards.by_id
        self._moment = moment
        options, done = moment.options, moment.done
        self._reviews = max(options.reviews_per_day - done.recalls, 0)
        limit = options.new_per_day if moment.new_limit is None else moment.new_limit
        self._new = max(limit - done.introduced, 0)
        if moment.new_limit is None and not options.new_when_behind:
            # As in Anki, new cards count against the limit of reviews, because each one causes reviews later.
            self._new = min(self._new, max(self._reviews - done.introduced - due, 0))
        self.keeps_apart = moment.new_limit is None and not moment.ahead
        self.is_essential_only = options.ready_by is not None and moment.today < options.ready_by
        self._codes: set[int] = set()
        today = moment.today
        for card_id, state in states.items():
            if state.last_review is not None and card_id in self._cards and moment.days.of(state.last_review) == today:
                self.take(state)

    def lateness(self, state: CardState) -> int:
        """Return how many days a card is overdue."""
        return self._moment.days.elapsed(state.due_time, self._moment.now)

    def take(self, state: CardState) -> None:
        self._codes |= codes_of(self._cards[state.card_id])

    def takes_review(self, state: CardState) -> bool:
        """Take a review if there is room, and no sibling today or no time to wait. A wanted card is always taken."""
        if not state.wanted:
            if not self._reviews or (self._has_sibling(state) and self.lateness(state) < LATEST):
                return False
            self._reviews -= 1
        self.take(state)
        return True

    def takes_new(self, state: CardState, unknown: Container[str]) -> bool:
        """Take a new card if there is room, no sibling today, and no card to study before it is still ``unknown``."""
        if not state.wanted:
            card = self._cards[state.card_id]
            needed = needed_before(card) if self.keeps_apart or self.is_essential_only else ()
            if not self._new or self._has_sibling(state) or any(card_id in unknown for card_id in needed):
                return False
            if self.is_essential_only and importance_of(card) > 1:
                return False
            self._new -= 1
        self.take(state)
        return True

    def _has_sibling(self, state: CardState) -> bool:
        return self.keeps_apart and not self._codes.isdisjoint(codes_of(self._cards[state.card_id]))


def _by_urgency(due: list[CardState], moment: Moment) -> list[CardState]:
    """Return the reviews in the order in which they are shown.

    The longest overdue come first, those of one day mixed. If there are more than the day's limit, the cards that are
    remembered best come first: they take the least time, and a nearly forgotten card loses little by waiting longer.
    """
    mixed = sorted(due, key=lambda state: state.card_id)
    random.Random(moment.today.toordinal()).shuffle(mixed)  # noqa: S311 (no secret)
    if len(due) > moment.options.reviews_per_day - moment.done.recalls:
        return sorted(mixed, key=lambda state: (not state.wanted, _forgotten(state, moment)))
    return sorted(mixed, key=lambda state: (not state.wanted, moment.days.of(state.due_time)))


def _forgotten(state: CardState, moment: Moment) -> float:
    """Return the days since the last review, divided by the stability. The greater, the lower the retrievability."""
    if state.last_review is None:
        return 0.0
    return moment.days.elapsed(state.last_review, moment.now) / max(state.stability or 0.0, 0.001)


def _is_from_wrong_clock(state: CardState, day_end: datetime) -> bool:
    """Whether a card was answered while the clock was far ahead. It is shown now; else it would stay hidden."""
    return state.last_review is not None and state.last_review > day_end + timedelta(days=1)
