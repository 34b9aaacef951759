"""A desktop portal for tests, as a separate process: it reports "dark", and sends a signal for each number on stdin.

Run as ``python -m tests.system.portal_service`` with the bus in ``DBUS_SESSION_BUS_ADDRESS``; prints ``ready``.
"""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
NAMESPACE = "org.freedesktop.appearance"
KEY = "color-scheme"
DARK = 1


@ClassInfo({"D-Bus Interface": INTERFACE})  # type: ignore[call-arg]
class Service(QObject):  # type: ignore[operator]
    """Answers like xdg-desktop-portal, with a variant inside a variant."""

    @Slot(str, str, result=QDBusVariant)
    def Read(self, namespace: str, key: str) -> QDBusVariant:
        return QDBusVariant(QDBusVariant(DARK if (namespace, key) == (NAMESPACE, KEY) else 0))


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    service = Service()
    assert bus.registerObject(PATH, service, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService("org.freedesktop.portal.Desktop")

    def on_input() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            app.quit()
            return
        message = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
        message.setArguments([NAMESPACE, KEY, QDBusVariant(int(line))])
        bus.send(message)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_input)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
