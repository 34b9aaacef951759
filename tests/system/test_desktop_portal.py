"""The desktop portal on a real message bus, with the portal of portal_service."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from statusref.system.desktop.portal import DesktopPortal

CHECKOUT = Path(__file__).resolve().parents[2]
NAME = "statusref tests"

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a bus that runs for one test."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def service(address: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.system.portal_service"]
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.terminate()


@pytest.fixture
def bus(qapp: object, address: str) -> Iterator[QDBusConnection]:
    bus = QDBusConnection.connectToBus(address, NAME)
    assert bus.isConnected()
    yield bus
    QDBusConnection.disconnectFromBus(NAME)


def say(service: subprocess.Popen[str], value: int) -> None:
    assert service.stdin is not None
    service.stdin.write(f"{value}\n")
    service.stdin.flush()


def test_the_portal_is_read_and_followed(qtbot: QtBot, service: subprocess.Popen[str], bus: QDBusConnection) -> None:
    portal = DesktopPortal(bus)
    assert portal.read() == 1
    for value in (2, 1, 0):
        with qtbot.waitSignal(portal.changed, timeout=5000) as caught:
            say(service, value)
        assert caught.args == [value]


def test_a_bus_without_a_portal_has_no_answer(bus: QDBusConnection) -> None:
    assert DesktopPortal(bus).read() is None
