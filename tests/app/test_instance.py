"""One window for a user and a data folder: what a second start hands over, and what is no request."""

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.app.handover import PRINTING, hand_over, request
from statusref.app.instance import listen
from statusref.cli.requests import OpenWindow
from statusref.system import channel
from statusref.system.desktop.callers import Listener
from statusref.system.folders import data_folder
from statusref.system.machine import Machine

REQUEST = OpenWindow(code="404")
HERE = Machine(sys.platform, {"DISPLAY": ":0"}, "/home/kim")
Asked = list[tuple[OpenWindow, str]]


def new_socket() -> socket.socket:
    if sys.platform == "win32":
        pytest.skip("a named pipe there")
    return socket.socket(socket.AF_UNIX)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "run" / "window.sock"


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def instance(qapp: QApplication, file: Path, asked: Asked) -> Iterator[Listener]:
    made = listen(HERE, str(file), lambda request, token: asked.append((request, token)))
    assert made is not None
    yield made
    made.close()


@pytest.fixture
def send(file: Path, qtbot: QtBot) -> Callable[[bytes], bytes]:
    """Send bytes as a client would; return what the window answers before it hangs up."""

    def call(content: bytes) -> bytes:
        with new_socket() as client:
            client.connect(str(file))
            client.setblocking(False)
            left = content
            answer = b""
            while True:
                QApplication.processEvents()
                try:
                    if left:
                        left = left[client.send(left) :]
                        continue
                    received = client.recv(100)
                except BlockingIOError:
                    qtbot.wait(1)
                    continue
                except (BrokenPipeError, ConnectionResetError):
                    return answer
                answer += received
                if not received:
                    return answer

    return call


def second_start(file: Path, *arguments: str, token: str = "") -> "subprocess.Popen[bytes]":
    code = (
        "import sys; from statusref.app import handover; handover.PATIENCE_S = 5; "
        "from statusref.system.machine import Machine; "
        f"here = Machine(sys.platform, {{'DISPLAY': ':0', 'XDG_ACTIVATION_TOKEN': {token!r}}}, ''); "
        f"sys.exit(not handover.hand_over({arguments!r}, here, {str(file)!r}))"
    )
    return subprocess.Popen([sys.executable, "-c", code])


def test_a_second_start_hands_its_request_over(instance: Listener, file: Path, asked: Asked, qtbot: QtBot) -> None:
    process = second_start(file, "--toggle", "속도 제한", token="token-1")
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0
    assert asked == [(OpenWindow(query="속도 제한", toggle=True), "token-1")]


@pytest.mark.parametrize("arguments", [("show", "404"), ("--help",), ("404", "--help"), ("--no-such-option",)])
def test_what_needs_no_window_is_not_handed_over(
    instance: Listener, file: Path, asked: Asked, qtbot: QtBot, arguments: tuple[str, ...]
) -> None:
    process = second_start(file, *arguments)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 1
    assert asked == []


def test_the_commands_that_print_are_known() -> None:
    from statusref.cli import parser  # noqa: PLC0415

    assert set(parser._COMMANDS) <= PRINTING


def test_a_log_is_found_from_the_folder_of_the_second_start(
    instance: Listener, send: Callable[[bytes], bytes], asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / "access.log").write_text("x")
    assert send(request(["access.log"], str(tmp_path), "")) == b"ok\n"
    assert asked[0][0].file == str(tmp_path / "access.log")


def test_without_a_display_nothing_is_handed_over(instance: Listener, file: Path) -> None:
    assert not hand_over(["404"], Machine("linux", {}, ""), str(file))


def test_many_at_once_lose_no_request(instance: Listener, send: Callable[[bytes], bytes], asked: Asked) -> None:
    for number in range(300):
        assert send(request([str(100 + number)], "/", "")) == b"ok\n"
    assert [request.code for request, _ in asked] == [str(100 + number) for number in range(300)]


def test_only_the_user_may_reach_it(instance: Listener, file: Path) -> None:
    assert stat.S_IMODE(file.lstat().st_mode) == 0o600
    instance.close()
    assert not file.exists()


def _with(**changes: object) -> bytes:
    return json.dumps({**json.loads(request(["404"], "/", "")), **changes}).encode() + b"\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        b"x" * 1_000_000,
        os.urandom(5000) + b"\n",
        b"[" * 60_000 + b"\n",
        _with(protocol=2),
        _with(version="0.0.1"),
        _with(token=5),
        _with(arguments="404"),
        _with(arguments=[404]),
        _with(arguments=["show", "404"]),
        _with(arguments=["statusref://code/../x"]),
        _with(arguments=["\udce4"]),
        _with(folder=None),
        "{}\n".encode("utf-16"),
    ],
)
def test_what_is_no_request_is_hung_up_on(
    instance: Listener, send: Callable[[bytes], bytes], asked: Asked, content: bytes
) -> None:
    assert send(content) == b""
    assert send(request(["404"], "/", "")) == b"ok\n", "the window goes on"
    assert asked == [(REQUEST, "")]


def test_a_request_cut_off_or_never_finished(
    instance: Listener, file: Path, send: Callable[[bytes], bytes], asked: Asked, qtbot: QtBot
) -> None:
    with new_socket() as silent, new_socket() as cut:
        silent.connect(str(file))
        cut.connect(str(file))
        cut.sendall(b'{"protocol": 1, ')
        cut.close()
        assert send(request(["404"], "/", "")) == b"ok\n"
        silent.settimeout(0.01)

        def is_hung_up_on() -> bool:
            try:
                return silent.recv(1) == b""
            except TimeoutError:
                return False

        qtbot.waitUntil(is_hung_up_on, timeout=5000)
    assert asked == [(REQUEST, "")]


def test_the_socket_of_a_dead_process_is_replaced(qapp: QApplication, file: Path) -> None:
    file.parent.mkdir()
    with new_socket() as dead:
        dead.bind(str(file))
    assert not hand_over(["404"], HERE, str(file))
    instance = listen(HERE, str(file), lambda _request, _token: None)
    assert instance is not None
    assert listen(HERE, str(file), lambda _request, _token: None) is None, "of two windows the first listens"
    instance.close()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_no_socket_is_left_alone(qapp: QApplication, file: Path, tmp_path: Path, kind: str) -> None:
    file.parent.mkdir()
    if kind == "file":
        file.write_text("mine")
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to(tmp_path)
    before = file.lstat()
    assert not hand_over(["404"], HERE, str(file))
    assert listen(HERE, str(file), lambda _request, _token: None) is None
    assert file.lstat().st_ino == before.st_ino


def test_a_window_that_hangs_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    with new_socket() as hanging:
        hanging.bind(str(file))
        hanging.listen(1)
        assert not hand_over(["404"], HERE, str(file))


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_where_the_socket_lies(platform: str) -> None:
    def place(**environment: str) -> str:
        return channel.address(Machine(platform, environment, "/home/kim"))

    for chosen in ({}, {"XDG_DATA_HOME": "/srv/data"}, {"XDG_DATA_HOME": "relative"}):
        beside_the_data = data_folder(Machine(platform, chosen, "/home/kim")) + "/window.sock"
        assert place(**chosen) == place(**chosen, XDG_RUNTIME_DIR="run") == beside_the_data
    one = place(XDG_RUNTIME_DIR="/run/user/1")
    assert Path(one).parent == Path("/run/user/1")
    if platform == "linux":
        other = place(XDG_RUNTIME_DIR="/run/user/1", XDG_DATA_HOME="/srv/data")
        assert Path(other).parent == Path("/run/user/1")
        assert one != other, "each data folder has its own window"
