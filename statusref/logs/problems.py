"""What can be wrong with a source of log lines."""

from enum import Enum


class Problem(Enum):
    """Why a source cannot be read, or not to its end. The value is the last part of the key of its words."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    DEVICE = "device"
    """A device such as ``/dev/zero``, which has no end, or a pipe or socket where a file is wanted."""
    NO_TEXT = "no_text"
    DAMAGED = "damaged"
    """Compressed data that is wrong."""
    CUT_SHORT = "cut_short"
    """Compressed data that ends in the middle; what came before it was read."""
    NO_ZSTD = "no_zstd"
    """Zstandard, and neither Python's module nor the package ``zstandard`` is there."""
    UNREADABLE = "unreadable"
    """Anything else that the system says."""


class SourceError(Exception):
    """A source cannot be read, or not to its end. ``reason`` is the system's own text, where there is one."""

    def __init__(self, problem: Problem, name: str, reason: str = "") -> None:
        self.problem = problem
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {problem.value} {reason}".rstrip())

    @property
    def key(self) -> str:
        """The key of the sentence to show, with the placeholders ``path`` and ``reason``."""
        return f"log.problem.{self.problem.value}"


def from_os_error(error: OSError, name: str) -> SourceError:
    """Return the error of the system as one of a source."""
    match error:
        case FileNotFoundError():
            problem = Problem.MISSING
        case IsADirectoryError():
            problem = Problem.FOLDER
        case PermissionError():
            problem = Problem.FORBIDDEN
        case _:
            problem = Problem.UNREADABLE
    return SourceError(problem, name, error.strerror or str(error))
