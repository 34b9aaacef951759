"""A folder ``data`` beside the program keeps everything, and only there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from statusref.app.handover import hand_over
from statusref.system import channel
from statusref.system.machine import Machine
from statusref.system.paths import Paths, standard_paths
from statusref.system.portable import portable_folder
from tests.media import medium

CHECKOUT = Path(__file__).resolve().parents[2]


def found(package: Path, prefix: Path) -> str:
    return portable_folder(str(package), str(prefix))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "checkout" / "statusref").mkdir(parents=True)
    (tmp_path / "checkout" / "resources").mkdir()
    (tmp_path / "checkout" / "resources" / "registry.schema.json").write_text("{}")
    return tmp_path / "checkout"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder as ``install.sh`` leaves it, with an environment that runs this checkout."""
    folder = tmp_path / "설치한 곳"
    folder.mkdir()
    (folder / ".statusref-carry").touch()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    (packages,) = (folder / "venv").glob("[Ll]ib/**/site-packages")
    paths = [str(CHECKOUT), *(path for path in sys.path if path.endswith("site-packages"))]
    (packages / "checkout.pth").write_text("\n".join(paths))
    return folder


def test_beside_a_checkout(checkout: Path) -> None:
    nowhere = checkout.parent / "other"
    for package, prefix in ((checkout / "statusref", nowhere), (nowhere / "statusref", checkout / ".venv")):
        assert found(package, prefix) == ""
        (checkout / "data").mkdir()
        assert found(package, prefix) == str(checkout / "data")
        (checkout / "data").rmdir()
    (checkout / "data").write_text("no folder")
    assert found(checkout / "statusref", nowhere) == ""


def test_a_folder_of_somebody_else_means_nothing(tmp_path: Path) -> None:
    """``data`` is a common name: in a project with an environment, in a home folder, among the packages."""
    packages = tmp_path / ".venv" / "lib" / "python3.13" / "site-packages"
    for folder in (packages, tmp_path, tmp_path / ".venv"):
        (folder / "data").mkdir(parents=True)
    assert found(packages / "statusref", tmp_path / ".venv") == ""


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_everything_lies_there(platform: str) -> None:
    usual = {"LOCALAPPDATA": "C:\\Users\\kim\\AppData\\Local", "USERNAME": "kim"}
    machine = Machine(platform, usual, "/home/kim", "/stick/data")
    data = Path("/stick/data")
    assert standard_paths(machine) == Paths(data / "settings.ini", data / "userdata.sqlite", data / "crash.log", data)
    assert channel.address(machine) != channel.address(Machine(platform, usual, "/home/kim")), "a window of its own"


def test_folders_that_the_environment_names_win() -> None:
    named = {"XDG_DATA_HOME": "/srv/data", "XDG_CACHE_HOME": "relative"}
    paths = standard_paths(Machine("linux", named, "/home/kim", "/stick/data"))
    assert paths.data == Path("/srv/data/statusref/userdata.sqlite")
    assert paths.settings == Path("/stick/data/settings.ini")
    assert paths.cache == Path("/stick/data")


def interpreter(installed: Path) -> Path:
    return installed / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program as a user whose folders are elsewhere."""
    home = installed.parent / "home"
    home.mkdir(exist_ok=True)
    hidden = ("XDG_", "PYTHON", "DISPLAY", "WAYLAND", "LC_", "LANG")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    python = interpreter(installed)
    return subprocess.run(
        [python, "-m", "statusref", *arguments],
        env=environment | {"HOME": str(home)},
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_installed_program_uses_it_and_makes_nothing_elsewhere(installed: Path) -> None:
    data = installed / "data"
    show = "from statusref.system.machine import Machine; print(Machine.this().portable)"
    python = interpreter(installed)

    def portable() -> str:
        return subprocess.run([python, "-c", show], capture_output=True, encoding="utf-8", check=True).stdout.strip()

    assert portable() == ""
    assert run(installed, "study", "--due").returncode == 0
    assert not data.exists(), "the program never makes it"
    data.mkdir()
    assert portable() == str(data)
    (data / "userdata.sqlite").write_bytes(b"no database" * 100)
    said = run(installed, "study", "--due", "--json")
    assert str(data / "userdata.sqlite") in said.stderr
    assert json.loads(said.stdout)["total"] > 0
    assert list((installed.parent / "home").iterdir()) == []


def test_commands_say_that_a_write_protected_medium_keeps_nothing(installed: Path) -> None:
    data = installed / "data"
    data.mkdir()
    with medium(data) as protect:
        assert run(installed, "study", "--due").stderr == ""
        protect()
        due = run(installed, "study", "--due")
        assert due.returncode == 0
        assert due.stderr.count("\n") == 1
        assert f"{data / 'userdata.sqlite'}. What you study is not saved." in due.stderr
        deck = installed.parent / "deck.apkg"
        korean = run(installed, "export", "anki", str(deck), "--lang", "ko")
        assert korean.returncode == 0
        assert "학습 기록은 저장되지 않습니다." in korean.stderr
        assert deck.exists()
        assert run(installed, "export", "anki", str(data / "deck.apkg")).returncode == 1
        assert run(installed, "show", "404").stderr == ""
        assert list(data.iterdir()) == []


def test_a_second_start_finds_nobody_there_and_says_nothing(tmp_path: Path) -> None:
    machine = Machine("linux", {"DISPLAY": ":0"}, "/home/kim", str(tmp_path))
    assert not hand_over(["404"], machine)
    assert list(tmp_path.iterdir()) == []
