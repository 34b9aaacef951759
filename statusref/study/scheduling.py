"""When a card is due again, computed by the fsrs library. The time is an argument, and nothing is random."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from statusref.study.options import StudyOptions
from statusref.study.state import CardState, Phase, Rating

if TYPE_CHECKING:
    from fsrs import Card

_FUZZ_FROM = 2.5  # days; one day more or less would be too much for shorter intervals
_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""First day, last day, and how many days of fuzz each day of the interval in this range adds. Same values as fsrs."""


class Scheduling:
    """Computes a card's next state from its state, the rating and the time.

    Nothing else has an influence, so an answer always gives the interval that was previewed.
    """

    def __init__(self, options: StudyOptions) -> None:
        # Imported here because it is slow, and counting due cards does not need it.
        from fsrs import Scheduler  # noqa: PLC0415

        self._options = options
        self._scheduler = Scheduler(
            desired_retention=options.desired_retention,
            learning_steps=[timedelta(seconds=step) for step in options.learning_steps],
            relearning_steps=[timedelta(seconds=step) for step in options.relearning_steps],
            maximum_interval=options.maximum_interval,
            # The fuzz of fsrs uses the global ``random``: preview and answer would differ.
            enable_fuzzing=False,
        )

    def review(self, state: CardState, rating: Rating, at: datetime) -> CardState:
        """Return the state after an answer at ``at``."""
        import fsrs  # noqa: PLC0415

        at = at.astimezone(UTC)
        card, _ = self._scheduler.review_card(_to_fsrs(state, at), fsrs.Rating(rating), at)
        phase = Phase(card.state)
        interval = card.due - at
        if self._options.fuzz and phase is Phase.REVIEW:
            interval = self._fuzzed(interval, state)
        return replace(
            state,
            phase=phase,
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=at + interval,
            last_review=at,
            reps=state.reps + 1,
            lapses=state.lapses + (state.phase is Phase.REVIEW and rating is Rating.AGAIN),
            buried_on=None,
            wanted=False,
        )

    def previews(self, state: CardState, at: datetime) -> dict[Rating, timedelta]:
        """Return for each rating the interval until the card is due again if it is answered at ``at``."""
        at = at.astimezone(UTC)
        return {rating: interval_of(self.review(state, rating, at)) for rating in Rating}

    def retrievability(self, state: CardState, at: datetime) -> float:
        """Return the probability, 0 to 1, that a card is remembered at ``at``; 0 if it was never answered."""
        if state.last_review is None or state.stability is None:
            return 0.0
        return self._scheduler.get_card_retrievability(_to_fsrs(state, at), at.astimezone(UTC))

    def _fuzzed(self, interval: timedelta, state: CardState) -> timedelta:
        """Vary the interval, so that cards learnt together are due on different days. The seed is card and count."""
        days = interval.days
        if days < _FUZZ_FROM:
            return interval
        delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _FUZZ_RANGES)
        high = min(round(days + delta), self._options.maximum_interval)
        low = min(max(2, round(days - delta)), high)
        # The same random number for all four ratings, so that a better rating never gives a shorter interval.
        draw = random.Random(f"{state.card_id}:{state.reps}").random()  # noqa: S311 (no secret)
        return timedelta(days=low + int(draw * (high - low + 1)))


def interval_of(state: CardState) -> timedelta:
    """Return the time from a state's last review to its due time; zero if the card was never answered."""
    if state.due is None or state.last_review is None:
        return timedelta()
    return state.due - state.last_review


def _to_fsrs(state: CardState, at: datetime) -> "Card":
    import fsrs  # noqa: PLC0415

    # Id and due time are given because fsrs would take them from the clock, and wait a millisecond for a unique id.
    if state.phase is Phase.NEW:
        return fsrs.Card(card_id=0, due=at)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(state.phase),
        step=0 if state.step is None and state.phase is not Phase.REVIEW else state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due or at,
        last_review=state.last_review,
    )
