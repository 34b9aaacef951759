"""Whether there is a screen to open a window on."""

from collections.abc import Mapping


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened. ``platform`` is ``sys.platform``.

    False only on Linux and FreeBSD without X11 and Wayland, unless QT_QPA_PLATFORM names a platform that needs neither.
    """
    if not platform.startswith(("linux", "freebsd")):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
