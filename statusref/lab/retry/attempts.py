"""When each address was asked, and what follows from that."""

from enum import Enum
from itertools import pairwise

from statusref.lab.retry.cases import MOST, Asking, Failing, Later

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
    """The times of the requests by the name of their case and their method, in seconds of one clock."""

    def __init__(self) -> None:
        self._times: dict[tuple[str, str], list[float]] = {}
        self._asked: dict[str, tuple[str, float]] = {}

    @property
    def is_empty(self) -> bool:
        return not self._times

    def note(self, case: Failing | Asking, method: str, now: float) -> int:
        """Note a request and return which one it is, from 1."""
        times = self._times.setdefault((case.name, method), [])
        if len(times) < MOST:
            times.append(now)
        return len(times)

    def ask(self, case: Asking, method: str, until: float) -> None:
        """Note that the first answer to a request with ``method`` asked to come back at ``until``."""
        self._asked[case.name] = method, until

    def count(self, case: Failing, method: str) -> int:
        return len(self._times.get((case.name, method), ()))

    def pauses(self, case: Failing | Asking, method: str) -> list[float]:
        times = self._times.get((case.name, method), [])
        return [later - earlier for earlier, later in pairwise(times)]

    def waited(self, case: Asking) -> tuple[float, float | None] | None:
        """Return how long a client was asked to wait, and how long it did if it came back; None if it never asked."""
        if case.name not in self._asked:
            return None
        method, until = self._asked[case.name]
        asked = until - self._times[case.name, method][0]
        return asked, next(iter(self.pauses(case, method)), None)

    def heeded(self, case: Asking) -> Heeded:
        waited = self.waited(case)
        if waited is None:
            return Heeded.NOT_ASKED
        asked, pause = waited
        if pause is None:
            return Heeded.NO_RETRY
        least = asked - _SLACK[case.later]
        if pause < least:
            return Heeded.IGNORED
        usual = self.pauses(Failing(str(case.code), case.code), self._asked[case.name][0])
        return Heeded.UNCLEAR if usual and usual[0] >= least else Heeded.HEEDED
