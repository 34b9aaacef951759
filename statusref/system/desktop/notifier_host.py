"""Whether the desktop shows the icons that programs register over D-Bus (StatusNotifierItem), as KDE and Xfce do."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusServiceWatcher

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"
_HOST_SIGNALS = ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered")
_TIMEOUT_MS = 300


class NotifierHost(QObject):
    """Asks the watcher, a service on ``bus`` that knows the hosts, such as panels.

    ``changed`` is emitted when the watcher, or a host, starts or ends.
    """

    changed = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        services = QDBusServiceWatcher(_WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self)
        services.serviceOwnerChanged.connect(self._on_owner_changed)
        for name in _HOST_SIGNALS:
            bus.connect("", _PATH, _WATCHER, name, self, SLOT("_on_host_changed()"))  # type: ignore[call-overload]  # the stub says bytes, but only str works

    @property
    def has_watcher(self) -> bool:
        """Whether the watcher is running now, so that icons are shown over D-Bus on this desktop."""
        return bool(self._bus.interface().isServiceRegistered(_WATCHER).value())

    @property
    def is_there(self) -> bool:
        """Whether there are a watcher and a host. If the watcher does not answer within 300 ms, there is no host."""
        if not self.has_watcher:
            return False
        watcher = QDBusInterface(_WATCHER, _PATH, _WATCHER, self._bus)
        watcher.setTimeout(_TIMEOUT_MS)
        return watcher.property("IsStatusNotifierHostRegistered") is True

    @Slot(str, str, str)
    def _on_owner_changed(self, _service: str, _before: str, _after: str) -> None:
        self.changed.emit()

    @Slot()
    def _on_host_changed(self) -> None:
        self.changed.emit()
