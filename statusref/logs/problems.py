"""The problems that a source of log lines can have."""

from enum import Enum


class Problem(Enum):
    """Why a source cannot be read, or not to its end. The value is the last part of a key in ``Words``."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    DEVICE = "device"
    """A device such as ``/dev/zero``, which has no end; or a pipe or socket in the place of a file."""
    NO_TEXT = "no_text"
    DAMAGED = "damaged"
    """The compressed data is damaged."""
    CUT_SHORT = "cut_short"
    """The compressed data ends too early. Everything before that was read."""
    NO_ZSTD = "no_zstd"
    """The data is Zstandard, but neither Python's module nor the package ``zstandard`` is installed."""
    UNREADABLE = "unreadable"
    """Any other error of the system."""


class SourceError(Exception):
    """A source cannot be read, or not to its end. ``reason`` is the system's own text, where there is one."""

    def __init__(self, problem: Problem, name: str, reason: str = "") -> None:
        self.problem = problem
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {problem.value} {reason}".rstrip())

    @property
    def key(self) -> str:
        """The key of the sentence to show; its placeholders are ``path`` and ``reason``."""
        return f"log.problem.{self.problem.value}"


def from_os_error(error: OSError, name: str) -> SourceError:
    """Convert an error of the system to a SourceError."""
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
