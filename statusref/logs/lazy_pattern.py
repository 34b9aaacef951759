"""Patterns that are compiled when they are first used: all of them together take longer than a start may."""

import re
from collections.abc import Callable

Search = Callable[..., re.Match[bytes] | None]


class LazyPattern:
    """A pattern over bytes, with the methods of a compiled one that this room needs."""

    match: Search
    search: Search

    def __init__(self, pattern: bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Search:
        """Compile at the first use of ``match`` or ``search``; from then on, they are plain attributes."""
        if name not in {"match", "search"}:
            raise AttributeError(name)
        self.compile()
        return self.match if name == "match" else self.search

    def compile(self) -> None:
        """Make the first use cheap."""
        compiled = re.compile(self.pattern, self._flags)
        self.match = compiled.match
        self.search = compiled.search
