"""The user's clock."""

import time
from datetime import UTC, datetime


def now_here() -> datetime:
    """Return the current time in the user's time zone."""
    # Without tzset, a running process does not notice when the user changes the system's time zone. Windows has no such
    # function and does not need it.
    getattr(time, "tzset", lambda: None)()
    return datetime.now(UTC).astimezone()
