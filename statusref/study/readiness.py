"""A day to be ready by (an interview, an exam): how many new cards a day that takes, and what does not fit."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from statusref.study.cards import Card, importance_of
from statusref.study.kinds import CardKind
from statusref.study.state import CardState, Phase

MOST_A_DAY = 20
"""More new cards a day than these bring more reviews than anybody keeps up with."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is left to meet before the day.

    ``days`` are left, today included and the day itself not. ``left`` are the essential cards that were never seen,
    ``needed`` how many of them a day that makes, ``a_day`` how many are sensible. ``too_many`` counts by kind the cards
    that do not fit at that pace: the last ones in the order of learning.
    """

    day: date
    days: int
    left: int
    needed: int
    a_day: int
    too_many: dict[CardKind, int]

    @property
    def fits(self) -> bool:
        """Whether all essential cards can be met before the day."""
        return not self.too_many


def readiness(
    cards: Sequence[Card], states: Mapping[str, CardState], today: date, day: date, introduced: int = 0
) -> Readiness:
    """Return what is left of the essential ``cards``, which are in the order of ``Cards``, before ``day``.

    ``introduced`` are the new cards that were answered today already: they are part of what a day takes.
    """
    left = [card for card in cards if importance_of(card) == 1 and _is_unseen(states.get(card.id))]
    days = max((day - today).days, 0)
    needed = ceil((len(left) + introduced) / days) if days else len(left)
    a_day = min(needed, MOST_A_DAY)
    too_many = Counter(card.kind for card in left[max(a_day * days - introduced, 0) :])
    return Readiness(day, days, len(left), needed, a_day, {kind: too_many[kind] for kind in CardKind if too_many[kind]})


def _is_unseen(state: CardState | None) -> bool:
    return state is None or (state.phase is Phase.NEW and not state.suspended)
