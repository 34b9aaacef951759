"""Recognises what belongs to mail, FTP, SIP, RTSP, SQL or a process."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from statusref.domain.foreign import Foreign


class ForeignNumber(NamedTuple):
    """A number of another system, and its half-open span in the text."""

    system: Foreign
    number: str
    start: int
    end: int


class ForeignSystems:
    """The systems are loaded and their patterns compiled when the first text with a number is looked at."""

    def __init__(self, load: Callable[[], Iterable[Foreign]]) -> None:
        self._load = load

    @cached_property
    def _patterns(self) -> list[tuple[Foreign, re.Pattern[str]]]:
        return [
            (system, re.compile("|".join(_numbered(system.patterns)), re.IGNORECASE | re.MULTILINE))
            for system in self._load()
        ]

    def prepare(self) -> None:
        """Load and compile."""
        _ = self._patterns

    def recognise(self, text: str) -> ForeignNumber | None:
        """Return the first number in ``text`` that belongs to another system, or None."""
        for system, pattern in self._patterns:
            match = pattern.search(text)
            if match is not None and match.lastgroup is not None:
                group = match.lastgroup
                return ForeignNumber(system, match[group], *match.span(group))
        return None


def _numbered(patterns: Iterable[str]) -> Iterable[str]:
    """Give the group ``number`` of each pattern a name of its own: a pattern may not have two groups of one name."""
    return (pattern.replace("(?P<number>", f"(?P<number{place}>") for place, pattern in enumerate(patterns))
