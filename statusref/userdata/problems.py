"""The problems that the user data file can have. The window shows a sentence for each."""

from pathlib import Path
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T", bound=type[tuple[Any, ...]])


def _equal_to_its_kind(kind: T) -> T:
    """Let problems be equal only if they are of one kind: named tuples are equal if their values are."""

    def equals(one: tuple[Any, ...], other: object) -> bool:
        return isinstance(other, tuple) and type(one) is type(other) and tuple(one) == tuple(other)

    def differs(one: tuple[Any, ...], other: object) -> bool:
        return not equals(one, other)

    for name, method in {"__eq__": equals, "__ne__": differs}.items():
        setattr(kind, name, method)
    return kind


@_equal_to_its_kind
class Damaged(NamedTuple):
    """The file could not be read.

    ``set_aside`` is the path it was moved to; a new file has taken its place. It is None if the file could not be
    moved (it stays as it is, and data is only kept in memory) or was empty. ``backup`` is the newest undamaged backup,
    or None.
    """

    path: Path
    set_aside: Path | None
    backup: Path | None


@_equal_to_its_kind
class ReadOnly(NamedTuple):
    """The file or its folder cannot be written. Its data is shown; changes are kept in memory."""

    path: Path


@_equal_to_its_kind
class Locked(NamedTuple):
    """Another process has locked the file. Changes are kept in memory until it is free."""

    path: Path


@_equal_to_its_kind
class Newer(NamedTuple):
    """A newer version of the application wrote the file. It is not touched; changes are in memory and not saved."""

    path: Path
    version: int


@_equal_to_its_kind
class DiskFull(NamedTuple):
    """The disk is full. Saved data is safe; changes are kept in memory, and each change tries to save them again."""

    path: Path


@_equal_to_its_kind
class Unavailable(NamedTuple):
    """The file cannot be used for another reason: the message of the operating system or SQLite."""

    path: Path
    reason: str


Problem = Damaged | ReadOnly | Locked | Newer | DiskFull | Unavailable
