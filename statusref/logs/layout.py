"""What a layout is. It knows where code, time and path are in the lines of one kind of log."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from statusref.logs.lazy_pattern import LazyPattern


class Rows(NamedTuple):
    """What a layout found in a block, as columns of equal length: one item for each line, in order.

    An item is empty if the line has no such value; a line without a code does not fit the layout. ``upstream`` has one
    or more codes of the servers behind a proxy, as written: ``504, 504, -``. ``flags`` has what a proxy says about how
    a request ended. ``lines`` are the numbers of the lines in the block, from 0. ``weights``, if given, is how many
    responses each line stands for.
    """

    codes: Sequence[bytes]
    times: Sequence[bytes]
    paths: Sequence[bytes]
    upstream: Sequence[bytes]
    flags: Sequence[bytes]
    lines: Sequence[int]
    weights: Sequence[int] | None = None


class Layout(Protocol):
    """Reads whole lines."""

    @property
    def name(self) -> str:
        """The name in reports."""

    @property
    def is_complete(self) -> bool:
        """Whether a line that does not fit has no code at all. If False, ``LineReader`` reads such lines."""

    def rows(self, block: bytes) -> Rows:
        """Return the values in the lines of ``block``."""


class PatternLayout:
    """A layout that is one pattern, anchored at the beginning of a line, with the groups of ``Rows`` by their names.

    The pattern must not match beyond the end of its line. Only the group ``code`` is required.
    """

    def __init__(self, name: str, pattern: bytes, *, is_complete: bool = False) -> None:
        self.name = name
        self.is_complete = is_complete
        self.line = LazyPattern(pattern)
        """The pattern for the beginning of one line."""

    @cached_property
    def _block(self) -> re.Pattern[bytes]:
        """A pattern that matches exactly one line, fitting or not, so that there is one result for each line."""
        return re.compile(b"(?:" + self.line.pattern + b")?[^\\n]*+\\n()")

    def rows(self, block: bytes) -> Rows:
        found = self._block.findall(block)
        columns = list(zip(*found, strict=True)) if found else []
        groups = self._block.groupindex
        empty = [b""] * len(found)

        def column(name: str) -> Sequence[bytes]:
            return columns[groups[name] - 1] if columns and name in groups else empty

        return Rows(
            column("code"), column("time"), column("path"), column("upstream"), column("flags"), range(len(found))
        )
