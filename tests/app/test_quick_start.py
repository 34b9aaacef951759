"""A start with the help of what an earlier one left is the same as a start without."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from statusref.app.quick_start.start import FILE, SWITCH

CHECKOUT = Path(__file__).resolve().parents[2]


def start(cache: Path, wanted: str, checkout: Path = CHECKOUT, *, stock: bool = False) -> Any:
    variables = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(checkout),
        "PYTHONHASHSEED": "0",
        SWITCH: "10"[stock],
    }
    command = [sys.executable, "-m", "tests.app.start_probe", str(cache), wanted]
    done = subprocess.run(
        command, cwd=checkout, env=os.environ | variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder in which an earlier start has left its results."""
    folder = tmp_path_factory.mktemp("cache")
    start(folder, "modules")
    assert (folder / FILE).is_file()
    return folder


def test_the_modules_of_the_window_come_from_the_file(cache: Path) -> None:
    found = start(cache, "modules")
    assert len(found["kept"]) > 100
    # What is left was imported before the file was read.
    assert {"statusref.app.bootstrap", "statusref.views.main_window"} <= set(found["kept"])


def test_every_enum_of_qt_is_the_same(cache: Path) -> None:
    quick, stock = start(cache, "enums"), start(cache, "enums", stock=True)
    assert len(stock) > 600
    for ours, theirs in zip(quick, stock, strict=True):
        assert ours == theirs


def test_what_only_mistakes_need_is_loaded_when_one_is_made(cache: Path) -> None:
    loaded = set(start(cache, "modules")["all"])
    assert "shibokensupport.signature.errorhandler" in loaded
    assert not loaded & {"inspect", "ast", "argparse", "logging", "threading"}
    assert start(cache, "mistakes") == start(cache, "mistakes", stock=True)


def test_times_are_the_same(cache: Path) -> None:
    assert start(cache, "times") == start(cache, "times", stock=True)


def test_the_window_looks_the_same(cache: Path) -> None:
    assert start(cache, "picture") == start(cache, "picture", stock=True)


@pytest.mark.parametrize("content", [b"", b"statusref kept 2\n", os.urandom(5000)])
def test_a_damaged_file_is_written_anew(cache: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert start(tmp_path, "modules")["kept"] == []
    assert (tmp_path / FILE).read_bytes() != content
    assert start(tmp_path, "modules")["kept"]


def test_where_nothing_can_be_kept_the_window_starts_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    assert start(blocked, "modules")["kept"] == []


def test_a_changed_module_is_imported_from_its_source(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(CHECKOUT / "statusref", copy / "statusref", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "tests" / "app").mkdir(parents=True)
    shutil.copy(Path(__file__).with_name("start_probe.py"), copy / "tests" / "app")
    (copy / "resources").symlink_to(CHECKOUT / "resources")
    cache = tmp_path / "cache"
    start(cache, "modules", copy)
    changed = copy / "statusref" / "app" / "windows.py"
    changed.write_text(changed.read_text("utf-8") + "\nCHANGED = True\n", "utf-8")
    first, second = (start(cache, "modules", copy) for _ in range(2))
    assert "statusref.app.windows" not in first["kept"]
    assert "statusref.app.windows" in second["kept"], "it is kept again"
    # Another installation with the same cache folder runs its own modules.
    assert start(cache, "modules")["kept"] == []
