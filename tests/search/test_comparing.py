"""Comparisons: both codes first, then the note about them, and the sentence that tells them apart."""

from functools import partial

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import ConfusablePair, Entry
from statusref.search.engine import SearchEngine
from tests.content.material import shipped
from tests.search.asking import all_ids, ids
from tests.shipped import window_library

PAIRS = shipped().pairs


def entries_of(catalogue: Catalogue, pair: ConfusablePair) -> list[Entry]:
    return [entry for entry in map(catalogue.get, pair.ids) if entry is not None]


@pytest.mark.parametrize(
    "form", ["{} vs {}", "{} {} 차이", "{}와 {}", "difference between {} and {}", "{} instead of {}"]
)
def test_every_pair_by_number(engine: SearchEngine, catalogue: Catalogue, form: str) -> None:
    missed = []
    for one, other in map(partial(entries_of, catalogue), PAIRS):
        results = engine.search(form.format(one.number, other.number))
        numbers = [one.number, other.number]
        compared = {entry_id[:3] for entry_id in results.comparison.pair.ids} if results.comparison else set()
        if one.number != other.number and ([match.id[:3] for match in results.codes[:2]], compared) != (
            numbers,
            set(numbers),
        ):
            missed.append(numbers)
    assert missed == []


@pytest.mark.parametrize("form", ["{} vs {}", "{} or {}", "difference between {} and {}"])
def test_every_pair_by_english_name(engine: SearchEngine, catalogue: Catalogue, form: str) -> None:
    missed = []
    for pair in PAIRS:
        one, other = entries_of(catalogue, pair)
        results = engine.search(form.format(one.phrase.lower(), other.phrase.lower()))
        is_compared = results.comparison is not None and results.comparison.pair == pair
        if one.phrase != other.phrase and not (is_compared and {m.id for m in results.codes[:2]} == set(pair.ids)):
            missed.append(pair.ids)
    assert missed == []


@pytest.mark.parametrize("form", ["{} vs {}", "{}, {} 차이", "{} 대신 {}"])
def test_every_pair_by_korean_name(engine: SearchEngine, catalogue: Catalogue, form: str) -> None:
    missed = []
    for pair in PAIRS:
        one, other = entries_of(catalogue, pair)
        comparison = engine.search(form.format(one.korean, other.korean)).comparison
        # Two entries may share a Korean name; then the registered one is meant.
        names = {entry.korean for entry in entries_of(catalogue, comparison.pair)} if comparison else set()
        if one.korean != other.korean and names != {one.korean, other.korean}:
            missed.append(pair.ids)
    assert missed == []


def test_the_note_follows_the_two_codes(engine: SearchEngine) -> None:
    for query in ("401 vs 403", "401 403 차이", "unauthorized vs forbidden", "403과 401"):
        assert all_ids(engine, query)[2] == "unauthorized-forbidden", query


def test_further_words_come_after(engine: SearchEngine) -> None:
    found = all_ids(engine, "301 302 seo")
    assert found[:3] == ["301", "302", "redirects"]


def test_a_pair_that_nobody_mixes_up_is_not_compared(engine: SearchEngine) -> None:
    results = engine.search("100 vs 511")
    assert results.comparison is None
    assert ids(engine, "100 vs 511")[:2] == ["100", "511"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("100 vs 511", ("100", "511")),
        ("301 302 307 308 차이", ("301", "302", "307", "308")),
        ("unauthorized vs forbidden", ("401", "403")),
        ("499 vs 504", ("499-nginx", "504")),
        ("404", ()),
        ("not found", ()),
        ("404 vs 404", ()),
    ],
)
def test_all_that_is_compared_is_told(engine: SearchEngine, query: str, ids: tuple[str, ...]) -> None:
    assert engine.search(query).compared == ids


def test_names_among_other_words_are_not_compared(engine: SearchEngine) -> None:
    assert engine.search("not found page is gone forever").comparison is None


def test_notes_are_those_of_the_library() -> None:
    notes = window_library().notes
    assert notes.get("unauthorized-forbidden") is not None
