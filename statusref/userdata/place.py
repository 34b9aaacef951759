"""The places of the user's files, found without Qt."""

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


def search_cache(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the path of the file in which a part of the search's indexes is kept. It may be deleted at any time.

    The folder is Qt's GenericCacheLocation.
    """
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "cache"
    elif platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        chosen = environment.get("XDG_CACHE_HOME", "")
        base = Path(chosen) if chosen.startswith("/") else home / ".cache"
    return base / "statusref" / "search.bin"
