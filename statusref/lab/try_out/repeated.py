"""``times=`` and ``mix=``: an address that does not answer the same each time."""

from collections import OrderedDict
from random import Random
from typing import TypeVar

from statusref.lab.requests import Request

T = TypeVar("T")

_MOST_ADDRESSES = 1000
_GOOD = 200


class Turns:
    """Remembers for each address how often it was asked."""

    def __init__(self) -> None:
        self._failures: OrderedDict[str, int] = OrderedDict()
        self._draws: OrderedDict[str, Random] = OrderedDict()

    def code(self, request: Request) -> int | None:
        """Return the code whose turn it is; None where the address itself decides."""
        if request.wanted.mix:
            return self._drawn(request)
        if request.wanted.times and self._has_failed_enough(request):
            return _GOOD
        return None

    def _drawn(self, request: Request) -> int:
        """With ``seed=``, the same address gives the same row of codes each time that the lab is started."""
        mix = request.wanted.mix
        draw = self._draws.pop(request.target, None) or Random(request.wanted.seed)  # noqa: S311 - a die, no secret
        _keep(self._draws, request.target, draw)
        return draw.choices([code for code, _ in mix], [share for _, share in mix])[0]

    def _has_failed_enough(self, request: Request) -> bool:
        """After the good answer, the failures begin anew."""
        failures = self._failures.pop(request.target, 0)
        if failures >= request.wanted.times:
            return True
        _keep(self._failures, request.target, failures + 1)
        return False


def _keep(kept: OrderedDict[str, T], target: str, value: T) -> None:
    kept[target] = value
    if len(kept) > _MOST_ADDRESSES:
        kept.popitem(last=False)
