"""One reader of lines for all tests: making one compiles patterns."""

import pytest

from statusref.logs.evidence import LineReader
from tests.shipped import window_library

EVIDENCE = LineReader(window_library().catalogue)


@pytest.fixture
def evidence() -> LineReader:
    """Reads lines with the shipped catalogue."""
    return EVIDENCE
