"""Statistics of progress: forecast, retention, mastery of each code, calendar, streak and totals."""

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
"""A card with at least this stability, in days, counts as fully learnt."""


@dataclass(frozen=True, slots=True)
class WeekRetention:
    """Answers of one week to cards in the review phase (``recalls``), and how many were remembered (``recalled``)."""

    monday: date
    recalled: int
    recalls: int

    @property
    def share(self) -> float | None:
        """The share that was remembered, 0 to 1; None if there were no such answers."""
        return self.recalled / self.recalls if self.recalls else None


@dataclass(frozen=True, slots=True)
class Mastery:
    """How well an entry is known: ``level`` from 0 to 1. ``studied`` of its ``cards`` have been answered."""

    level: float
    studied: int
    cards: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Numbers of study days without a gap: the current series, which ends today or yesterday, and the longest one."""

    current: int
    longest: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals since the beginning. ``studied`` of all ``cards`` have been answered."""

    answers: int
    time_spent: timedelta
    studied: int
    cards: int


class Statistics:
    """Statistics at the time ``now``. All data is read when the object is made."""

    def __init__(self, records: Records, cards: Cards, days: StudyDays, now: datetime) -> None:
        states = records.states()
        self._cards = cards
        self._days = days
        self._now = now
        self._states = {card_id: state for card_id, state in states.items() if card_id in cards.by_id}
        self._sums = records.all_sums()
        self._scheduling = Scheduling(records.options(), days)
        self.today = days.of(now)

    def forecast(self, length: int = FORECAST_DAYS) -> tuple[int, ...]:
        """Return how many cards are due on each of ``length`` days from today on. Overdue cards count for today."""
        counts = [0] * length
        for state in self._states.values():
            if state.due is not None and not state.suspended:
                day = max((self._days.of(state.due) - self.today).days, 0)
                if day < length:
                    counts[day] += 1
        return tuple(counts)

    def retention(self, weeks: int = 12) -> tuple[WeekRetention, ...]:
        """Return the retention of the last ``weeks`` weeks including this one, the oldest first."""
        this_monday = self.today - timedelta(days=self.today.weekday())
        mondays = [this_monday - timedelta(weeks=number) for number in reversed(range(weeks))]
        return tuple(self._week(monday) for monday in mondays)

    def mastery(self) -> dict[str, Mastery]:
        """Return how well each entry is known, by id, in the order of the catalogue.

        An entry's level is the mean over the cards whose first entry it is. The level of a card is the probability that
        it is remembered now, times its stability divided by 21 days (at most 1).
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
        """Return the sums of all study days with answers, the earliest first."""
        return self._sums

    def streak(self) -> Streak:
        """Return the present and the longest series of study days."""
        longest = current = 0
        previous: date | None = None
        for day in self._sums:
            if day > self.today:
                break  # answered while the clock was ahead
            current = current + 1 if previous is not None and (day - previous).days == 1 else 1
            longest = max(longest, current)
            previous = day
        if previous is None or (self.today - previous).days > 1:
            current = 0
        return Streak(current, longest)

    def totals(self) -> Totals:
        """Return the totals since the beginning."""
        sums = self._sums.values()
        return Totals(
            answers=sum(day.answers for day in sums),
            time_spent=timedelta(milliseconds=sum(day.duration_ms for day in sums)),
            studied=sum(state.phase is not Phase.NEW for state in self._states.values()),
            cards=len(self._cards.by_id),
        )

    def _week(self, monday: date) -> WeekRetention:
        days = [self._sums.get(monday + timedelta(days=number), DaySums()) for number in range(7)]
        return WeekRetention(monday, sum(day.recalled for day in days), sum(day.recalls for day in days))

    def _level(self, state: CardState) -> float:
        stability = min((state.stability or 0.0) / MATURE_DAYS, 1.0)
        return self._scheduling.retrievability(state, self._now) * stability
