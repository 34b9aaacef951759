"""The notes' tables of measured clients: the lab reads them, and both languages say the same."""

import pytest

from statusref.domain.text import Language
from statusref.lab import measured
from statusref.lab.matrix.cases import cases_of
from statusref.lab.matrix.outcomes import Kind, Outcome, Passing
from statusref.lab.requests import METHODS
from tests.lab.conftest import library

KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


def in_both(texts: dict[str, str], cell: str) -> str:
    return " / ".join(texts[part] for part in cell.split(" / "))


def test_both_notes_say_the_same_of_redirects_in_the_words_of_the_lab() -> None:
    words = library().words
    outcomes = [Outcome(kind, method) for kind in Kind for method in METHODS]
    texts = {outcome.text(words, ENGLISH): outcome.text(words, KOREAN) for outcome in outcomes}
    english, korean = (measured.outcomes(library(), language) for language in (ENGLISH, KOREAN))
    assert [[in_both(texts, cell) for cell in row] for row in english.rows.values()] == [
        *map(list, korean.rows.values())
    ]
    assert list(map(cases_of, english.columns)) == list(map(cases_of, korean.columns))
    assert [case.name for case in cases_of(korean.columns[-1])] == ["307-POST", "308-POST"]


def test_both_notes_say_the_same_of_what_goes_along() -> None:
    words = library().words
    texts = {
        words.text(f"lab.passing.{passing.value}", ENGLISH): words.text(f"lab.passing.{passing.value}", KOREAN)
        for passing in Passing
    }
    english, korean = (measured.passing(library(), language) for language in (ENGLISH, KOREAN))
    for there, here in zip(english.rows.values(), korean.rows.values(), strict=True):
        assert (there[0], *(in_both(texts, cell) for cell in there[1:])) == here


@pytest.mark.parametrize("language", Language)
def test_both_tables_have_the_same_clients(language: Language) -> None:
    assert list(measured.outcomes(library(), language).rows) == list(measured.passing(library(), language).rows)
