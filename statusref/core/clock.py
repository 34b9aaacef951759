"""The user's clock."""

import time
from datetime import UTC, datetime


def now_here() -> datetime:
    """Return the present time in the user's zone."""
    # Without this, a process does not notice that the system's zone was changed, as on a journey. Windows has no such
    # function and needs none.
    getattr(time, "tzset", lambda: None)()
    return datetime.now(UTC).astimezone()
