"""``statusref screenshot``: a picture of the real window, without a display and without the user's files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from statusref.theme.tokens import DARK, LIGHT

CHECKOUT = Path(__file__).resolve().parents[2]


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _process(home, "-m", "statusref", "screenshot", *arguments)


def _process(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(home)
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


_ONE_AFTER_THE_OTHER = """
import json, os, sys
from statusref.app import window_command
from statusref.app.main import main
os.environ["QT_QPA_PLATFORM"] = "offscreen"
qt = window_command.make_qt([])
window_command.make_qt = lambda _: qt
for arguments in json.loads(sys.argv[1]):
    print(main(["screenshot", *arguments, "--size", "640x480"]), file=sys.stderr, flush=True)
"""
NO_SUCH_PLACE = ["missing/folder/a.png", "folder.png", "a.nonsense"]
NO_SUCH_PAGE = [("--code", "1234"), ("--code", "nonsense"), ("--note", "nothing"), ("--choose", "nothing")]
NOT_COMPARED = [
    ("401,401", "401: 같은 것은 한 번만 비교합니다."),
    ("401,nonsense", "그런 코드나 이웃이 없습니다: nonsense. 404, 499-nginx, curl-52처럼 적으십시오."),
    ("400,401,402,403,404,405", "한 번에 5개까지만 비교할 수 있습니다."),
]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], str]:
    """What is said about each picture that cannot be made. One process is asked for all of them, in one folder."""
    folder = tmp_path_factory.mktemp("refused")
    (folder / "folder.png").mkdir()
    asked = [
        *((name,) for name in NO_SUCH_PLACE),
        *(("a.png", *options) for options in NO_SUCH_PAGE),
        *(("a.png", "--compare", ids, "--lang", "ko") for ids, _ in NOT_COMPARED),
    ]
    commands = json.dumps([[str(folder / name), *options] for name, *options in asked])
    done = _process(folder, "-c", _ONE_AFTER_THE_OTHER, commands)
    assert (done.returncode, done.stdout) == (0, "")
    assert not (folder / "a.png").exists()
    lines = done.stderr.splitlines()
    said, codes = lines[::2], lines[1::2]
    assert codes == ["1"] * len(asked)
    return {one: line.replace(f"{folder}{os.sep}", "") for one, line in zip(asked, said, strict=True)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("options", "size", "background"),
    [
        (("--code", "404"), (1180, 780), LIGHT.background),
        (("--code", "404", "--size", "900x600", "--scale", "2"), (1800, 1200), LIGHT.background),
        (("--query", "timeout", "--size", "640x480", "--theme", "dark"), (640, 480), DARK.background),
        (("--page", "settings", "--size", "700x500", "--scale", "1.5"), (1050, 750), LIGHT.background),
        (("--choose", "tree/answer/client-fault", "--size", "1000x700"), (1000, 700), LIGHT.background),
        (("--note", "redirects", "--lang", "ko", "--size", "1000x700"), (1000, 700), LIGHT.background),
    ],
)
def test_a_picture_of_the_size_that_was_asked_for(
    tmp_path: Path, home: Path, options: tuple[str, ...], size: tuple[int, int], background: str
) -> None:
    path = tmp_path / "picture.png"
    done = _run(home, str(path), *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_bytes().startswith(b"\x89PNG\r\n")
    image = QImage(str(path))
    assert (image.width(), image.height()) == size
    assert image.pixelColor(2, 2).name() == background
    colours = {image.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
    assert len(colours) > 20
    assert [file for file in home.rglob("*") if "statusref" in file.name.lower()] == []


def test_the_same_picture_twice(tmp_path: Path, home: Path) -> None:
    pictures = [tmp_path / "one.png", tmp_path / "two.png"]
    for path in pictures:
        assert _run(home, str(path), "--code", "503", "--size", "800x600").returncode == 0
    assert QImage(str(pictures[0])) == QImage(str(pictures[1]))


@pytest.mark.parametrize("name", NO_SUCH_PLACE)
def test_a_path_that_cannot_be_written(refused: dict[tuple[str, ...], str], name: str) -> None:
    assert refused[(name,)] == f"statusref: cannot write {name}"


@pytest.mark.parametrize("options", NO_SUCH_PAGE)
def test_a_page_that_does_not_exist(refused: dict[tuple[str, ...], str], options: tuple[str, str]) -> None:
    assert refused["a.png", *options] == f"statusref: there is no page called {options[1]}"


@pytest.mark.parametrize(("ids", "words"), NOT_COMPARED)
def test_what_cannot_be_compared(refused: dict[tuple[str, ...], str], ids: str, words: str) -> None:
    assert refused["a.png", "--compare", ids, "--lang", "ko"] == f"statusref: {words}"


def test_a_process_that_makes_no_picture_ends_with_one(tmp_path: Path, home: Path) -> None:
    done = _run(home, str(tmp_path / "a.png"), "--code", "1234")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "statusref: there is no page called 1234\n"
