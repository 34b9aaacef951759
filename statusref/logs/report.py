"""What was read, as plain values."""

from typing import NamedTuple


class Place(NamedTuple):
    """A line of a file, counted from 1, and the time that the line itself has (ISO 8601 where it is understood)."""

    file: str
    line: int
    time: str | None


class Minute(NamedTuple):
    """``minute`` in ISO 8601 without seconds and zone, as the log has it."""

    minute: str
    count: int


class PathCount(NamedTuple):
    """The shape of a path, numbers and ids folded, and how many requests had it."""

    path: str
    count: int


class CodeReport(NamedTuple):
    """One code as clients got it.

    ``share`` is that of all answers. ``upstream``: how often servers behind answered which code meanwhile, the most
    frequent first. ``alone``: answers that the proxy gave without one from a server behind it. ``flags``: what proxies
    say about how these requests ended. ``minutes``: those around the first 5xx of the whole log, without those that
    have none.
    """

    code: int
    count: int
    share: float
    first: Place | None
    last: Place | None
    upstream: dict[int, int]
    alone: int
    flags: dict[str, int]
    paths: tuple[PathCount, ...]
    minutes: tuple[Minute, ...]


class FileReport(NamedTuple):
    """``layout`` is the name of the layout of the most lines, None for lines in no form that is known."""

    path: str
    layout: str | None
    lines: int


class Unsure(NamedTuple):
    """A number that may be a code, with its line (its beginning, if it is long)."""

    code: int
    file: str
    line: int
    text: str


class Report(NamedTuple):
    """All that was found. ``codes``: the most frequent first, then by number."""

    lines: int
    files: tuple[FileReport, ...]
    codes: tuple[CodeReport, ...]
    unsure: tuple[Unsure, ...]
