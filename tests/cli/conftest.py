"""Runs the command line inside the test's process, and as a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from statusref.cli.console import Console
from statusref.cli.program import WindowRequest, answer
from statusref.domain.library import Library
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.saved import saved_parts
from tests.shipped import copy_resources, shipped_library

CHECKOUT = Path(__file__).resolve().parents[2]


class Outcome(NamedTuple):
    code: int | WindowRequest
    out: str
    err: str


Cli = Callable[..., Outcome]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder in which a window has left what its search needs."""
    folder = tmp_path_factory.mktemp("cache")
    library = shipped_library()
    saved = saved_parts(folder / "statusref", library.root)
    for _ in SearchEngine(library.catalogue, library.prose, library, saved).prepare():
        pass
    return folder


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: Path) -> None:
    """Keep the tests away from the data of whoever runs them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))


def library_of(root: Path) -> Library:
    return shipped_library() if root == resource_root() else Library(root)


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run the arguments with the shipped resources, or with those under ``root``."""
    monkeypatch.setattr("statusref.cli.commands.Library", library_of)

    def run(
        *arguments: str,
        stdin: bytes = b"",
        root: Path | None = None,
        environment: dict[str, str] | None = None,
        width: int | None = None,
    ) -> Outcome:
        console = Console(io.BytesIO(stdin), out := io.BytesIO(), err := io.BytesIO(), width)
        code = answer(arguments, environment or {}, root or resource_root(), console)
        return Outcome(code, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))

    return run


@pytest.fixture
def process() -> Process:
    """Run the arguments as ``python -m statusref`` with an environment that names no locale but ``environment``'s."""

    def run(
        *arguments: str | bytes, stdin: bytes = b"", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "statusref", *arguments],
            input=stdin,
            capture_output=True,
            env=bare_environment() | (environment or {}),
            cwd=CHECKOUT,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def copied_root(tmp_path: Path) -> Path:
    """A copy of the resources that a test may damage."""
    return copy_resources(tmp_path / "resources", "codes", "notes", "i18n", "registry.json")


def bare_environment() -> dict[str, str]:
    """The process's environment without anything that says a language or hides warnings."""
    dropped = ("LC_", "LANG", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONCOERCECLOCALE")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)} | {
        "PYTHONWARNINGS": "error"
    }
