"""Opens the settings file, and renames a damaged one."""

from pathlib import Path

from PySide6.QtCore import QSettings

from statusref.system.files import replace


def open_store(path: Path) -> tuple[QSettings, Path | None]:
    """Open the INI file ``path``, which need not exist. Return the settings, and the path of a damaged file or None.

    A damaged file is renamed to ``<name>.broken``, and the settings start empty. A damaged file that cannot be renamed
    stays where it is, and its own path is returned.
    """
    broken = None
    if path.exists() and not _readable(path):
        broken = path.with_name(path.name + ".broken")
        try:
            replace(path, broken)
        except OSError:
            broken = path
    return QSettings(str(path), QSettings.Format.IniFormat), broken


def _readable(path: Path) -> bool:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    # QSettings accepts nearly any bytes: it reads what it understands, and the next write deletes the rest.
    lines = [line.strip() for line in text.splitlines()]
    return "\0" not in text and all(not line or line.startswith(("[", ";")) or "=" in line for line in lines)
