"""A day to be ready by (an interview, an exam): how many new cards a day this needs, and which cards do not fit."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from statusref.study.cards import Card, importance_of
from statusref.study.kinds import CardKind
from statusref.study.state import CardState, Phase

MOST_A_DAY = 20
"""The most new cards a day: more of them would cause more reviews than people can do."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is left to study before ``day``.

    ``days`` is the number of days left, with today and without ``day``. ``left`` is the number of essential cards that
    were never seen, ``needed`` how many of them a day this makes, ``a_day`` the same but at most ``MOST_A_DAY``.
    ``too_many`` counts by kind the cards that do not fit at that pace: the last ones in the order of learning.
    """

    day: date
    days: int
    left: int
    needed: int
    a_day: int
    too_many: dict[CardKind, int]

    @property
    def fits(self) -> bool:
        """Whether all essential cards can be seen before the day."""
        return not self.too_many


def readiness(
    cards: Sequence[Card], states: Mapping[str, CardState], today: date, day: date, introduced: int = 0
) -> Readiness:
    """Return what is left of the essential ``cards``, which are in the order of ``Cards``, before ``day``.

    ``introduced`` is the number of new cards answered today already: they count as a part of today's new cards.
    """
    left = [card for card in cards if importance_of(card) == 1 and _is_unseen(states.get(card.id))]
    days = max((day - today).days, 0)
    needed = ceil((len(left) + introduced) / days) if days else len(left)
    a_day = min(needed, MOST_A_DAY)
    too_many = Counter(card.kind for card in left[max(a_day * days - introduced, 0) :])
    return Readiness(day, days, len(left), needed, a_day, {kind: too_many[kind] for kind in CardKind if too_many[kind]})


def _is_unseen(state: CardState | None) -> bool:
    return state is None or (state.phase is Phase.NEW and not state.suspended)
