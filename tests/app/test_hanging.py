"""A window that is still starting is waited for, one that hangs is not. Each is a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from statusref.app import window_command
from statusref.app.handover import PATIENCE_S, hand_over
from statusref.cli.exit_codes import OK
from statusref.cli.requests import OpenWindow
from statusref.system import channel
from statusref.system.machine import Machine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a named pipe there: see test_named_pipe")

WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from statusref.app.instance import listen
from statusref.system.machine import Machine
qt = QCoreApplication([])
instance = listen(Machine.this(), sys.argv[1], lambda request, token: print(request.code, flush=True))
print("listens", flush=True)
sys.stdin.readline()
QTimer.singleShot(0, instance.tell_started)
QTimer.singleShot(0, lambda: print("started", flush=True))
qt.exec()
"""
"""Listens as the window does. Until it gets a line it is busy, as the window is until it is painted."""


class Window:
    """A process that listens at ``address``."""

    def __init__(self, address: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.next_line() == "listens"

    def next_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def go_on(self) -> None:
        """Come to the end of the start."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def hang(self) -> None:
        if sys.platform == "win32":
            pytest.skip("there is no such signal")
        os.kill(self.process.pid, signal.SIGSTOP)

    def end(self) -> None:
        with self.process as process:
            process.kill()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return Machine(sys.platform, {"DISPLAY": ":0", "XDG_RUNTIME_DIR": str(tmp_path)}, str(tmp_path))


@pytest.fixture
def window(here: Machine) -> Iterator[Window]:
    made = Window(channel.address(here))
    yield made
    made.end()


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, here: Machine) -> Callable[[], float]:
    """Start once more. Return how many seconds that start gives the window to answer."""
    found: list[float] = []

    def handed_over(_arguments: list[str], _machine: Machine, patience_s: float) -> bool:
        found.append(patience_s)
        return True

    def start() -> float:
        assert window_command.open_window(OpenWindow(), lambda: None) == OK
        return found[-1]

    monkeypatch.setattr(window_command, "make_qt", lambda _arguments: qapp)
    monkeypatch.setattr(window_command, "hand_over", handed_over)
    monkeypatch.setattr(Machine, "this", lambda: here)
    return start


def test_a_window_that_is_starting_is_waited_for(window: Window, here: Machine, patience: Callable[[], float]) -> None:
    assert patience() > PATIENCE_S
    window.go_on()
    assert hand_over(["404"], here, patience_s=60)
    assert {window.next_line(), window.next_line()} == {"started", "404"}


def test_a_window_that_hangs_is_passed_over(window: Window, here: Machine, patience: Callable[[], float]) -> None:
    window.go_on()
    assert window.next_line() == "started"
    window.hang()
    assert patience() == PATIENCE_S
    assert not hand_over(["404"], here)


def test_a_window_that_was_killed_while_it_was_starting_is_not_starting(window: Window, here: Machine) -> None:
    assert channel.is_starting(here, channel.address(here))
    window.end()
    assert not channel.is_starting(here, channel.address(here))
