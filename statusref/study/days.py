"""Study days. A study day begins at the rollover hour in the user's time zone, not at midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class StudyDays:
    """Converts between times and study days. 01:00 at night belongs to the day before."""

    zone: tzinfo
    rollover_hour: int

    def of(self, at: datetime) -> date:
        """Return the study day of a time with a zone."""
        return (at.astimezone(self.zone).replace(tzinfo=None) - timedelta(hours=self.rollover_hour)).date()

    def start(self, day: date) -> datetime:
        """Return the start of a study day, in UTC."""
        return datetime.combine(day, time(self.rollover_hour), self.zone).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """Return the end of a study day (the start of the next), in UTC."""
        return self.start(day + timedelta(days=1))
