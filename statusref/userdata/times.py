"""Times in the file: whole microseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST = (datetime(1, 1, 3, tzinfo=UTC) - _EPOCH) // _MICROSECOND
_LAST = (datetime(9999, 12, 29, tzinfo=UTC) - _EPOCH) // _MICROSECOND
"""Two days from the ends, so that the same time exists in every zone."""


def to_micros(time: datetime) -> int:
    """Return the microseconds since 1970 of a time that has a zone. Raises ValueError if it has none."""
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    return (time - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the time in UTC. What lies outside the years 1 to 9999 becomes the nearest time inside."""
    return _EPOCH + timedelta(microseconds=min(max(micros, _FIRST), _LAST))
