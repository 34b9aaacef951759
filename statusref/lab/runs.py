"""What was noted of the clients that asked last."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_MOST = 8
"""One more takes the place of the one that was asked least recently: what one keeps may be a megabyte."""

R = TypeVar("R")


class Runs(Generic[R]):
    """Runs by their names, which are chosen by whoever asks; ``make`` gives a new one."""

    def __init__(self, make: Callable[[], R]) -> None:
        self._make = make
        self._runs: OrderedDict[str, R] = OrderedDict()

    def get(self, name: str) -> R | None:
        return self._runs.get(name)

    def open(self, name: str) -> R:
        """Return the run with this name, a new one if there is none."""
        run = self._runs.pop(name, None) or self._make()
        self._runs[name] = run
        if len(self._runs) > _MOST:
            self._runs.popitem(last=False)
        return run
