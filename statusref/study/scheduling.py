"""Computes when a card is due again, with the fsrs library. The time is an argument, and nothing is random.

The library counts the full 24 hours between two reviews, but people count nights: a card answered at 21:10 and again at
08:00 was reviewed on the next day. So if n study days have begun since the last review, the library is told that the
review was n times 24 hours ago. Only the library gets this time; the real one is stored. Anki counts in the same way.
"""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from statusref.study.days import StudyDays
from statusref.study.options import StudyOptions
from statusref.study.parameters import first_out_of_bounds
from statusref.study.state import CardState, Phase, Rating

if TYPE_CHECKING:
    from fsrs import Card

_DAY = timedelta(days=1)
_FUZZ_FROM = 2.5  # days; for shorter intervals, one day more or less is too much
_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From day, to day, and the days of fuzz that each day of the interval in this range adds. As in the fsrs library."""


class Scheduling:
    """Computes a card's next state from its state, the rating and the time only.

    So an answer always gives the interval that the preview showed.
    """

    def __init__(self, options: StudyOptions, days: StudyDays) -> None:
        # Imported here because it is slow, and counting due cards does not need it.
        from fsrs import Scheduler  # noqa: PLC0415
        from fsrs.scheduler import DEFAULT_PARAMETERS  # noqa: PLC0415

        own = options.parameters
        # Only a damaged file can have numbers out of bounds. The scheduler would raise an error for them.
        parameters = DEFAULT_PARAMETERS if not own or first_out_of_bounds(own) else own
        self._options = options
        self._days = days
        self._scheduler = Scheduler(
            parameters=parameters,
            desired_retention=options.desired_retention,
            learning_steps=[timedelta(seconds=step) for step in options.learning_steps],
            relearning_steps=[timedelta(seconds=step) for step in options.relearning_steps],
            maximum_interval=options.maximum_interval,
            # fsrs takes its fuzz from the global ``random``, so preview and answer would differ. See ``_fuzzed``.
            enable_fuzzing=False,
        )

    def review(self, state: CardState, rating: Rating, at: datetime, elapsed: int | None = None) -> CardState:
        """Return the state after an answer at ``at``.

        ``elapsed`` is the number of study days since the last review. By default it is computed from the two times;
        past reviews have their study days stored, which were counted in the time zone of that time.
        """
        import fsrs  # noqa: PLC0415

        at = at.astimezone(UTC)
        card, _ = self._scheduler.review_card(self._placed(state, at, elapsed), fsrs.Rating(rating), at)
        phase = Phase(card.state)
        interval = card.due - at
        if self._options.fuzz and phase is Phase.REVIEW:
            interval = self._fuzzed(interval, state)
        due = self._days.later(at, interval.days) if phase is Phase.REVIEW else at + interval
        return replace(
            state,
            phase=phase,
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=due,
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
        at = at.astimezone(UTC)
        return self._scheduler.get_card_retrievability(self._placed(state, at), at)

    def _placed(self, state: CardState, at: datetime, elapsed: int | None = None) -> "Card":
        """Return the card for the library, with its last review placed whole days before ``at``."""
        if state.last_review is None:
            return _to_fsrs(state, at)
        if elapsed is None:
            elapsed = self._days.elapsed(state.last_review, at)
        return _to_fsrs(replace(state, last_review=at - timedelta(days=elapsed)), at)

    def _fuzzed(self, interval: timedelta, state: CardState) -> timedelta:
        """Vary the interval, so that cards learnt together are due on different days.

        The seed is the card's id and its number of answers, so that preview and answer agree.
        """
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
    """Return the time from a state's last review to its due time; zero if the card was never answered.

    In the review phase it is a whole number of days, even if the clocks change in between.
    """
    if state.due is None or state.last_review is None:
        return timedelta()
    interval = state.due - state.last_review
    return timedelta(days=round(interval / _DAY)) if state.phase is Phase.REVIEW else interval


def _to_fsrs(state: CardState, at: datetime) -> "Card":
    import fsrs  # noqa: PLC0415

    # Without id and due time, fsrs would take them from the clock, and wait a millisecond for a unique id.
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
