"""The place of the user data file, found without Qt."""

from collections.abc import Mapping
from pathlib import Path


def data_file(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the path of the file, which may not exist yet. ``platform`` is ``sys.platform``.

    The folder is Qt's GenericDataLocation, so that the window and the command line use the same file.
    """
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        chosen = environment.get("XDG_DATA_HOME", "")
        # The XDG Base Directory Specification says to ignore relative paths.
        base = Path(chosen) if chosen.startswith("/") else home / ".local" / "share"
    return base / "statusref" / "userdata.sqlite"
