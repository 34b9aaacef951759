"""Study days. A study day begins at the rollover hour in the user's time zone, not at midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class StudyDays:
    """Converts between times and study days. With a rollover hour of 4, 01:00 belongs to the day before.

    ``zone`` None means the time zone of the system, with daylight saving time as on each date.
    """

    zone: tzinfo | None
    rollover_hour: int

    def of(self, at: datetime) -> date:
        """Return the study day of a time with a zone."""
        return (self._local(at) - timedelta(hours=self.rollover_hour)).date()

    def start(self, day: date) -> datetime:
        """Return the start of a study day, in UTC."""
        return self._utc(datetime.combine(day, time(self.rollover_hour)))

    def end(self, day: date) -> datetime:
        """Return the end of a study day (the start of the next), in UTC."""
        return self.start(day + timedelta(days=1))

    def elapsed(self, earlier: datetime, later: datetime) -> int:
        """Return how many study days began between the two times; 0 if the clock was set back."""
        return max((self.of(later) - self.of(earlier)).days, 0)

    def later(self, at: datetime, days: int) -> datetime:
        """Return the time ``days`` later, in UTC. The local time of day stays the same, also when the clocks change."""
        return self._utc(self._local(at) + timedelta(days=days))

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone).replace(tzinfo=None)

    def _utc(self, local: datetime) -> datetime:
        return (local if self.zone is None else local.replace(tzinfo=self.zone)).astimezone(UTC)
