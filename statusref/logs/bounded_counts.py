"""Finds the most frequent of many things in limited memory."""

from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

_MOST = 1024


class BoundedCounts(Generic[K]):
    """Keeps the counts of at most 1024 things. When there are more, the less frequent half is deleted.

    Up to 1024 things, all counts are exact. With more, a count may be too low, because a deleted thing starts again at
    0. Things that are frequent enough to be shown are hardly ever deleted.
    """

    __slots__ = ("counts",)

    def __init__(self) -> None:
        self.counts: Counter[K] = Counter()

    def add(self, thing: K, count: int) -> None:
        self.counts[thing] += count
        if len(self.counts) > _MOST:
            self.counts = Counter(dict(self.counts.most_common(_MOST // 2)))
