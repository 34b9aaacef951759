"""Fixtures: a message bus of its own for a test with services on it, as processes; a folder whose permissions count."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from tests.userdata.conftest import public_folder

__all__ = ["public_folder"]

CHECKOUT = Path(__file__).resolve().parents[2]
NAME = "statusref tests"

Serve = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a bus that runs for one test."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def serve(address: str) -> Iterator[Serve]:
    """A function that starts a module of these tests as a service on the bus."""
    with ExitStack() as stack:

        def start(module: str) -> "subprocess.Popen[str]":
            command = [sys.executable, "-m", f"tests.system.{module}"]
            environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
            process = stack.enter_context(
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment
                )
            )
            stack.callback(process.terminate)
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            return process

        yield start


@pytest.fixture
def bus(qapp: object, address: str) -> Iterator[QDBusConnection]:
    bus = QDBusConnection.connectToBus(address, NAME)
    assert bus.isConnected()
    yield bus
    QDBusConnection.disconnectFromBus(NAME)


def say(service: "subprocess.Popen[str]", line: object) -> None:
    """Give a service a line to act on."""
    assert service.stdin is not None
    service.stdin.write(f"{line}\n")
    service.stdin.flush()
