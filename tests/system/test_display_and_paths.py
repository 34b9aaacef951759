"""Whether a window can be opened, and the paths of files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from statusref.system.display import has_display
from statusref.system.paths import standard_paths


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({}, "freebsd14", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":1"}, "linux", True),
        ({"QT_QPA_PLATFORM": ""}, "linux", False),
    ],
)
def test_a_display_is_there_or_not(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert has_display(environment, platform) is expected


def test_everything_lies_under_the_programs_own_folders(qapp: object) -> None:
    paths = standard_paths()
    locations = QStandardPaths.StandardLocation
    config = Path(QStandardPaths.writableLocation(locations.GenericConfigLocation))
    data = Path(QStandardPaths.writableLocation(locations.GenericDataLocation))
    assert paths.settings == config / "statusref" / "settings.ini"
    assert paths.data.parent == paths.log.parent == data / "statusref"
    assert len({paths.settings, paths.data, paths.log}) == 3


def test_the_user_says_where(qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    paths = standard_paths()
    assert paths.settings.is_relative_to(tmp_path / "config")
    assert paths.data.is_relative_to(tmp_path / "data")
    assert not paths.settings.parent.exists(), "asking makes nothing"
