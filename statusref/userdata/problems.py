"""What can be off with the file of user data. The window turns these into words."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Damaged:
    """The file could not be read.

    It now lies at ``set_aside`` and a fresh one took its place; None where it could not be moved (it is then left as it
    is, and everything works in memory) or where it was empty. ``backup`` is the newest backup that is whole, or None.
    """

    path: Path
    set_aside: Path | None
    backup: Path | None


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """The file or its folder must not be written. What it holds is shown; changes stay in memory."""

    path: Path


@dataclass(frozen=True, slots=True)
class Locked:
    """Another process holds the file. Changes stay in memory until it lets go."""

    path: Path


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of the application wrote the file. It is left untouched; changes stay in memory, unsaved."""

    path: Path
    version: int


@dataclass(frozen=True, slots=True)
class DiskFull:
    """There is no room. What was saved is safe; changes stay in memory and saving is tried again with each."""

    path: Path


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The file cannot be used for another reason, in the operating system's or SQLite's words."""

    path: Path
    reason: str


Problem = Damaged | ReadOnly | Locked | Newer | DiskFull | Unavailable
