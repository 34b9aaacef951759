"""What was read, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, counted from 1, and the time that the line itself has (ISO 8601 where it is understood)."""

    file: str
    line: int
    time: str | None


@dataclass(frozen=True, slots=True)
class Minute:
    """``minute`` in ISO 8601 without seconds and zone, as the log has it."""

    minute: str
    count: int


@dataclass(frozen=True, slots=True)
class PathCount:
    """The shape of a path, numbers and ids folded, and how many requests had it."""

    path: str
    count: int


@dataclass(frozen=True, slots=True)
class CodeReport:
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


@dataclass(frozen=True, slots=True)
class FileReport:
    """``layout`` is the name of the layout of the most lines, None for lines in no form that is known."""

    path: str
    layout: str | None
    lines: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """A number that may be a code, with its line (its beginning, if it is long)."""

    code: int
    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found. ``codes``: the most frequent first, then by number."""

    lines: int
    files: tuple[FileReport, ...]
    codes: tuple[CodeReport, ...]
    unsure: tuple[Unsure, ...]
