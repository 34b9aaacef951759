"""While a name of an entry is typed, the entry is among the results after every stroke. Checked for all names."""

from collections.abc import Iterator

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.search.engine import SearchEngine
from tests.search.keyboard import initials, states

_KNOWN: dict[str, frozenset[str]] = {}


def hits(engine: SearchEngine, query: str) -> frozenset[str]:
    if query not in _KNOWN:
        _KNOWN[query] = frozenset(match.id for match in engine.search(query).matches)
    return _KNOWN[query]


def korean_names(catalogue: Catalogue) -> Iterator[tuple[Entry, str]]:
    for entry in catalogue.entries:
        for name in (entry.korean, *entry.aliases):
            yield entry, name


def english_names(catalogue: Catalogue) -> Iterator[tuple[Entry, str]]:
    for entry in catalogue.entries:
        yield entry, entry.phrase
        for name in (*entry.former, *entry.other_names):
            yield entry, name.phrase


def without_each_space(name: str) -> set[str]:
    """Return the name with all its spaces, with none, and with each of them left out."""
    words = name.split(" ")
    some = {" ".join(words[:i]) + " ".join(words[i:]) for i in range(1, len(words))}
    return {name, "".join(words)} | some


@pytest.fixture(autouse=True, scope="module")
def _forget() -> Iterator[None]:
    yield
    _KNOWN.clear()


def test_korean_names_key_by_key(engine: SearchEngine, catalogue: Catalogue) -> None:
    seen = 0
    missed = []
    for entry, name in korean_names(catalogue):
        for spelling in without_each_space(name):
            for state in states(spelling):
                seen += 1
                if entry.id not in hits(engine, state):
                    missed.append((entry.id, name, state))
    assert seen > 5000
    assert not missed


def test_korean_names_by_initials(engine: SearchEngine, catalogue: Catalogue) -> None:
    missed = []
    for entry, name in korean_names(catalogue):
        for spelling in (name, name.replace(" ", "")):
            for end in range(1, len(spelling) + 1):
                state = initials(spelling[:end])
                if entry.id not in hits(engine, state):
                    missed.append((entry.id, name, state))
    assert not missed


def test_english_names_prefix_by_prefix(engine: SearchEngine, catalogue: Catalogue) -> None:
    missed = [
        (entry.id, name, spelling[:end])
        for entry, name in english_names(catalogue)
        for spelling in (name.lower(), name, name.replace(" ", "").lower())
        for end in range(1, len(spelling) + 1)
        if entry.id not in hits(engine, spelling[:end])
    ]
    assert not missed


def test_before_the_rest_is_ready(names_engine: SearchEngine, catalogue: Catalogue) -> None:
    for entry in catalogue.entries[::7]:
        for state in states(entry.korean):
            assert entry.id in [match.id for match in names_engine.search(state).matches], state
