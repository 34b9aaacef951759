"""A dictionary of lists that are hardly ever looked at."""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Packed(Generic[T]):
    """For each key a list, kept as bytes: these take a third of the memory of the list and of what is in it.

    The lists contain what ``marshal`` supports.
    """

    __slots__ = ("state",)

    def __init__(self, state: dict[str, bytes]) -> None:
        self.state = state

    @classmethod
    def of(cls, lists: Mapping[str, Sequence[Any]]) -> "Packed[T]":
        return cls({key: marshal.dumps(list(items)) for key, items in lists.items()})

    def __bool__(self) -> bool:
        return bool(self.state)

    def get(self, key: str) -> Sequence[T]:
        """Return the list of ``key``; an empty one if there is none."""
        packed = self.state.get(key)
        items: Sequence[T] = () if packed is None else marshal.loads(packed)  # noqa: S302 (made in ``of``)
        return items

    def having(self, keys: Iterable[str]) -> dict[str, Sequence[T]]:
        """Return the lists of those of ``keys`` that have one."""
        return {key: self.get(key) for key in self.state.keys() & keys}
