"""Cuts what an index consists of into small pieces, to be saved and read one at a time."""

from array import array
from collections.abc import Generator, Iterator
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")

_SIZE = 250_000
"""Characters or bytes of a piece."""
_COMPACTED = 100_000
"""Numbers that are compacted in one slice at most."""
_MOST_IN_TWO_BYTES = 2**16 - 1
_ITEMS = 4000
"""Items of a piece of a dictionary."""


def cut(whole: "str | array[int]") -> Iterator[str | bytes | None]:
    """Yield the pieces of a text, or the type code and the pieces of an array, and None behind the last one."""
    if isinstance(whole, str):
        content: str | bytes = whole
    else:
        numbers = compact(whole)
        yield numbers.typecode
        content = numbers.tobytes()
    for first in range(0, len(content), _SIZE):
        yield content[first : first + _SIZE]
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


def cut_items(items: dict[K, V]) -> Iterator[list[tuple[K, V]] | None]:
    """Yield the pieces of a dictionary, and None behind the last one."""
    pairs = list(items.items())
    for first in range(0, len(pairs), _ITEMS):
        yield pairs[first : first + _ITEMS]
    yield None


def items_of(pieces: Iterator[Any]) -> Generator[None, None, dict[Any, Any]]:
    """Take the pieces of one dictionary and return it, in slices."""
    items: dict[Any, Any] = {}
    while (part := next(pieces)) is not None:
        items.update(part)
        yield
    return items
