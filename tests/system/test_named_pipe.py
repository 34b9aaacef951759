"""Windows' named pipe: its name, who asks and who answers, over functions that behave as Windows' own.

The server is Qt's and runs for real; on Linux it listens on a socket of that name.
"""

import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.app.handover import ACCEPTED, request
from statusref.app.instance import answering
from statusref.cli.requests import OpenWindow
from statusref.system import channel, named_pipe
from statusref.system.channel import MOST_BYTES
from statusref.system.desktop.pipe_listener import PipeListener, listen_on_pipe
from statusref.system.machine import Machine
from tests.system.windows import Windows

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands for Windows on other systems")

PIPE = "\\\\.\\pipe\\statusref-0badcafe"
Asked = list[tuple[OpenWindow, str]]
Ask = Callable[..., bytes]


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    return Windows(tmp_path)


@pytest.fixture
def asked() -> Asked:
    return []


def listen(windows: Windows, asked: Asked) -> PipeListener:
    """Listen as the window does; Qt is given the file that stands for the pipe."""
    heard = answering(lambda request, token: asked.append((request, token)))
    file = windows.socket_of(PIPE)
    return listen_on_pipe(
        file,
        heard,
        lambda _file: named_pipe.claim(PIPE, windows.module),
        lambda _file: named_pipe.claim_start(PIPE, windows.module),
    )


@pytest.fixture
def listener(qapp: QApplication, windows: Windows, asked: Asked) -> Iterator[PipeListener]:
    made = listen(windows, asked)
    yield made
    made.close()


@pytest.fixture
def ask(windows: Windows, qtbot: QtBot) -> Iterator[Ask]:
    """Ask as a second start does, while the window goes on."""

    def call(line: bytes, patience_s: float = 10) -> bytes:
        future: Future[bytes] = pool.submit(
            named_pipe.ask, PIPE, line, patience_s, len(ACCEPTED), windows.module, lambda: None
        )
        qtbot.waitUntil(future.done, timeout=20_000)
        return future.result()

    with ThreadPoolExecutor(1) as pool:
        yield call


def test_each_user_and_each_data_folder_has_a_pipe() -> None:
    def name(**environment: str) -> str:
        return channel.address(Machine("win32", environment, "C:\\Users\\kim"))

    mine = name(USERNAME="kim", LOCALAPPDATA="C:\\Users\\kim\\AppData\\Local")
    assert mine.startswith("\\\\.\\pipe\\statusref-")
    assert len(mine) < 256
    assert "\\" not in mine.removeprefix("\\\\.\\pipe\\"), "Windows allows no more of them"
    assert name(USERNAME="KIM", LOCALAPPDATA="c:\\users\\kim\\appdata\\local") == mine
    others = {
        name(USERNAME="lee", LOCALAPPDATA="C:\\Users\\kim\\AppData\\Local"),
        name(USERNAME="kim", LOCALAPPDATA="D:"),
    }
    assert len({mine, *others}) == 3


def test_a_second_start_is_answered(listener: PipeListener, ask: Ask, asked: Asked, windows: Windows) -> None:
    before = windows.open_handles
    for number in range(100, 160):
        assert ask(request([str(number)], "/", "")) == ACCEPTED
    assert [request.code for request, _ in asked] == [str(number) for number in range(100, 160)]
    assert windows.open_handles == before, "nothing is left open"


def test_what_is_no_request_is_hung_up_on(listener: PipeListener, ask: Ask, asked: Asked) -> None:
    for line in (b"\n", b"rubbish\n", b"x" * (MOST_BYTES + 1) + b"\n", request(["show", "404"], "/", "")):
        with pytest.raises(BrokenPipeError):
            ask(line)
    assert ask(request(["404"], "/", "")) == ACCEPTED, "the window goes on"
    assert asked == [(OpenWindow(code="404"), "")]


def test_who_says_nothing_is_hung_up_on(listener: PipeListener, windows: Windows, qtbot: QtBot, ask: Ask) -> None:
    with pytest.raises(BrokenPipeError):
        ask(b'{"protocol": 1, ')
    assert ask(request(["404"], "/", "")) == ACCEPTED
    qtbot.waitUntil(lambda: not listener.children(), timeout=5000)


def test_only_the_user_may_reach_it(listener: PipeListener, windows: Windows) -> None:
    file = Path(windows.socket_of(PIPE))
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    listener.close()
    assert not file.exists()


def test_a_window_is_starting_until_it_tells_that_it_has_started(listener: PipeListener, windows: Windows) -> None:
    assert named_pipe.is_starting(PIPE, windows.module)
    listener.tell_started()
    before = windows.open_handles
    assert not named_pipe.is_starting(PIPE, windows.module)
    assert windows.open_handles == before, "who asks does not pass for one who starts"


def test_of_two_windows_the_first_listens(listener: PipeListener, windows: Windows, asked: Asked) -> None:
    with pytest.raises(PermissionError):
        listen(windows, asked)
    listener.close()
    listen(windows, asked).close()


def test_without_a_window_nobody_is_waited_for(windows: Windows, ask: Ask) -> None:
    with pytest.raises(FileNotFoundError):
        ask(b"{}\n")
    assert not windows.waited


@pytest.mark.parametrize("times", [1, 3])
def test_a_window_that_talks_to_another_is_waited_for(
    listener: PipeListener, windows: Windows, ask: Ask, times: int
) -> None:
    windows.busy = times
    assert ask(request(["404"], "/", ""), 5) == ACCEPTED
    assert len(windows.waited) == times
    assert all(0 < milliseconds <= 5000 for milliseconds in windows.waited)


def test_a_window_that_talks_to_others_for_ever_is_given_up(listener: PipeListener, windows: Windows, ask: Ask) -> None:
    windows.busy = 1000
    with pytest.raises(OSError, match="as Windows says it"):
        ask(b"{}\n")


def test_a_window_that_hangs_is_given_up(qapp: QApplication, windows: Windows, asked: Asked) -> None:
    listener = listen(windows, asked)  # and its events are not looked at
    before = windows.open_handles
    with pytest.raises(TimeoutError):
        named_pipe.ask(PIPE, b"{}\n", 0.05, 3, windows.module, lambda: None)
    assert windows.open_handles == before
    listener.close()
