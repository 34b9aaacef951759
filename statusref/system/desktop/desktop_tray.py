"""The icon in the tray of the desktop, as Qt makes it: over D-Bus, on X11, on Windows, on macOS."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from statusref.system.desktop.tray import Tray

if TYPE_CHECKING:
    # Loaded only where there is a bus.
    from statusref.system.desktop.notifier_host import NotifierHost

_EMBEDDED = "QSystemTrayIconSys"
"""Qt's class for an icon inside an X11 tray. Its destruction is the only sign that the tray has gone."""


class DesktopTray(Tray):
    """``menu`` opens in the way of the desktop. If a host appears later, or again, the icon is shown again."""

    def __init__(self, icon: QIcon, menu: QMenu) -> None:
        super().__init__()
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("StatusRef")
        self._menu = menu  # Qt does not own it
        self._icon.setContextMenu(menu)
        if sys.platform != "darwin":  # on macOS every click opens the menu
            self._icon.activated.connect(self._on_activated)
        self._embedded: QWidget | None = None
        self._notifier = _notifier_host()
        if self._notifier is not None:
            self._notifier.changed.connect(self._on_notifier_changed)
        self._had_host = self._has_host
        self._icon.show()

    def watch_host(self) -> bool:
        if self._embedded is None:
            kinds = {widget.metaObject().className(): widget for widget in QApplication.topLevelWidgets()}
            self._embedded = kinds.get(_EMBEDDED)
            if self._embedded is not None:
                self._embedded.destroyed.connect(self._on_embedded_destroyed)
        return self._has_host

    def remove(self) -> None:
        self._icon.hide()
        self.deleteLater()

    @property
    def _has_host(self) -> bool:
        if self._notifier is not None and self._notifier.has_watcher:
            return self._notifier.is_there
        return QSystemTrayIcon.isSystemTrayAvailable()

    @Slot()
    def _on_notifier_changed(self) -> None:
        had_host, self._had_host = self._had_host, self._has_host
        if self._had_host and not had_host:
            # Qt chooses between D-Bus and X11 when the icon is shown, so it is shown again.
            self._icon.hide()
            self._icon.show()
        elif had_host and not self._had_host:
            self.host_lost.emit()

    @Slot()
    def _on_embedded_destroyed(self) -> None:
        self._embedded = None
        QTimer.singleShot(0, self._look_for_host)

    @Slot()
    def _look_for_host(self) -> None:
        if not self.watch_host():
            self.host_lost.emit()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.clicked.emit()


def _notifier_host() -> "NotifierHost | None":
    """Return the object that watches for hosts on the session bus; None if there is no such bus."""
    if not sys.platform.startswith("linux") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from PySide6.QtDBus import QDBusConnection

    from statusref.system.desktop.notifier_host import NotifierHost

    return NotifierHost(QDBusConnection.sessionBus())
