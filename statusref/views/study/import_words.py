"""Error messages for files that cannot be imported."""

from pathlib import Path

from statusref.study.import_errors import (
    ImportFileError,
    InvalidContentError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
    TooLargeError,
    UnreadableError,
)
from statusref.views.localizer import Localizer


def import_problem(localizer: Localizer, error: ImportFileError, path: Path) -> str:
    """Return a message that names the file and what is wrong with it."""
    values: dict[str, object] = {"path": path}
    match error:
        case UnreadableError():
            key, values["reason"] = "unreadable", error.reason
        case TooLargeError():
            key = "too-large"
        case NotJsonError():
            key, values["reason"] = "not-json", error.reason
        case NotOursError():
            key = "not-ours"
        case NewerFormatError():
            key, values["version"] = "newer", error.version
        case InvalidContentError():
            key = "invalid"
            values |= {"place": error.place, "reason": error.reason}
        case _:
            return str(error)
    return localizer.text(f"study.import.{key}", **values)
