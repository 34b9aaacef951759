"""Times in the file are whole microseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST = (datetime(1, 1, 3, tzinfo=UTC) - _EPOCH) // _MICROSECOND
_LAST = (datetime(9999, 12, 29, tzinfo=UTC) - _EPOCH) // _MICROSECOND
"""Two days after the first and before the last day of datetime, so that both exist in every time zone."""


def to_micros(time: datetime) -> int:
    """Return a time in microseconds since 1970. Raises ValueError if it has no zone."""
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    return (time - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the time in UTC. A value before ``_FIRST`` or after ``_LAST`` becomes that one."""
    return _EPOCH + timedelta(microseconds=min(max(micros, _FIRST), _LAST))
