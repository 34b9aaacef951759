"""The folders of the user's files, as texts: found without Qt, and without pathlib, which takes 3 ms of a hand-over."""

from collections.abc import Mapping


def data_folder(environment: Mapping[str, str], platform: str, home: str) -> str:
    """Return the folder of what the user wrote. ``platform`` is ``sys.platform``. It is in Qt's GenericDataLocation."""
    if platform == "win32":
        base = _windows(environment, home)
    elif platform == "darwin":
        base = f"{home}/Library/Application Support"
    else:
        base = _xdg(environment, "XDG_DATA_HOME", f"{home}/.local/share")
    return f"{base.rstrip('/')}/statusref"


def cache_folder(environment: Mapping[str, str], platform: str, home: str) -> str:
    """Return the folder of what may be deleted at any time. It is in Qt's GenericCacheLocation."""
    if platform == "win32":
        base = f"{_windows(environment, home)}/cache"
    elif platform == "darwin":
        base = f"{home}/Library/Caches"
    else:
        base = _xdg(environment, "XDG_CACHE_HOME", f"{home}/.cache")
    return f"{base.rstrip('/')}/statusref"


def _windows(environment: Mapping[str, str], home: str) -> str:
    return environment.get("LOCALAPPDATA") or f"{home}/AppData/Local"


def _xdg(environment: Mapping[str, str], name: str, default: str) -> str:
    """Return a folder of the XDG Base Directory Specification, which says to ignore relative paths."""
    chosen = environment.get(name, "")
    return chosen if chosen.startswith("/") else default
