"""Where the user's data lies, found without Qt."""

from collections.abc import Mapping
from pathlib import Path


def data_file(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the path of the file, which need not exist. ``platform`` is ``sys.platform``.

    The folder is the one that Qt calls GenericDataLocation, so that window and command line share the file.
    """
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        chosen = environment.get("XDG_DATA_HOME", "")
        # The XDG base directory specification has relative paths ignored.
        base = Path(chosen) if chosen.startswith("/") else home / ".local" / "share"
    return base / "statusref" / "userdata.sqlite"
