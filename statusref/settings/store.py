"""Opens the settings file, and sets a damaged one aside."""

from pathlib import Path

from PySide6.QtCore import QSettings


def open_store(path: Path) -> tuple[QSettings, Path | None]:
    """Open the INI file ``path``, which need not exist.

    A file that is no settings file is renamed to end in ``.broken``, and that path is returned beside fresh settings.
    A file that
    cannot be read or renamed stays where it is; the settings then live in memory only.
    """
    broken = None
    if path.exists() and not _readable(path):
        broken = path.with_name(path.name + ".broken")
        try:
            path.replace(broken)
        except OSError:
            broken = path
    return QSettings(str(path), QSettings.Format.IniFormat), broken


def _readable(path: Path) -> bool:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    # QSettings takes nearly any bytes for settings: it reads what it can and would drop the rest at the next write.
    lines = [line.strip() for line in text.splitlines()]
    return "\0" not in text and all(not line or line.startswith(("[", ";")) or "=" in line for line in lines)
