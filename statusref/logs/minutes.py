"""Counts by minute around the first 5xx."""

from collections import Counter
from datetime import datetime, timedelta

from statusref.logs.report import Minute

BEFORE = 10
AFTER = 20
"""How many minutes before and after the minute of the first 5xx are kept."""

_MOST = 8192
_MINUTE = timedelta(minutes=1)


class Minutes:
    """Counts the codes of each minute, and keeps only the minutes around the first 5xx.

    Time zones are ignored, because the zone does not change within a log.
    """

    __slots__ = ("_counts", "_first")

    def __init__(self) -> None:
        self._counts: Counter[tuple[datetime, int]] = Counter()
        self._first: datetime | None = None

    def add(self, time: datetime, code: int, count: int) -> None:
        minute = time.replace(second=0, microsecond=0, tzinfo=None)
        if self._first is not None and not self._is_near(minute):
            return
        self._counts[minute, code] += count
        if self._first is None and 500 <= code <= 599:
            self._first = minute
            self._forget()
        elif len(self._counts) > _MOST:
            self._forget()

    def of(self, code: int) -> tuple[Minute, ...]:
        """Return the minutes of a code in order; none if there was no 5xx at all."""
        if self._first is None:
            return ()
        found = sorted((minute, count) for (minute, its), count in self._counts.items() if its == code)
        return tuple(Minute(minute.strftime("%Y-%m-%dT%H:%M"), count) for minute, count in found)

    def _is_near(self, minute: datetime) -> bool:
        return self._first is not None and self._first - BEFORE * _MINUTE <= minute <= self._first + AFTER * _MINUTE

    def _forget(self) -> None:
        """Keep only the minutes that may be shown: around the first 5xx or, while there is none, the latest ones."""
        if self._first is None:
            latest = max(minute for minute, _ in self._counts)
            kept = [key for key in self._counts if latest - key[0] <= BEFORE * _MINUTE]
        else:
            kept = [key for key in self._counts if self._is_near(key[0])]
        self._counts = Counter({key: self._counts[key] for key in kept})
