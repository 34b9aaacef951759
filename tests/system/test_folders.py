"""Where the user's files lie, on each system."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from statusref.system.folders import cache_folder, data_folder, settings_folder
from statusref.system.machine import Machine
from statusref.system.paths import Paths, standard_paths

Location = QStandardPaths.StandardLocation


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt answers for the system it runs on")
@pytest.mark.parametrize("chosen", ["", "/srv/data", "relative/path"])
def test_qt_says_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chosen: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, chosen)
    config, data, cache = (
        Path(QStandardPaths.writableLocation(location), "statusref")
        for location in (Location.GenericConfigLocation, Location.GenericDataLocation, Location.GenericCacheLocation)
    )
    assert standard_paths(Machine.this()) == Paths(
        config / "settings.ini", data / "userdata.sqlite", data / "crash.log", cache
    )
    assert not list(tmp_path.iterdir()), "asking makes nothing"


@pytest.mark.parametrize(
    ("machine", "folders"),
    [
        (
            Machine("darwin", {"XDG_DATA_HOME": "/not/here"}, "/Users/kim"),
            ("Library/Preferences", "Library/Application Support", "Library/Caches"),
        ),
        (
            Machine("win32", {"LOCALAPPDATA": "D:\\Kim\\Local\\"}, "C:\\Users\\kim"),
            ("D:\\Kim\\Local", "D:\\Kim\\Local", "D:\\Kim\\Local\\cache"),
        ),
        (
            Machine("win32", {}, "C:\\Users\\kim"),
            ("C:\\Users\\kim\\AppData\\Local",) * 2 + ("C:\\Users\\kim\\AppData\\Local\\cache",),
        ),
        (Machine("freebsd14", {}, "/home/kim"), (".config", ".local/share", ".cache")),
    ],
)
def test_each_system_has_its_own_places(machine: Machine, folders: tuple[str, ...]) -> None:
    """As Qt documents them for the generic locations."""
    slash = "\\" if machine.platform == "win32" else "/"
    expected = [folder if ":" in folder else f"{machine.home}/{folder}" for folder in folders]
    found = (settings_folder(machine), data_folder(machine), cache_folder(machine))
    assert list(found) == [f"{folder}{slash}statusref" for folder in expected]


@pytest.mark.parametrize("home", [None, "", "/", "here"])
def test_without_a_home_nothing_lies_at_the_root_of_the_disk(monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    if sys.platform == "win32":
        pytest.skip("HOME names no folder there")
    pwd = pytest.importorskip("pwd")
    own = pwd.getpwuid(os.getuid()).pw_dir
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)
    assert Machine.this().home == own
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)
    assert Machine.this().home == "/", "never a folder of the name ~ below the present one"
