"""A student who studies every evening, and what the days are like."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from statusref.study.cards import Card, Cards, codes_of
from statusref.study.choosing import Moment, choose
from statusref.study.days import StudyDays
from statusref.study.options import StudyOptions
from statusref.study.queue import Queue
from statusref.study.records import DaySums
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Phase, Rating

_FIRST = datetime(2026, 11, 1, 11, 0, tzinfo=UTC)
_WEEK = 7


@dataclass
class Course:
    """What happened. ``loads`` are the cards of each day, ``first_met`` the day (1 is the first) of each new card."""

    loads: list[int] = field(default_factory=list)
    lateness: list[int] = field(default_factory=list)
    first_met: dict[str, int] = field(default_factory=dict)
    with_siblings: int = 0
    in_a_row: int = 0

    @property
    def steepest(self) -> float:
        """The cards of the busiest day, as a multiple of the median of its week."""
        weeks = [self.loads[start : start + _WEEK] for start in range(0, len(self.loads), _WEEK)]
        return max(load / median(week) for week in weeks for load in week)

    @property
    def sibling_share(self) -> float:
        """The share of cards that were asked on the same day as a sibling."""
        return self.with_siblings / sum(self.loads)


def study_for(cards: Cards, days_of_study: int, recall: float, seed: int, options: StudyOptions) -> Course:
    """Study every evening with all cards; each review is remembered with the probability ``recall``."""
    chance = random.Random(seed)
    days = StudyDays(ZoneInfo("Asia/Seoul"), options.rollover_hour)
    scheduling = Scheduling(options, days)
    states: dict[str, CardState] = {}
    course = Course()
    for number in range(days_of_study):
        now = _FIRST + timedelta(days=number, minutes=chance.randrange(-90, 90))
        day_end = days.end(days.of(now))
        queue = Queue(choose(cards.all(), cards, states, Moment(now, days, DaySums(), options)), cards.by_id)
        last: Card | None = None
        asked: set[str] = set()
        while True:
            state = queue.next(now, last)
            if state is None:
                waits_for = queue.next_due
                if waits_for is None or waits_for >= day_end:
                    break
                now, last = max(now, waits_for), None
                continue
            card = cards.by_id[state.card_id]
            course.in_a_row += last is not None and not codes_of(last).isdisjoint(codes_of(card))
            last = card
            if state.card_id not in asked and state.phase is Phase.REVIEW:
                course.lateness.append(days.elapsed(state.due_time, now))
            asked.add(state.card_id)
            course.first_met.setdefault(state.card_id, number + 1)
            after = scheduling.review(state, _rating(state, recall, chance), now)
            states[state.card_id] = after
            queue.remove(state.card_id)
            queue.put_back(after, day_end)
            now += timedelta(seconds=12)
        course.loads.append(len(asked))
        course.with_siblings += _with_siblings([cards.by_id[card_id] for card_id in asked])
    return course


def _rating(state: CardState, recall: float, chance: random.Random) -> Rating:
    if state.phase is Phase.NEW:
        return Rating(chance.choices((1, 3, 4), (3, 6, 1))[0])
    return Rating(chance.choices((2, 3, 4), (1, 8, 1))[0]) if chance.random() < recall else Rating.AGAIN


def _with_siblings(asked: list[Card]) -> int:
    by_code: defaultdict[int, set[str]] = defaultdict(set)
    for card in asked:
        for code in codes_of(card):
            by_code[code].add(card.id)
    return len({card_id for ids in by_code.values() if len(ids) > 1 for card_id in ids})
