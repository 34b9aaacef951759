"""The colours of an HTTP message: start line bold, field names in the accent colour, content in grey."""

from collections.abc import Iterator
from enum import Enum


class Paint(Enum):
    """The style of a piece of a message."""

    START = "start"
    NAME = "name"
    QUIET = "quiet"
    PLAIN = "plain"


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
