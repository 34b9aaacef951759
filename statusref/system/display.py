"""Whether there is a screen to open a window on."""

from statusref.system.machine import Machine


def has_display(machine: Machine) -> bool:
    """Whether a window can be opened.

    False only on Linux and FreeBSD without X11 and Wayland, unless QT_QPA_PLATFORM names a platform that needs neither.
    """
    if not machine.platform.startswith(("linux", "freebsd")):
        return True
    chosen = machine.environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(machine.environment.get("DISPLAY") or machine.environment.get("WAYLAND_DISPLAY"))
