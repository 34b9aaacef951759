"""Waits until the next card of a review comes due."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

_LONGEST_MS = 60_000
"""The clock may be set meanwhile, or the machine sleep: look again at least this often."""


class DueTimer(QTimer):
    """``timeout`` tells to look for cards again, once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSingleShot(True)

    def wait(self, time: timedelta) -> None:
        """Tell when ``time`` is over, or earlier."""
        milliseconds = int(time.total_seconds() * 1000) + 50
        self.start(min(max(milliseconds, 50), _LONGEST_MS))
