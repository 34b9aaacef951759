"""Any number has an answer."""

import pytest

from statusref.domain.catalogue import Catalogue, InvalidNumber, UnassignedNumber
from statusref.domain.number_words import number_words, treat_as
from statusref.domain.status import StatusClass
from statusref.domain.text import Language
from statusref.domain.words import Words


def test_every_number_is_an_entry_or_explained(catalogue: Catalogue, words: Words) -> None:
    registered = {entry.code for entry in catalogue.entries if entry.official}
    for code in set(range(1000)) - registered:
        answer = catalogue.explain(code)
        assert answer.id == f"{code:03}"
        said = number_words(answer, words, catalogue)
        for language in Language:
            assert answer.id in said.summary[language]
            assert not [text for text in said if "{" in text[language] or not text[language]]


@pytest.mark.parametrize(
    ("code", "span", "generic"),
    [
        (299, (227, 299), "200"),
        (105, (105, 199), "100"),
        (399, (309, 399), "300"),
        (452, (452, 499), "400"),
        (599, (512, 599), "500"),
        (419, (419, 420), "400"),
    ],
)
def test_an_unassigned_number_names_its_range_and_its_class(
    catalogue: Catalogue, words: Words, code: int, span: tuple[int, int], generic: str
) -> None:
    answer = catalogue.explain(code)
    assert isinstance(answer, UnassignedNumber)
    assert answer.span == span
    assert treat_as(answer) == generic
    said = number_words(answer, words, catalogue)
    entry = catalogue.get(generic)
    assert entry is not None
    for language in Language:
        assert str(span[0]) in said.summary[language]
        assert str(span[1]) in said.summary[language]
        assert f"{generic} {entry.phrase}" in said.client[language]


def test_a_number_that_alone_is_unassigned_is_not_called_a_range(catalogue: Catalogue, words: Words) -> None:
    answer = catalogue.explain(427)
    assert isinstance(answer, UnassignedNumber)
    assert answer.span == (427, 427)
    summary = number_words(answer, words, catalogue).summary
    for language in Language:
        assert summary[language].count("427") == 1


@pytest.mark.parametrize("code", [0, 1, 42, 99, 600, 742, 999])
def test_a_number_outside_100_to_599_is_no_status_code(catalogue: Catalogue, words: Words, code: int) -> None:
    answer = catalogue.explain(code)
    assert answer == InvalidNumber(code)
    assert answer.id == f"{code:03}"
    assert treat_as(answer) == "5xx"
    said = number_words(answer, words, catalogue)
    for language in Language:
        assert "599" in said.summary[language]
        assert "5xx" in said.client[language]


def test_vendors_numbers_are_unassigned_all_the_same(catalogue: Catalogue) -> None:
    assert [entry.id for entry in catalogue.with_code(499)] == ["499-nginx"]
    assert isinstance(catalogue.explain(499), UnassignedNumber)
    assert [entry.id for entry in catalogue.with_code(999)] == ["999-linkedin"]
    assert isinstance(catalogue.explain(999), InvalidNumber)


def test_the_registered_meaning_of_a_number_comes_first(catalogue: Catalogue) -> None:
    assert [entry.id for entry in catalogue.with_code(451)] == ["451", "451-exchange"]
    assert [entry.id for entry in catalogue.with_code(508)] == ["508", "508-cpanel"]
    assert catalogue.with_code(299) == ()


def test_classes_by_the_first_digit() -> None:
    assert [StatusClass.of(code) for code in (99, 600, -1, 1000)] == [None] * 4
    assert [StatusClass.of(code) for code in (100, 299, 399, 404, 599)] == list(StatusClass)
    assert [member.first for member in StatusClass] == [100, 200, 300, 400, 500]


def test_ranges_of_a_class(catalogue: Catalogue) -> None:
    assert catalogue.unassigned_in(StatusClass.SUCCESSFUL) == ((209, 225), (227, 299))
    assert sum(len(catalogue.unassigned_in(member)) for member in StatusClass) == len(catalogue.unassigned)


def test_unknown_ids_have_no_entry(catalogue: Catalogue) -> None:
    for entry_id in ("", "299", "499", "404-nginx", " 404", "０４"):
        assert catalogue.get(entry_id) is None
