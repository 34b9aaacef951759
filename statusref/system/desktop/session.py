"""The desktop portal of the session, if there is one."""

from PySide6.QtCore import QObject

from statusref.system.desktop.appearance import Portal
from statusref.system.machine import Machine


def desktop_portal(machine: Machine, parent: QObject) -> Portal | None:
    """Return the desktop portal, which may know the appearance if Qt does not; None without a session bus."""
    if not machine.platform.startswith("linux") or not machine.environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from PySide6.QtDBus import QDBusConnection

    from statusref.system.desktop.portal import DesktopPortal

    return DesktopPortal(QDBusConnection.sessionBus(), parent)
