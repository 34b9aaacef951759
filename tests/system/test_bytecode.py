"""Bytecode is kept in the user's cache folder where it cannot be kept beside the sources."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    copy = tmp_path / "checkout"
    shutil.copytree(CHECKOUT / "statusref", copy / "statusref", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "main.py", copy)
    (copy / "resources").symlink_to(CHECKOUT / "resources")
    return copy


def show(checkout: Path, cache: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, str(checkout / "main.py"), "show", "404"]
    subprocess.run(
        command, check=True, env=environment | {"XDG_CACHE_HOME": str(cache)}, stdout=subprocess.DEVNULL, timeout=60
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the cache folder has other names elsewhere")
def test_in_a_checkout_that_cannot_be_written(checkout: Path, tmp_path: Path) -> None:
    for folder in (checkout / "statusref", *(path for path in checkout.rglob("statusref/**/") if path.is_dir())):
        # Root may write anywhere. A file of this name stops root, too.
        (folder / "__pycache__").touch()
    cache = tmp_path / "cache"
    show(checkout, cache)
    assert list((cache / "statusref" / "bytecode").rglob("commands.*.pyc"))


def test_beside_the_sources_where_that_is_possible(checkout: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    show(checkout, cache)
    assert list(checkout.rglob("commands.*.pyc"))
    assert not (cache / "statusref" / "bytecode").exists()
