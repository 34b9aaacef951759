"""Study days: they begin at the rollover hour, in the user's zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class StudyDays:
    """Tells the study day of a time. What is learnt at one in the night belongs to the day before."""

    zone: tzinfo
    rollover_hour: int

    def of(self, at: datetime) -> date:
        """Return the study day of a time that has a zone."""
        return (at.astimezone(self.zone).replace(tzinfo=None) - timedelta(hours=self.rollover_hour)).date()

    def start(self, day: date) -> datetime:
        """Return the first instant of a study day, in UTC."""
        return datetime.combine(day, time(self.rollover_hour), self.zone).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """Return the first instant after a study day, in UTC."""
        return self.start(day + timedelta(days=1))
