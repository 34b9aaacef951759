"""Fixtures: the shipped catalogue and engines that search it."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.search.engine import SearchEngine
from tests.search.asking import prepared


@pytest.fixture(scope="session")
def shipped_engine(library: Library) -> SearchEngine:
    """An engine with all indexes built: prose, situations, and what stands beside the codes."""
    return prepared(SearchEngine(library.catalogue, library.prose, library))


@pytest.fixture(scope="session")
def names_engine(catalogue: Catalogue) -> SearchEngine:
    """An engine that was not prepared, as it answers the first key press."""
    return SearchEngine(catalogue)


@pytest.fixture(scope="session")
def engine(shipped_engine: SearchEngine) -> SearchEngine:
    return shipped_engine
