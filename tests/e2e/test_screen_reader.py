"""A screen reader beside the program, connected by AT-SPI as Orca is."""

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Desk, lacking, require, wait_for

pytestmark = pytest.mark.e2e

SYSTEM_PYTHON = "/usr/bin/python3"
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
WITHOUT_ROLE = {"filler", "invalid", "unknown"}


class Node:
    """One thing that a screen reader finds in the window. ``headers`` are those of a cell: of its row and column."""

    def __init__(self, role: str, name: str, states: list[str], headers: list[str] | None = None) -> None:
        self.headers = headers
        self.role = role
        self.name = name
        self.states = states

    def __repr__(self) -> str:
        return f"{self.role} {self.name!r} {self.states}"


class ScreenReader:
    """``said`` is what the program asked to be spoken, ``focused`` the roles and names of what got the focus."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.said: list[str] = []
        self.focused: list[tuple[str, str]] = []
        self._is_ready = False
        self._trees: list[list[Node]] = []
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore", str(Path(__file__).with_name("atspi.py"))],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        wait_for("the screen reader", lambda: self._is_ready)

    def tree(self) -> list[Node]:
        """All that is shown, from the window inwards."""
        before = len(self._trees)
        assert self._process.stdin is not None
        self._process.stdin.write("tree\n")
        self._process.stdin.flush()
        wait_for("the tree", lambda: len(self._trees) > before)
        return self._trees[-1]

    def find(self, role: str, name: str) -> list[Node]:
        """Wait until there is something with this role whose name begins with ``name``, and return the tree."""
        trees: list[list[Node]] = []

        def is_there() -> bool:
            trees.append(self.tree())
            return any(node.role == role and node.name.startswith(name) for node in trees[-1])

        wait_for(f"{role} {name!r}", is_there)
        return trees[-1]

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._thread.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            match json.loads(line):
                case {"said": text}:
                    self.said.append(text)
                case {"focused": [role, name]}:
                    self.focused.append((role, name))
                case {"tree": nodes}:
                    self._trees.append([Node(**node) for node in nodes])
                case _:
                    self._is_ready = True


@pytest.fixture
def reader(desk: Desk) -> Iterator[ScreenReader]:
    """A screen reader that was started before the program."""
    require("dbus-daemon")
    bindings = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not BUS_SERVICE.exists() or subprocess.run(bindings, capture_output=True, check=False).returncode:
        lacking("at-spi2-core, python3-gi, gir1.2-atspi-2.0")
    desk.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        env=desk.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert bus.stdout is not None
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    reader = ScreenReader(desk.environment)
    yield reader
    reader.end()
    desk.kill()
    bus.terminate()
    bus.communicate()


def heard(reader: ScreenReader, text: str) -> None:
    wait_for(f"{text!r}, heard {reader.said}", lambda: any(said.startswith(text) for said in reader.said))


def test_heard(desk: Desk, reader: ScreenReader) -> None:
    desk.start()
    reader.find("text", "Search")
    desk.type("404")
    heard(reader, "16 codes. 404 Not Found, 찾을 수 없음")
    desk.press("Down")
    heard(reader, "200 OK, 성공")
    desk.press("ctrl+shift+c")
    heard(reader, "Copied: 200 OK")
    desk.press("ctrl+d")
    heard(reader, "Bookmarked 200")
    desk.press("Return", "ctrl+f")
    desk.type("cache")
    wait_for("the matches", lambda: any(said.endswith(" matches") for said in reader.said))
    desk.press("Escape", "Tab")
    wait_for("the link", lambda: reader.focused[-1][0] == "link")
    links = [node for node in reader.find("link", "404 Not Found") if node.role == "link"]
    assert [node for node in links if "focused" in node.states] == [links[0]]
    desk.press("F7")
    wait_for("the list of links", lambda: reader.focused[-1][0] == "list item")
    desk.press("Escape")
    wait_for("the page", lambda: reader.focused[-1] == ("label", "200 OK"))
    desk.press("ctrl+k")
    desk.type("qzxqzx")
    heard(reader, "No match.")
    desk.press("alt+3", "r", "space")
    heard(reader, "Code → meaning\n200")
    heard(reader, "OK\n성공")
    desk.press("Escape", "q")
    heard(reader, "Question 1 of 10")
    desk.press("0")
    heard(reader, "Not answered.")
    desk.end("ctrl+q")


def check(nodes: list[Node]) -> None:
    """Everything that takes the keyboard has a name and a role, and of each row of radio buttons one is checked."""
    assert nodes[0].role in {"frame", "dialog"}
    reached = [node for node in nodes if "focusable" in node.states]
    assert len(reached) > 5
    for node in reached:
        assert node.name, node
        assert node.role not in WITHOUT_ROLE, node
        assert node.role != "radio button" or "checkable" in node.states, node
    # A row has the focus together with its list, a cell with its table, and the inside of a page that scrolls (it has
    # no name) with the page.
    inner = {"list item", "table cell"}
    focused = [node for node in nodes if "focused" in node.states and node.name and node.role not in inner]
    assert len(focused) <= 1, focused


def test_found(desk: Desk, reader: ScreenReader) -> None:
    desk.start("404")
    desk.expect("404 Not Found")
    desk.press("ctrl+m", "ctrl+f")
    nodes = reader.find("link", "410 Gone")
    check(nodes)
    pages = [node for node in nodes if node.role == "radio button"]
    assert [node.name for node in pages[:3]] == ["Look up", "Notes", "Study"]
    assert [node.name.split(",")[0] for node in pages if "checked" in node.states] == ["Look up", "All"]
    assert [node.name for node in nodes if node.role == "heading"] == ["404 Not Found"]
    desk.press("F1")
    check(reader.find("dialog", "Keyboard"))
    desk.press("Escape", "F7")
    check(reader.find("dialog", "Links: 404 Not Found"))
    desk.press("Escape", "alt+2")
    check(reader.find("list", "Notes"))
    desk.press("alt+3")
    check(reader.find("push button", "Start review"))
    for key, role, name in (
        ("r", "push button", "Show the answer"),
        ("space", "push button", "Good"),
        ("Escape", "push button", "Start review"),
        ("q", "push button", "I do not know"),
        ("0", "push button", "Continue"),
        ("Escape", "push button", "A new quiz"),
        ("Escape", "push button", "Start review"),
        ("g", "chart", "Mastery of every code"),
        ("Escape", "push button", "Start review"),
        ("l", "list", "All cards"),
        ("ctrl+comma", "radio button", "Appearance"),
        ("shift+F1", "heading", "StatusRef"),
    ):
        desk.press(key)
        check(reader.find(role, name))
    desk.end("ctrl+q")


def test_a_comparison(desk: Desk, reader: ScreenReader) -> None:
    desk.start("statusref://compare/401,403")
    nodes = reader.find("table cell", "인증 필요")
    check(nodes)
    assert [node.name for node in nodes if node.role == "table column header"] == ["401 Unauthorized", "403 Forbidden"]
    cell = next(node for node in nodes if node.name == "금지됨")
    assert cell.headers == ["Korean meaning, differs", "403 Forbidden"]
    wait_for("the first cell", lambda: reader.focused[-1] == ("table cell", cell_text(nodes, "401 · 403")))
    desk.press("Down", "Right")
    wait_for("the next cell", lambda: reader.focused[-1] == ("table cell", "금지됨"))
    desk.press("Delete")
    heard(reader, "Only 401 is pinned")
    desk.press("Delete")
    check(reader.find("push button", "404 · 410"))
    desk.end("ctrl+q")


def test_the_lab(desk: Desk, reader: ScreenReader) -> None:
    desk.start("statusref://lab/302")
    check(reader.find("push button", "Start"))
    desk.press("F5")
    heard(reader, "Waiting for requests at http://127.0.0.1:")
    check(reader.find("push button", "Stop"))
    desk.press("ctrl+Return")
    heard(reader, "GET /200 → 200 OK")
    check(reader.find("image", "Timeline"))
    desk.end("ctrl+q")


def cell_text(nodes: list[Node], row: str) -> str:
    return next(node.name for node in nodes if node.headers and node.headers[0] == row)
