"""A medium that can be write-protected, such as a stick with a switch."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def medium(folder: Path) -> Iterator[Callable[[], None]]:
    """Put an empty medium at ``folder``; what is yielded protects it. Needs root on Linux."""
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None:
        pytest.skip("needs Linux")
    if subprocess.run([mount, "-t", "tmpfs", "none", folder], check=False).returncode:
        pytest.skip("no file system can be mounted here")

    def protect() -> None:
        subprocess.run([mount, "-o", "remount,ro", folder], check=True)

    try:
        yield protect
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
