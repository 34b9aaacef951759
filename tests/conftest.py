"""Fixtures for all tests: the shipped resources, loaded once."""

import os
from pathlib import Path

# Must be set before Qt is imported, so that the tests open no windows on the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore, read_notes
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.words import FILE, WINDOW_FILE, Words
from statusref.resources import resource_root

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
def catalogue(resources: Path) -> Catalogue:
    return load_catalogue(resources)


@pytest.fixture(scope="session")
def prose(resources: Path) -> ProseStore:
    return ProseStore(resources)


@pytest.fixture(scope="session")
def notes(resources: Path, catalogue: Catalogue) -> NoteStore:
    return NoteStore(resources, read_notes(resources, catalogue))


@pytest.fixture(scope="session")
def words(resources: Path) -> Words:
    return Words.load(resources, FILE, WINDOW_FILE)
