"""Counts of which the frequent ones are wanted, in memory that has a bound."""

from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

_MOST = 1024


class BoundedCounts(Generic[K]):
    """Keeps the counts of at most some thousand things. When there are more, the rarer half is forgotten.

    Counts are exact as long as there are no more than that. After that a thing may be counted too low, by what it had
    when it was forgotten: those that come often enough to be shown are not forgotten.
    """

    __slots__ = ("counts",)

    def __init__(self) -> None:
        self.counts: Counter[K] = Counter()

    def add(self, thing: K, count: int) -> None:
        self.counts[thing] += count
        if len(self.counts) > _MOST:
            self.counts = Counter(dict(self.counts.most_common(_MOST // 2)))
