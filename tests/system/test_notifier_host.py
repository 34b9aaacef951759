"""Icons over D-Bus, on a real message bus, with the watcher of notifier_service."""

from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from statusref.system.desktop.notifier_host import NotifierHost
from tests.system.conftest import Serve, say


def test_hosts_come_and_go(qtbot: QtBot, serve: Serve, bus: QDBusConnection) -> None:
    host = NotifierHost(bus)
    assert not host.has_watcher
    assert not host.is_there
    with qtbot.waitSignal(host.changed, timeout=5000):
        service = serve("notifier_service")
    assert host.is_there
    with qtbot.waitSignal(host.changed, timeout=5000):
        say(service, 0)
    assert host.has_watcher
    assert not host.is_there
    with qtbot.waitSignal(host.changed, timeout=5000):
        say(service, 1)
    assert host.is_there
    with qtbot.waitSignal(host.changed, timeout=5000):
        service.terminate()
    assert not host.is_there
