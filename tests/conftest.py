"""Fixtures for all tests: the shipped resources, loaded once."""

import os
import sys
import tempfile
from pathlib import Path

# Must be set before Qt is imported, so that the tests open no windows on the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.words import Words
from statusref.resources import resource_root
from tests.shipped import window_library

_MEMORY = Path("/dev/shm")
_ROOM = 1_000_000_000
"""Bytes. A container often has no more than 64 MB there."""


def _make_files_in_memory() -> None:
    """Let temporary files lie in memory: to start the window once waits for the disk some twenty times."""
    if sys.platform == "linux" and "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK):
        state = os.statvfs(_MEMORY)
        if state.f_bavail * state.f_frsize >= _ROOM and not state.f_flag & os.ST_NOEXEC:
            os.environ["TMPDIR"] = str(_MEMORY)
            tempfile.tempdir = None  # pytest has asked for the folder before


_make_files_in_memory()

# The same examples in every run, and no time limit for slow machines.
settings.register_profile("statusref", deadline=None, derandomize=True, database=None)
settings.load_profile("statusref")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's style, once for all tests: to set it again takes longer with every window that was ever made."""
    return ["statusref", "-style", "fusion"]


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder of the shipped resources. Tests must not write to it."""
    return resource_root()


@pytest.fixture(scope="session")
def library() -> Library:
    """All that the shipped resources hold. It is not changed by anybody."""
    return window_library()


@pytest.fixture(scope="session")
def catalogue(library: Library) -> Catalogue:
    return library.catalogue


@pytest.fixture(scope="session")
def prose(library: Library) -> ProseStore:
    return library.prose


@pytest.fixture(scope="session")
def notes(library: Library) -> NoteStore:
    return library.notes


@pytest.fixture(scope="session")
def words(library: Library) -> Words:
    return library.words
