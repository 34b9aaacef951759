"""How an HTTP message is coloured: start line strong, field names marked, the rest plain."""

from collections.abc import Iterator
from enum import Enum


class Paint(Enum):
    """How a piece of a message is drawn."""

    START = "start"
    NAME = "name"
    QUIET = "quiet"
    PLAIN = "plain"


def paint_message(line: str, number: int, message: str) -> Iterator[tuple[str, Paint]]:
    """Part line ``number`` (from 0) of ``message`` into pieces, each with its paint."""
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
