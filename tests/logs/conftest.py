"""One reader of lines for all tests: making one compiles patterns."""

import pytest

from statusref.domain.library import Library
from statusref.logs.evidence import LineReader
from statusref.resources import resource_root

EVIDENCE = LineReader(Library(resource_root()).catalogue)


@pytest.fixture
def evidence() -> LineReader:
    """Reads lines with the shipped catalogue."""
    return EVIDENCE
