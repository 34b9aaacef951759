"""The window and the command line use the same file."""

import os
import sys
from pathlib import Path

import pytest

from statusref.system.paths import standard_paths
from statusref.userdata.place import data_file, search_cache


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt answers for the system it runs on")
@pytest.mark.parametrize("chosen", ["", "/srv/data", "relative/path"])
def test_qt_says_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chosen: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", chosen)
    monkeypatch.setenv("XDG_CACHE_HOME", chosen)
    assert data_file(os.environ, sys.platform, Path.home()) == standard_paths().data
    assert search_cache(os.environ, sys.platform, Path.home()) == standard_paths().search_cache


def test_each_system_has_its_own_place() -> None:
    home = Path("/home/kim")
    assert data_file({}, "darwin", home) == home / "Library" / "Application Support" / "statusref" / "userdata.sqlite"
    assert data_file({"LOCALAPPDATA": "/data"}, "win32", home) == Path("/data/statusref/userdata.sqlite")
    assert search_cache({}, "darwin", home) == home / "Library" / "Caches" / "statusref" / "search.bin"
    assert search_cache({"LOCALAPPDATA": "/data"}, "win32", home) == Path("/data/cache/statusref/search.bin")
