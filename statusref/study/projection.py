"""Simulates the coming days of a user who studies everything that is due: the new cards and reviews of each day."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from statusref.study.cards import Card, Cards
from statusref.study.choosing import Moment, choose
from statusref.study.records import DaySums
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Phase, Rating

_BETWEEN = timedelta(minutes=15)
"""Time between two answers to one card: longer than the usual learning steps, so that a new card finishes them on
its first day."""
_MOST_STEPS = 12


class ProjectedDay(NamedTuple):
    """A coming day: its new cards, and the number of other cards (reviews, and cards in learning steps)."""

    day: date
    new: tuple[Card, ...]
    reviews: int


def project(
    chosen: Sequence[Card],
    cards: Cards,
    states: Mapping[str, CardState],
    moment: Moment,
    recall: float = 1.0,
) -> Iterator[ProjectedDay]:
    """Yield one day after the other, today first, without end.

    A review is remembered with the probability ``recall``; the random numbers have a fixed seed. New cards are always
    remembered.
    """
    chance = random.Random(0)  # noqa: S311 (no secret)
    scheduling = Scheduling(moment.options, moment.days)
    known = dict(states)
    while True:
        choice = choose(chosen, cards, known, moment)
        day_end = moment.days.end(moment.today)
        for state in (*choice.learning, *choice.review, *choice.new):
            forgets = state.phase is Phase.REVIEW and chance.random() >= recall
            known[state.card_id] = _answered(state, moment, scheduling, forgets=forgets)
        new = tuple(cards.by_id[state.card_id] for state in choice.new)
        yield ProjectedDay(moment.today, new, len(choice.learning) + len(choice.review))
        moment = replace(moment, now=day_end + _BETWEEN, done=DaySums(), new_limit=None, ahead=0)


def _answered(state: CardState, moment: Moment, scheduling: Scheduling, *, forgets: bool) -> CardState:
    """Return a card's state after a day on which it was answered until no learning step was left."""
    at = moment.now
    state = scheduling.review(state, Rating.AGAIN if forgets else Rating.GOOD, at)
    for _ in range(_MOST_STEPS):
        if state.phase is Phase.REVIEW:
            break
        at += _BETWEEN
        state = scheduling.review(state, Rating.GOOD, at)
    return state
