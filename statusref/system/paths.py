"""The paths of settings, user data, crash log and cache."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NAME = "statusref"


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths of files. Files and folders may not exist yet."""

    settings: Path
    data: Path
    log: Path
    search_cache: Path | None = None


def standard_paths() -> Paths:
    """Return the standard paths of the system. On Linux they follow ``XDG_CONFIG_HOME`` and the like."""
    config = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    cache = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation))
    return Paths(
        config / _NAME / "settings.ini",
        data / _NAME / "userdata.sqlite",
        data / _NAME / "crash.log",
        cache / _NAME / "search.bin",
    )
