"""The paths of settings, user data and crash log."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NAME = "statusref"


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths of three files. Files and folders may not exist yet."""

    settings: Path
    data: Path
    log: Path


def standard_paths() -> Paths:
    """Return the standard paths of the system. On Linux they follow ``XDG_CONFIG_HOME`` and ``XDG_DATA_HOME``."""
    config = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    return Paths(config / _NAME / "settings.ini", data / _NAME / "userdata.sqlite", data / _NAME / "crash.log")
