"""Exports of the shipped resources."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from statusref.export.formats import FORMATS, Format
from statusref.export.writing import write_export

BOTH = tuple(Language)
NO_MEMOS: Mapping[str, str] = {}
Dom = Callable[..., str]


@pytest.fixture(scope="session")
def library(resources: Path) -> Library:
    return Library(resources)


@pytest.fixture(scope="session")
def everything(library: Library) -> Contents:
    return choose_contents(library, ClassFilter.ALL, BOTH, NO_MEMOS)


@pytest.fixture(scope="session")
def few(library: Library) -> Contents:
    """Two codes in both languages, with what belongs to them."""
    return choose_contents(library, {"404", "410"}, BOTH, NO_MEMOS)


def format_called(name: str) -> Format:
    return next(row for row in FORMATS if row.name == name)


def export(name: str, contents: Contents, path: Path) -> Path:
    write_export(format_called(name), contents, path, lambda _done, _steps: None)
    return path


@pytest.fixture(scope="session")
def dom(tmp_path_factory: pytest.TempPathFactory) -> Dom:
    """Open a page in Chromium and return what it made of it, after its scripts and ``more``, one of the test."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs Chromium")

    def run(page: Path, more: str = "") -> str:
        copy = page
        if more:
            copy = page.with_name(f"more-{page.name}")
            copy.write_text(page.read_text("utf-8") + f"<script>{more}</script>", "utf-8")
        profile = tmp_path_factory.mktemp("profile")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        done = subprocess.run(
            [*command, "--dump-dom", copy.as_uri()], capture_output=True, text=True, timeout=120, check=True
        )
        return done.stdout

    return run
