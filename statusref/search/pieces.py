"""Cuts what an index consists of into small pieces, to be saved and read one at a time."""

from array import array
from collections.abc import Generator, Iterator, Mapping, Sized
from typing import Any, TypeVar

K = TypeVar("K")

_SIZE = 250_000
"""Characters or bytes of a piece."""
_COMPACTED = 100_000
"""Numbers that are compacted in one slice at most."""
_MOST_IN_TWO_BYTES = 2**16 - 1
_ITEMS = 1000
"""Items of a piece of a dictionary."""


def cut(whole: "str | array[int]") -> Iterator[str | bytes | None]:
    """Yield the pieces of a text, or the type code and the pieces of an array, and None behind the last one."""
    if isinstance(whole, str):
        for first in range(0, len(whole), _SIZE):
            yield whole[first : first + _SIZE]
    else:
        numbers = compact(whole)
        yield numbers.typecode
        with memoryview(numbers).cast("B") as content:
            for first in range(0, len(content), _SIZE):
                yield content[first : first + _SIZE].tobytes()
    yield None


def text_of(pieces: Iterator[Any]) -> Generator[None, None, str]:
    """Take the pieces of one text and return it, in slices."""
    parts = []
    while (part := next(pieces)) is not None:
        parts.append(part)
        yield
    return "".join(parts)


def numbers_of(pieces: Iterator[Any]) -> Generator[None, None, "array[int]"]:
    """Take the pieces of one array and return it, in slices."""
    numbers: array[int] = array(next(pieces))
    while (part := next(pieces)) is not None:
        numbers.frombytes(part)
        yield
    return numbers


def compact(numbers: "array[int]") -> "array[int]":
    """Return the numbers in two bytes each if they have room there. Long arrays stay, because it would take long."""
    if len(numbers) > _COMPACTED or max(numbers, default=0) > _MOST_IN_TWO_BYTES:
        return numbers
    return array("H", numbers)


def cut_items(items: Mapping[K, Sized]) -> Iterator[list[tuple[K, Sized]] | None]:
    """Yield the pieces of a dictionary of texts or lists, and None behind the last one."""
    some: list[tuple[K, Sized]] = []
    size = 0
    for item in items.items():
        some.append(item)
        size += len(item[1])
        if len(some) == _ITEMS or size > _SIZE:
            yield some
            some, size = [], 0
    yield some
    yield None


def items_of(pieces: Iterator[Any]) -> Generator[None, None, dict[Any, Any]]:
    """Take the pieces of one dictionary and return it, in slices."""
    items: dict[Any, Any] = {}
    while (part := next(pieces)) is not None:
        items.update(part)
        yield
    return items
