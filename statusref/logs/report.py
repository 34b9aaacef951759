"""The results of reading logs, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, counted from 1. ``time`` is the time in the line: ISO 8601, or as written if not understood."""

    file: str
    line: int
    time: str | None


@dataclass(frozen=True, slots=True)
class Minute:
    """How often a code came in one minute: ISO 8601 without seconds and zone, in the zone of the log."""

    minute: str
    count: int


@dataclass(frozen=True, slots=True)
class PathCount:
    """The shape of a path (see ``path_shapes``), and how many requests had it."""

    path: str
    count: int


@dataclass(frozen=True, slots=True)
class CodeReport:
    """One code as clients got it.

    ``share`` is the share of all responses, 0 to 1. ``upstream`` has, for the codes with which servers behind the proxy
    answered, how often they did; the most frequent first. ``alone`` is how many responses the proxy made itself,
    without a response from behind it. ``flags`` counts what proxies say about how these requests ended. ``minutes`` has
    the minutes around the first 5xx of the whole log in which the code occurs.
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
    """One source. ``layout`` is the layout of most of its lines; None if no layout was recognised."""

    path: str
    layout: str | None
    lines: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """A number that may be a code, with the text of its line (only the beginning of a long one)."""

    code: int
    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """All results. ``codes``: the most frequent first, then by number."""

    lines: int
    files: tuple[FileReport, ...]
    codes: tuple[CodeReport, ...]
    unsure: tuple[Unsure, ...]
