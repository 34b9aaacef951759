"""The trees of the shipped chooser, in both languages."""

import pytest

from statusref.diagram.branches import Branch, trees
from statusref.domain.library import Library
from statusref.domain.text import Language


@pytest.fixture(scope="session", params=Language, ids=lambda language: language.value)
def grown(request: pytest.FixtureRequest, library: Library) -> tuple[Branch, ...]:
    return trees(library.chooser, library.catalogue, request.param)
