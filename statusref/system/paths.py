"""The paths of settings, user data, crash log and cache: the same for the window and the command line."""

from pathlib import Path
from typing import NamedTuple

from statusref.system.folders import cache_folder, data_folder, settings_folder
from statusref.system.machine import Machine


class Paths(NamedTuple):
    """Paths of files, and of the cache folder. They may not exist yet; the cache may be deleted at any time."""

    settings: Path
    data: Path
    log: Path
    cache: Path | None = None


def standard_paths(machine: Machine) -> Paths:
    """Return where the files of this user lie."""
    data = Path(data_folder(machine))
    return Paths(
        Path(settings_folder(machine), "settings.ini"),
        data / "userdata.sqlite",
        data / "crash.log",
        Path(cache_folder(machine)),
    )
