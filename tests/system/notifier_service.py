"""A StatusNotifierWatcher for tests, as a separate process: each line on stdin says whether it has a host ("1", "0").

Run as ``python -m tests.system.notifier_service`` with the bus in ``DBUS_SESSION_BUS_ADDRESS``; prints ``ready``.
"""

import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QSocketNotifier, Signal
from PySide6.QtDBus import QDBusConnection

NAME = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"


@ClassInfo({"D-Bus Interface": NAME})  # type: ignore[call-arg]
class Watcher(QObject):  # type: ignore[operator]
    StatusNotifierHostRegistered = Signal()
    StatusNotifierHostUnregistered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_host = True

    def _is_host_registered(self) -> bool:
        return self._has_host

    IsStatusNotifierHostRegistered = Property(bool, _is_host_registered)

    def use_host(self, there: bool) -> None:
        self._has_host = there
        (self.StatusNotifierHostRegistered if there else self.StatusNotifierHostUnregistered).emit()


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    watcher = Watcher()
    assert bus.registerObject(PATH, watcher, QDBusConnection.RegisterOption.ExportAllContents)
    assert bus.registerService(NAME)

    def on_input() -> None:
        line = sys.stdin.readline().strip()
        if line:
            watcher.use_host(line == "1")
        else:
            app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_input)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
