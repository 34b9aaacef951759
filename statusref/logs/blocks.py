"""Divides the bytes of a source into blocks of whole lines."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from statusref.logs.encodings import lines_as_utf8

_LONGEST = 64 * 1024
"""The most bytes of one line that are kept in memory. A longer line is read in parts."""
_NEAR_END = 4096


class Block(NamedTuple):
    """Whole lines, each with its line feed, or a part of one line that is too long to be read as a whole."""

    data: bytes
    is_part: bool = False


def blocks(read: Callable[[int], bytes], size: int) -> Iterator[Block]:
    """Yield blocks of about ``size`` bytes at most (one line of up to 64 KiB more), each as soon as it was read."""
    rest = b""
    inside = False  # whether a part of the current line was yielded already
    while piece := read(size):
        data = rest + piece
        rest = b""
        if inside:
            end = data.find(b"\n") + 1
            if end:
                yield Block(data[:end], is_part=True)
                data = data[end:]
                inside = False
        end = data.rfind(b"\n") + 1
        if end:
            yield Block(_tidy(data[:end]))
        rest = data[end:]
        if len(rest) > _LONGEST or (inside and rest):
            cut = _safe_cut(rest)
            yield Block(rest[:cut], is_part=True)
            rest = rest[cut:]
            inside = True
    if rest or inside:
        yield Block(rest + b"\n", is_part=True) if inside else Block(_tidy(rest + b"\n"))


def _tidy(lines: bytes) -> bytes:
    return lines_as_utf8(lines.replace(b"\r\n", b"\n"))


def _safe_cut(part: bytes) -> int:
    """Return a place near the end of ``part`` that cuts no number, word or address: after a comma, brace or space."""
    start = max(0, len(part) - _NEAR_END)
    return max(part.rfind(mark, start) for mark in (b",", b"}", b" ", b"\n")) + 1 or len(part)
