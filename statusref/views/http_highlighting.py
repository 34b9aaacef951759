"""The colours of an HTTP message: start line bold, field names in the accent colour, content in grey."""

from collections.abc import Callable, Iterator
from enum import Enum


class Paint(Enum):
    """The style of a piece of a message."""

    START = "start"
    NAME = "name"
    QUIET = "quiet"
    PLAIN = "plain"


PaintLine = Callable[[str, int, str], Iterator[tuple[str, Paint]]]
"""Splits a line of a listing, given its number from 0 and the whole listing, into pieces with their styles."""


def paint_code(line: str, _number: int, _listing: str) -> Iterator[tuple[str, Paint]]:
    """Leave a line of a program as it is."""
    yield line, Paint.PLAIN


def paint_message(line: str, number: int, message: str) -> Iterator[tuple[str, Paint]]:
    """Split line ``number`` (from 0) of ``message`` into pieces with their styles."""
    if number == 0:
        yield line, Paint.START
        return
    head, _, _ = message.partition("\n\n")
    name, colon, value = line.partition(":")
    if number <= head.count("\n") and colon:
        yield name, Paint.NAME
        yield colon + value, Paint.PLAIN
    else:
        yield line, Paint.QUIET
