"""Fixtures: a display (Xvfb with openbox) and the program on it, used through xdotool."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
_PATIENCE = 20.0
"""Seconds until a test gives up waiting."""


def require(*tools: str) -> None:
    """Skip the test if a tool is missing. On the CI machine, which must have all tools, fail instead."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        lacking(", ".join(missing))


def lacking(what: str) -> NoReturn:
    """Skip the test because of what is not installed; on the CI machine fail."""
    reason = f"not installed: {what}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def wait_for(what: str, condition: Callable[[], object]) -> None:
    """Poll until ``condition`` holds."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {what}")
        time.sleep(0.02)


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a display that has a window manager."""
    require("Xvfb", "openbox", "xdotool")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = ""
    # Read to the end of the line: Xvfb dies if the pipe is closed before it has written everything.
    while not number.endswith("\n") and select.select([reading], [], [], _PATIENCE)[0]:
        piece = os.read(reading, 16).decode()
        if not piece:
            break
        number += piece
    os.close(reading)
    number = number.strip()
    if not number:
        server.kill()
        server.wait()
        pytest.fail("Xvfb does not start")
    display = f":{number}"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=os.environ | {"DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait()


class Desk:
    """One user at one display: starts the program, presses keys, clicks, and reads the title of the window."""

    def __init__(self, display: str, home: Path) -> None:
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "WAYLAND_", "XDG_", "DBUS_", "LC_", "GTK_")) and name != "XMODIFIERS"
        }
        folders = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        runtime = home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.environment |= {
            **folders,
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "en_US.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }
        self._errors = home / "stderr"
        self._program: subprocess.Popen[bytes] | None = None
        self._window = ""

    def start(self, *arguments: str, before: tuple[str, ...] = ()) -> None:
        """Start the program and wait until its window has the keyboard focus. ``before`` is put before the command."""
        with self._errors.open("ab") as errors:
            self._program = subprocess.Popen(
                [*before, sys.executable, "-m", "statusref", *arguments],
                env=self.environment,
                cwd=CHECKOUT,
                stderr=errors,
            )
        wait_for("the window", self._find_window)
        self.do("windowactivate", "--sync", self._window)
        wait_for("the keyboard", lambda: self.do("getactivewindow") == self._window)

    def start_again(self, *arguments: str) -> int:
        """Start the program once more, while its window is open; return the exit code."""
        command = [sys.executable, "-m", "statusref", *arguments]
        return subprocess.run(command, env=self.environment, cwd=CHECKOUT, timeout=_PATIENCE, check=False).returncode

    @property
    def windows(self) -> list[str]:
        """The windows of the program that can be seen."""
        return self.do("search", "--onlyvisible", "--name", " StatusRef$").split()

    def do(self, *command: str) -> str:
        """Run xdotool and return its output."""
        done = subprocess.run(
            ["xdotool", *command], env=self.environment, capture_output=True, encoding="utf-8", timeout=20, check=False
        )
        return done.stdout.strip()

    def type(self, text: str) -> None:
        """Press the keys for a text, one after the other."""
        self.do("type", "--delay", "15", text)

    def press(self, *keys: str) -> None:
        """Press keys or combinations, such as ``ctrl+l``."""
        self.do("key", "--delay", "15", *keys)

    def click(self, x: int, y: int) -> None:
        """Click a point of the window."""
        self.do("mousemove", "--window", self._window, str(x), str(y), "click", "1")

    @property
    def title(self) -> str:
        return self.do("getwindowname", self._window)

    def expect(self, title: str) -> None:
        """Wait until the title of the window begins with ``title``."""
        wait_for(f"the title {title!r}, it is {self.title!r}", lambda: self.title.startswith(title))

    def end(self, *keys: str) -> None:
        """Close the window with a key, and check that the program ends without errors."""
        assert self._program is not None
        self.press(*keys)
        assert self._program.wait(_PATIENCE) == 0
        self._program = None
        assert self.errors == ""

    def terminate(self) -> None:
        """End the program as the end of a session does, and check that it ends without errors."""
        assert self._program is not None
        self._program.terminate()
        assert self._program.wait(_PATIENCE) == 0
        self._program = None
        assert self.errors == ""

    @property
    def errors(self) -> str:
        return self._errors.read_text("utf-8")

    def kill(self) -> None:
        """Kill the program if it still runs."""
        if self._program is not None:
            self._program.kill()
            self._program.wait()

    def _find_window(self) -> bool:
        assert self._program is not None
        if self._program.poll() is not None:
            pytest.fail(f"the program ended with {self._program.returncode}: {self.errors}")
        found = self.do("search", "--onlyvisible", "--name", " StatusRef$").split()
        self._window = found[0] if found else ""
        return bool(found)


@pytest.fixture
def desk(screen: str, tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty home folder."""
    desk = Desk(screen, tmp_path)
    yield desk
    desk.kill()
