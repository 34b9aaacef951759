"""The desktop portal's colour scheme over D-Bus (``org.freedesktop.portal.Settings``)."""

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusVariant

from statusref.system.desktop.appearance import Portal

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_NAMESPACE = "org.freedesktop.appearance"
_KEY = "color-scheme"
_TIMEOUT_MS = 300


class DesktopPortal(Portal):
    """The desktop portal on ``bus``: reads ``color-scheme`` and reports its changes."""

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        signature = "_on_setting_changed(QString,QString,QDBusVariant)"
        bus.connect(_SERVICE, _PATH, _INTERFACE, "SettingChanged", self, SLOT(signature))  # type: ignore[call-overload]  # the stub says bytes, but only str works

    def read(self) -> int | None:
        """Ask the portal. Return None if there is none, or if it does not answer within 300 ms."""
        interface = QDBusInterface(_SERVICE, _PATH, _INTERFACE, self._bus)
        interface.setTimeout(_TIMEOUT_MS)
        reply = interface.call("Read", _NAMESPACE, _KEY)
        if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            return None
        return _number(reply.arguments()[0])

    @Slot(str, str, QDBusVariant)
    def _on_setting_changed(self, namespace: str, key: str, value: QDBusVariant) -> None:
        number = _number(value)
        if (namespace, key) == (_NAMESPACE, _KEY) and number is not None:
            self.changed.emit(number)


def _number(value: object) -> int | None:
    """Return the number in a variant. ``Read`` returns a variant inside a variant."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value if isinstance(value, int) else None
