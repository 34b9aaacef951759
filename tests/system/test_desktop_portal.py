"""The desktop portal on a real message bus, with the portal of portal_service."""

from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from statusref.system.desktop.portal import DesktopPortal
from tests.system.conftest import Serve, say


def test_the_portal_is_read_and_followed(qtbot: QtBot, serve: Serve, bus: QDBusConnection) -> None:
    service = serve("portal_service")
    portal = DesktopPortal(bus)
    assert portal.read() == 1
    for value in (2, 1, 0):
        with qtbot.waitSignal(portal.changed, timeout=5000) as caught:
            say(service, value)
        assert caught.args == [value]


def test_a_bus_without_a_portal_has_no_answer(bus: QDBusConnection) -> None:
    assert DesktopPortal(bus).read() is None
