"""When a card comes back: the FSRS library, with the clock passed in and no randomness of its own."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from statusref.study.options import StudyOptions
from statusref.study.state import CardState, Phase, Rating

if TYPE_CHECKING:
    from fsrs import Card

_FUZZ_FROM = 2.5  # days; below, a day more or less is too much
_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From day, to day, share: as FSRS's own."""


class Scheduling:
    """Computes a card's next state. It follows from state, rating and time alone: what is previewed is given."""

    def __init__(self, options: StudyOptions) -> None:
        # Imported here, so that whoever only counts due cards does not pay for it.
        from fsrs import Scheduler  # noqa: PLC0415

        self._options = options
        self._scheduler = Scheduler(
            desired_retention=options.desired_retention,
            learning_steps=[timedelta(seconds=step) for step in options.learning_steps],
            relearning_steps=[timedelta(seconds=step) for step in options.relearning_steps],
            maximum_interval=options.maximum_interval,
            # Its fuzz draws from the global ``random``: a preview and the answer would differ.
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
        """Return, for each rating, how long the card would stay away if it were answered at ``at``."""
        at = at.astimezone(UTC)
        return {rating: interval_of(self.review(state, rating, at)) for rating in Rating}

    def retrievability(self, state: CardState, at: datetime) -> float:
        """Return the probability, 0 to 1, that a card is remembered at ``at``; 0 for one never answered."""
        if state.last_review is None or state.stability is None:
            return 0.0
        return self._scheduler.get_card_retrievability(_to_fsrs(state, at), at.astimezone(UTC))

    def _fuzzed(self, interval: timedelta, state: CardState) -> timedelta:
        """Spread out cards that were learnt together, seeded by card and review count."""
        days = interval.days
        if days < _FUZZ_FROM:
            return interval
        delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _FUZZ_RANGES)
        high = min(round(days + delta), self._options.maximum_interval)
        low = min(max(2, round(days - delta)), high)
        # One draw for all four ratings, so that an easier one never comes back earlier.
        draw = random.Random(f"{state.card_id}:{state.reps}").random()  # noqa: S311 (no secret)
        return timedelta(days=low + int(draw * (high - low + 1)))


def interval_of(state: CardState) -> timedelta:
    """Return the time between a state's last review and its due time; nothing for a card never answered."""
    if state.due is None or state.last_review is None:
        return timedelta()
    return state.due - state.last_review


def _to_fsrs(state: CardState, at: datetime) -> "Card":
    import fsrs  # noqa: PLC0415

    # An explicit id and due time: fsrs would take them from the clock, and wait a millisecond for the id.
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
