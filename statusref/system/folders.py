"""The folders of the user's files, as strings: one rule for the whole program, without Qt and pathlib.

A folder that an environment variable of XDG names comes first, then the folder ``data`` beside the program, then Qt's
generic locations. LOCALAPPDATA counts as one of these, and not as an own choice of the user: Windows always sets it.
"""

from statusref.system.machine import Machine

_NAME = "statusref"


def data_folder(machine: Machine) -> str:
    """Return the folder of the user data."""
    return _folder(machine, "XDG_DATA_HOME", windows="", mac="Library/Application Support", other=".local/share")


def settings_folder(machine: Machine) -> str:
    """Return the folder of the settings."""
    return _folder(machine, "XDG_CONFIG_HOME", windows="", mac="Library/Preferences", other=".config")


def cache_folder(machine: Machine) -> str:
    """Return the folder of files that may be deleted at any time."""
    return _folder(machine, "XDG_CACHE_HOME", windows="cache", mac="Library/Caches", other=".cache")


def _folder(machine: Machine, variable: str, *, windows: str, mac: str, other: str) -> str:
    named = "" if machine.platform in {"win32", "darwin"} else machine.environment.get(variable, "")
    # The XDG Base Directory Specification says to ignore relative paths.
    if named.startswith("/"):
        return f"{named.rstrip('/')}/{_NAME}"
    if machine.portable:
        return machine.portable
    if machine.platform == "win32":
        local = machine.environment.get("LOCALAPPDATA") or f"{machine.home}\\AppData\\Local"
        return "\\".join(filter(None, (local.rstrip("\\/"), windows, _NAME)))
    return f"{machine.home.rstrip('/')}/{mac if machine.platform == 'darwin' else other}/{_NAME}"
