"""A real window on a real X server with real key events."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.conftest import Desk, require, wait_for

pytestmark = pytest.mark.e2e


def _rows(home: Path, query: str) -> list[tuple[str, ...]] | None:
    """What is on disk; None while the file is still being made."""
    file = home / "statusref" / "userdata.sqlite"
    if not file.exists():
        return None
    with closing(sqlite3.connect(file)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError:
            return None


def _memos(home: Path) -> list[tuple[str, ...]] | None:
    return _rows(home, "SELECT entry_id, text FROM memos")


def _bookmarks(home: Path) -> list[str]:
    return [entry_id for (entry_id,) in _rows(home, "SELECT entry_id FROM bookmarks") or ()]


def test_type_a_number_and_see_its_page(desk: Desk) -> None:
    desk.start()
    desk.expect("HTTP status codes – StatusRef")
    desk.type("404")
    desk.expect("404 Not Found – StatusRef")
    desk.press("BackSpace", "0")
    desk.expect("400 Bad Request – StatusRef")
    desk.press("Escape")
    desk.type("too many")
    desk.expect("429 Too Many Requests – StatusRef")
    desk.end("ctrl+q")


def test_click_a_class(desk: Desk) -> None:
    desk.start()
    desk.expect("HTTP status codes")
    # The class buttons are in a row of 26 pixels below the top bar, to the right of the rail. The first one is All.
    for x in range(90, 400, 24):
        desk.click(x, 79)
        if not desk.title.startswith("HTTP status codes"):
            break
    else:
        pytest.fail("no click on the class buttons changed the title")
    desk.press("ctrl+1")
    desk.expect("HTTP status codes")
    desk.press("ctrl+6")
    desk.expect("4xx Client error – StatusRef")
    desk.end("ctrl+w")


def test_state_is_kept_over_a_restart(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    desk.type("451")
    desk.expect("451 Unavailable For Legal Reasons")
    desk.press("ctrl+d")
    wait_for("the bookmark on disk", lambda: _bookmarks(tmp_path) == ["451"])
    desk.press("Return")
    desk.press("ctrl+l", "Escape", "ctrl+5")
    desk.expect("3xx 리다이렉트")
    desk.end("ctrl+w")

    desk.start()
    desk.expect("451 Unavailable For Legal Reasons – StatusRef")
    desk.press("ctrl+5")
    desk.expect("3xx 리다이렉트 – StatusRef")
    desk.press("ctrl+l")
    desk.expect("3xx Redirection – StatusRef")
    desk.press("ctrl+1", "ctrl+b", "Down", "Return")
    desk.expect("451 Unavailable For Legal Reasons")
    desk.end("ctrl+w")
    assert _bookmarks(tmp_path) == ["451"]


def test_an_hour_with_the_keyboard_alone(desk: Desk) -> None:
    desk.start("503")
    desk.expect("503 Service Unavailable")
    desk.press("ctrl+k")
    desk.type("timeout")
    desk.press("ctrl+7")
    desk.expect("504 Gateway Timeout")
    desk.press("Return", "Tab", "Tab", "shift+Tab", "Page_Down", "Home")
    desk.type("410")
    desk.press("ctrl+1")
    desk.expect("410 Gone")
    desk.press("Return", "ctrl+f")
    desk.type("cache")
    desk.press("F3", "Escape")
    desk.expect("410 Gone")
    desk.press("alt+2")
    desk.expect("301 and 302 against 307 and 308")
    desk.press("Escape")
    desk.expect("410 Gone")
    desk.press("ctrl+comma", "Escape", "ctrl+shift+l", "ctrl+plus", "ctrl+minus", "ctrl+0")
    desk.press("ctrl+l")
    desk.press("Escape", "ctrl+8")
    desk.expect("비공식")
    desk.press("alt+Left")
    desk.expect("410 Gone")
    desk.press("F1")
    wait_for("the list of keys", lambda: desk.do("search", "--onlyvisible", "--name", "^단축키"))
    desk.press("Escape")
    wait_for("its end", lambda: not desk.do("search", "--onlyvisible", "--name", "^단축키"))
    desk.end("ctrl+w")


def test_the_selection_of_x11_by_middle_click(desk: Desk) -> None:
    desk.start()
    desk.type("404")
    desk.expect("404 Not Found")
    desk.press("ctrl+a", "Right", "Left", "shift+Home")  # selects "40"
    desk.press("End")
    desk.do("mousemove", "600", "0")
    desk.end("ctrl+q")


def test_no_connection_to_any_network(desk: Desk, tmp_path: Path) -> None:
    require("strace")
    trace = tmp_path / "trace"
    desk.start(before=("strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace)))
    desk.type("404")
    desk.expect("404 Not Found")
    desk.press("Return", "alt+2")
    desk.expect("301 and 302")
    desk.press("alt+6")
    desk.expect("Lab 503")
    desk.press("ctrl+comma", "Escape")
    desk.end("ctrl+w")
    calls = trace.read_text("utf-8", "replace")
    assert "AF_UNIX" in calls, "strace saw nothing: the display itself is a socket"
    assert "AF_INET" not in calls


def test_only_the_lab_listens_and_only_on_loopback(desk: Desk, tmp_path: Path) -> None:
    """The window opens no socket itself, whatever its page asks; both processes that do end with it."""
    require("strace")
    trace = tmp_path / "trace"
    desk.start(before=("strace", "-f", "-qq", "-e", "trace=network,execve", "-o", str(trace)))
    desk.press("alt+6")
    desk.expect("Lab 503")
    desk.press("F5")
    wait_for("the lab", lambda: "listen(" in trace.read_text("utf-8", "replace"))

    def asked() -> bool:
        # The lab tells the window a moment later; until then, the key only says that it does not run.
        desk.press("ctrl+Return")
        return "connect(" in _internet(trace)

    wait_for("the request", asked)
    desk.end("ctrl+w")  # strace waits for all processes
    calls = trace.read_text("utf-8", "replace")
    started = {line.split()[0] for line in calls.splitlines() if "execve(" in line}
    window = calls.split()[0]
    assert {line.split()[0] for line in _internet(trace).splitlines()} <= started - {window}
    assert set(re.findall(r'inet_addr\("([^"]*)"\)|inet_pton\(AF_INET6, "([^"]*)"', calls)) <= {
        ("127.0.0.1", ""),
        ("", "::1"),
    }


def _internet(trace: Path) -> str:
    """The traced calls that name an address of the Internet's protocols."""
    return "\n".join(line for line in trace.read_text("utf-8", "replace").splitlines() if "AF_INET" in line)


def test_a_second_start_uses_the_open_window(desk: Desk, tmp_path: Path) -> None:
    desk.start("404")
    desk.expect("404 Not Found")
    assert desk.start_again("502") == 0
    desk.expect("502 Bad Gateway")
    desk.press("Escape")
    desk.do("windowminimize", "--sync", desk.windows[0])
    wait_for("the minimised window", lambda: not desk.windows)
    assert desk.start_again("statusref://note/redirects") == 0
    wait_for("the window", lambda: len(desk.windows) == 1)
    desk.expect("301 and 302")
    assert desk.start_again("--toggle") == 0
    wait_for("the hidden window", lambda: not desk.windows)
    assert desk.start_again("--toggle") == 0
    wait_for("the window", lambda: len(desk.windows) == 1)
    desk.end("ctrl+q")
    assert list((tmp_path / "run").glob("*.sock")) == []


def test_a_program_that_is_terminated_keeps_what_was_written(desk: Desk, tmp_path: Path) -> None:
    desk.start("404")
    desk.expect("404 Not Found")
    wait_for("the user's data", lambda: _memos(tmp_path) is not None)
    desk.press("ctrl+m")
    desk.type("ask first")
    assert desk.start_again("--toggle") == 0
    wait_for("the hidden window", lambda: not desk.windows)
    desk.terminate()
    assert _memos(tmp_path) == [("404", "ask first")]
    assert list((tmp_path / "run").glob("*.sock")) == []
