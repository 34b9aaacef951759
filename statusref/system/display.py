"""Whether there is a screen to open a window on."""

from collections.abc import Mapping


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """False on Linux and its like without X11 or Wayland, unless Qt was told to use a platform that needs neither."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
