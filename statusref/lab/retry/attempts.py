"""When each case was asked, and what follows from that."""

from enum import Enum

from statusref.lab.retry.cases import MOST, Case, Later

_SLACK = {Later.SECONDS: 0.05, Later.DATE: 1.05}
"""Seconds that a client may be early. A date has no fractions, and many clients cut those of their clock, too."""


class Heeded(Enum):
    """What became of ``Retry-After``. The value names it in JSON."""

    NOT_ASKED = "not-asked"
    NO_RETRY = "no-retry"
    HEEDED = "heeded"
    IGNORED = "ignored"
    UNCLEAR = "unclear"
    """The client waits as long without the header, too."""


class Attempts:
    """The times of the requests by the name of their case, and by what time ``Retry-After`` asked to come back.

    All times are seconds of the same clock.
    """

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}
        self._asked: dict[str, float] = {}

    def note(self, case: Case, now: float) -> int:
        """Note a request and return which one it is, from 1."""
        times = self.times.setdefault(case.name, [])
        if len(times) < MOST:
            times.append(now)
        return len(times)

    def ask(self, case: Case, until: float) -> None:
        self._asked[case.name] = until

    def pauses(self, case: Case) -> list[float]:
        times = self.times.get(case.name, [])
        return [later - earlier for earlier, later in zip(times, times[1:], strict=False)]

    def asked_pause(self, case: Case) -> float:
        """Return how long the first answer asked to wait."""
        return self._asked[case.name] - self.times[case.name][0]

    def heeded(self, case: Case, later: Later, usual: float | None) -> Heeded:
        """Return what became of ``Retry-After``; ``usual`` is how long the client waits without it, if it does."""
        if case.name not in self.times:
            return Heeded.NOT_ASKED
        pauses = self.pauses(case)
        if not pauses:
            return Heeded.NO_RETRY
        asked = self.asked_pause(case) - _SLACK[later]
        if pauses[0] < asked:
            return Heeded.IGNORED
        return Heeded.UNCLEAR if usual is not None and usual >= asked else Heeded.HEEDED
