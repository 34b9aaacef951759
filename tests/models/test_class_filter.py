"""The class filter: what falls under a choice, and the counts on the buttons."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter, filters_of
from statusref.domain.status import StatusClass
from statusref.models.result_rows import Row, RowChooser

ALL = ClassFilter.ALL
NAMES = {choice.value: choice for choice in ClassFilter}


@pytest.mark.parametrize(
    ("entry_id", "choices"),
    [
        ("404", ["all", "essential", "4xx"]),
        ("402", ["all", "4xx"]),
        ("100", ["all", "1xx"]),
        ("499-nginx", ["all", "4xx", "unofficial"]),
        ("451-exchange", ["all", "4xx", "unofficial"]),
        ("999-linkedin", ["all", "unofficial"]),
        ("000-aws", ["all", "unofficial"]),
    ],
)
def test_a_class_includes_its_unofficial_entries(catalogue: Catalogue, entry_id: str, choices: list[str]) -> None:
    entry = catalogue.get(entry_id)
    assert entry is not None
    assert [choice.value for choice in filters_of(entry)] == choices


def test_numbers_fall_under_their_class(catalogue: Catalogue) -> None:
    assert filters_of(catalogue.explain(299)) == (ALL, ClassFilter.SUCCESSFUL)
    assert filters_of(catalogue.explain(742)) == (ALL,)


def test_choices_that_are_a_class_know_it() -> None:
    assert [choice.status_class for choice in ClassFilter if choice.status_class] == list(StatusClass)
    assert ALL.status_class is ClassFilter.UNOFFICIAL.status_class is None


def test_the_counts_of_the_whole_catalogue(catalogue: Catalogue) -> None:
    choice = RowChooser().choose([Row(entry) for entry in catalogue.entries], ALL)
    assert len(choice.rows) == 103
    assert {name: choice.counts[member] for name, member in NAMES.items()} == {
        "all": 103,
        "essential": 27,
        "1xx": 5,
        "2xx": 11,
        "3xx": 9,
        "4xx": 48,
        "5xx": 27,
        "unofficial": 39,
        "neighbour": 0,
    }


@pytest.mark.parametrize("chosen", ClassFilter)
def test_a_button_leaves_as_many_rows_as_it_says(catalogue: Catalogue, chosen: ClassFilter) -> None:
    chooser = RowChooser()
    rows = [Row(entry) for entry in reversed(catalogue.entries)]
    promised = chooser.choose(rows, ALL).counts[chosen]
    choice = chooser.choose(rows, chosen)
    assert len(choice.rows) == promised
    assert choice.rows == [row for row in rows if row in choice.rows], "the order changed"
    assert choice.counts == chooser.choose(rows, ALL).counts, "the counts must not depend on the choice"


def test_bookmarks_narrow_rows_and_counts(catalogue: Catalogue) -> None:
    rows = [Row(entry) for entry in catalogue.entries]
    choice = RowChooser().choose(rows, ClassFilter.CLIENT_ERROR, only={"404", "500", "499-nginx"})
    assert [row.target.id for row in choice.rows] == ["404", "499-nginx"]
    assert (choice.counts[ALL], choice.counts[ClassFilter.SERVER_ERROR], choice.counts[ClassFilter.UNOFFICIAL]) == (
        3,
        1,
        1,
    )
    assert RowChooser().choose(rows, ALL, only=()).rows == []


def test_no_rows_leave_no_counts() -> None:
    choice = RowChooser().choose([], ClassFilter.ESSENTIAL)
    assert choice.rows == []
    assert choice.counts[ALL] == 0
