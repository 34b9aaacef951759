"""The wheel contains the program and its resources, and nothing else."""

import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from statusref import __version__
from tests.packaging.checkout import CHECKOUT, files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("statusref-*-py3-none-any.whl")
    return zipfile.ZipFile(path)


def test_every_resource_is_inside_unchanged(wheel: zipfile.ZipFile) -> None:
    resources = [path for path in files() if path.is_relative_to(CHECKOUT / "resources")]
    assert len(resources) > 200
    names = set(wheel.namelist())
    for path in resources:
        name = f"statusref/_resources/{path.relative_to(CHECKOUT / 'resources').as_posix()}"
        assert name in names
        assert wheel.read(name) == path.read_bytes(), name


def test_what_the_first_start_would_work_out_is_inside(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    program = (
        "from pathlib import Path\n"
        "from statusref.core.kept_library import kept_library\n"
        "from statusref.domain.words import FILE, WINDOW_FILE\n"
        "from statusref.resources import resource_root\n"
        "from statusref.search.saved import saved_parts\n"
        "for kept in (kept_library(None, resource_root(), FILE, WINDOW_FILE), saved_parts(None, resource_root())):\n"
        "    assert kept.load(), kept.brought\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_is_inside_and_no_test(wheel: zipfile.ZipFile) -> None:
    modules = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "statusref").rglob("*.py")}
    names = {name for name in wheel.namelist() if not name.startswith("statusref/_resources/")}
    assert {name for name in names if name.endswith(".py")} == modules
    assert {Path(name).parts[0] for name in names} == {"statusref", f"statusref-{__version__}.dist-info"}


def test_metadata_names_version_command_and_licences(wheel: zipfile.ZipFile) -> None:
    info = f"statusref-{__version__}.dist-info"
    metadata = message_from_string(wheel.read(f"{info}/METADATA").decode())
    assert (metadata["Version"], metadata["Requires-Python"]) == (__version__, ">=3.11")
    assert "statusref = statusref.app.main:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert f"{info}/licenses/resources/fonts/LICENSE.txt" in wheel.namelist()
