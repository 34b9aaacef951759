"""What needs the window is handed to the module that opens it, and only then is that imported."""

import sys
from types import ModuleType

import pytest

from statusref.app.main import main
from statusref.cli.requests import OpenWindow, ScreenshotCommand, Theme
from statusref.domain.text import Language


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What a stand-in for the window was asked for; it answers 3 to one request and 4 to the other."""
    requests: list[object] = []
    stand_in = ModuleType("statusref.app.window_command")

    def open_window(request: OpenWindow, _later: object) -> int:
        requests.append(request)
        return 3

    def take_screenshot(request: ScreenshotCommand) -> int:
        requests.append(request)
        return 4

    vars(stand_in).update(open_window=open_window, take_screenshot=take_screenshot)
    monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    return requests


@pytest.mark.parametrize(
    ("arguments", "request_made"),
    [([], OpenWindow()), (["404"], OpenWindow(code="404")), (["rate limit"], OpenWindow(query="rate limit"))],
)
def test_window(asked: list[object], arguments: list[str], request_made: OpenWindow) -> None:
    assert main(arguments) == 3
    assert asked == [request_made]
    assert isinstance(asked[0], OpenWindow)


def test_screenshot(asked: list[object]) -> None:
    assert main(["screenshot", "a.png", "--code", "404", "--theme", "dark"]) == 4
    assert asked == [ScreenshotCommand("a.png", Language.KOREAN, "lookup", code="404", theme=Theme.DARK)]


def test_a_printing_command_does_not_ask_for_it(asked: list[object], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["show", "299"]) == 0
    assert main(["show", "abc"]) == 1
    assert main(["--foo"]) == 2
    assert asked == []
    assert capfdbinary.readouterr().out.startswith(b"299 Unassigned\n")


def test_arguments_of_the_process(
    asked: list[object], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "argv", ["statusref", "show", "299"])
    assert main() == 0
    assert asked == []
