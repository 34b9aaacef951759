"""Our sentences are our own: no run of eight English words is taken from a specification."""

from functools import cache

import pytest

from statusref.domain.text import Language
from tests.content.material import passages
from tests.content.wording import read, shared_runs

TOLD = passages(Language.ENGLISH)
UNAVOIDABLE = {
    "200 203 204 206 300 301 308 404 405 410 414": "the codes that are heuristically cacheable, in order",
}
"""Runs that a reader looked at, and why they stay."""

specifications = cache(read)


def test_no_sentence_is_taken_from_a_specification() -> None:
    shared = [(place, run) for place, text in TOLD for run in shared_runs(text, specifications())]
    assert [(place, run) for place, run in shared if run not in UNAVOIDABLE] == []
    assert {run for _, run in shared} >= set(UNAVOIDABLE), "remove from UNAVOIDABLE what nothing says any more"


@pytest.mark.parametrize(
    "text",
    [
        "Like so: the origin server did not find a current representation for the target resource.",
        "The Origin server\ndid NOT find a current representation, for the `target` resource",
    ],
)
def test_the_wording_of_a_specification_is_found(text: str) -> None:
    run = "the origin server did not find a current representation for the target resource"
    assert shared_runs(text, specifications()) == [run]


def test_shorter_runs_are_nobodys() -> None:
    assert not shared_runs("The origin server did not find a page.", specifications())
