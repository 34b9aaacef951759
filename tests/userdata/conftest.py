"""Fixtures: a file of user data in a folder of its own, and a clock that the test moves."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from statusref.userdata.user_data import UserData, open_user_data

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
NOBODY = 65534


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


Opener = Callable[[], UserData]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "statusref.sqlite3"


@pytest.fixture
def opened(path: Path, clock: Clock) -> Iterator[Opener]:
    """Open the file; it is closed again at the end of the test."""
    known: list[UserData] = []

    def open_one() -> UserData:
        known.append(open_user_data(path, clock))
        return known[-1]

    yield open_one
    for user_data in known:
        user_data.close()


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of 400 KiB. Needs root on Linux. Another test uses SQLite's page limit and runs everywhere."""
    folder = Path(tempfile.mkdtemp())
    mount = shutil.which("mount")
    if (
        mount is None
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], check=False).returncode
    ):
        folder.rmdir()
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        folder.rmdir()


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every user may enter. Only the owner may enter those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for inner in folder.rglob("*"):
        inner.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Give up being root, because root may read and write in spite of permissions."""
    if sys.platform != "linux":
        pytest.skip("permissions and users of Linux")
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@contextmanager
def as_owner() -> Iterator[None]:
    """Inside ``without_privileges``: be the user who made the files again."""
    if sys.platform != "linux":
        pytest.skip("permissions and users of Linux")
    ids = os.getresuid()
    os.setresuid(ids[2], ids[2], ids[2])
    try:
        yield
    finally:
        os.setresuid(*ids)
