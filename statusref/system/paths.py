"""Where settings and the user's data lie."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NAME = "statusref"


@dataclass(frozen=True, slots=True)
class Paths:
    """``settings`` and ``data`` are files, ``log`` too; their folders need not exist."""

    settings: Path
    data: Path
    log: Path


def standard_paths() -> Paths:
    """The places that the system sets aside for this; on Linux ``XDG_CONFIG_HOME`` and ``XDG_DATA_HOME`` say where."""
    config = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    return Paths(config / _NAME / "settings.ini", data / _NAME / "userdata.sqlite", data / _NAME / "crash.log")
