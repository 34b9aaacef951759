"""Progress: what is due, what is remembered, how well each code is known, when and how long was studied."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from statusref.study.cards import Cards
from statusref.study.days import StudyDays
from statusref.study.records import DaySums, Records
from statusref.study.scheduling import Scheduling
from statusref.study.state import CardState, Phase

FORECAST_DAYS = 30
MATURE_DAYS = 21.0
"""A card whose stability has reached this many days counts as fully learnt."""


@dataclass(frozen=True, slots=True)
class WeekRetention:
    """Answers in one week to cards that had been learnt, and how many of them were remembered."""

    monday: date
    recalled: int
    recalls: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None in a week without such answers."""
        return self.recalled / self.recalls if self.recalls else None


@dataclass(frozen=True, slots=True)
class Mastery:
    """How well an entry is known, from 0 to 1, over its cards; ``studied`` of ``cards`` have been answered."""

    level: float
    studied: int
    cards: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row: up to today, or to yesterday while today has no answer yet, and the longest ever."""

    current: int
    longest: int
    today_done: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything so far. Retired cards are those that the catalogue no longer makes; their history is kept."""

    answers: int
    days: int
    time_spent: timedelta
    studied: int
    cards: int
    suspended: int
    retired: int


class Statistics:
    """Figures of one moment: everything is read at construction."""

    def __init__(self, records: Records, cards: Cards, days: StudyDays, now: datetime) -> None:
        states = records.states()
        self._cards = cards
        self._days = days
        self._now = now
        self._retired = sum(card_id not in cards.by_id for card_id in states)
        self._states = {card_id: state for card_id, state in states.items() if card_id in cards.by_id}
        self._sums = records.all_sums()
        self._scheduling = Scheduling(records.options())
        self.today = days.of(now)

    def forecast(self, length: int = FORECAST_DAYS) -> tuple[int, ...]:
        """Return how many cards come back on each day from today on; what is overdue counts for today."""
        counts = [0] * length
        for state in self._states.values():
            if state.due is not None and not state.suspended:
                day = max((self._days.of(state.due) - self.today).days, 0)
                if day < length:
                    counts[day] += 1
        return tuple(counts)

    def retention(self, weeks: int = 12) -> tuple[WeekRetention, ...]:
        """Return the true retention of the last ``weeks`` weeks, this one included, the oldest first."""
        this_monday = self.today - timedelta(days=self.today.weekday())
        mondays = [this_monday - timedelta(weeks=number) for number in reversed(range(weeks))]
        return tuple(self._week(monday) for monday in mondays)

    def mastery(self) -> dict[str, Mastery]:
        """Return how well each entry of the catalogue is known, in its order: the mean of the cards that ask for it.

        A card counts by the probability that it is remembered now, in proportion to its stability up to 21 days.
        """
        levels: dict[str, list[float]] = {entry.id: [] for entry in self._cards.catalogue.entries}
        studied = dict.fromkeys(levels, 0)
        for card in self._cards.all():
            entry_id = card.entries[0].id
            state = self._states.get(card.id)
            levels[entry_id].append(0.0 if state is None else self._level(state))
            studied[entry_id] += state is not None and state.phase is not Phase.NEW
        return {
            entry_id: Mastery(sum(values) / len(values) if values else 0.0, studied[entry_id], len(values))
            for entry_id, values in levels.items()
        }

    def calendar(self) -> Mapping[date, DaySums]:
        """Return what was done on every study day with answers, the first first."""
        return self._sums

    def streak(self) -> Streak:
        """Return the study days in a row."""
        longest = current = 0
        previous: date | None = None
        for day in self._sums:
            if day > self.today:
                break  # from a clock that ran ahead
            current = current + 1 if previous is not None and (day - previous).days == 1 else 1
            longest = max(longest, current)
            previous = day
        if previous is None or (self.today - previous).days > 1:
            current = 0
        return Streak(current, longest, previous == self.today)

    def totals(self) -> Totals:
        """Return the sums of everything so far."""
        sums = self._sums.values()
        return Totals(
            answers=sum(day.answers for day in sums),
            days=len(self._sums),
            time_spent=timedelta(milliseconds=sum(day.duration_ms for day in sums)),
            studied=sum(state.phase is not Phase.NEW for state in self._states.values()),
            cards=len(self._cards.by_id),
            suspended=sum(state.suspended for state in self._states.values()),
            retired=self._retired,
        )

    def _week(self, monday: date) -> WeekRetention:
        days = [self._sums.get(monday + timedelta(days=number), DaySums()) for number in range(7)]
        return WeekRetention(monday, sum(day.recalled for day in days), sum(day.recalls for day in days))

    def _level(self, state: CardState) -> float:
        stability = min((state.stability or 0.0) / MATURE_DAYS, 1.0)
        return self._scheduling.retrievability(state, self._now) * stability
