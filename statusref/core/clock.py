"""The user's clock."""

from datetime import UTC, datetime, tzinfo


def now_here() -> datetime:
    """Return the present time in the user's zone."""
    return datetime.now(UTC).astimezone()


def zone_here() -> tzinfo:
    """Return the user's zone as it is at this moment: a journey or summer time may have changed it."""
    return now_here().tzinfo or UTC
