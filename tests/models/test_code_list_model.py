"""The rows that the list shows: which, in which order, what they say, and that the model keeps Qt's rules."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from statusref.domain.catalogue import Catalogue, title
from statusref.domain.class_filter import ClassFilter
from statusref.models.code_list_model import MAX_ROWS, CodeListModel
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from tests.models.conftest import Check

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qapp: object) -> CodeListModel:
    return CodeListModel(lambda item: "spoken" if isinstance(item, Row) else "more")


def entries(catalogue: Catalogue, *ids: str) -> list[Row]:
    return [Row(entry) for entry_id in ids if (entry := catalogue.get(entry_id)) is not None]


def many(catalogue: Catalogue, count: int) -> list[Row]:
    """Entries first, then numbers, so that there are as many different rows as are asked for."""
    numbers = [code for code in range(100, 600) if not any(entry.official for entry in catalogue.with_code(code))]
    return [*map(Row, catalogue.entries), *(Row(catalogue.explain(code)) for code in numbers)][:count]


def shown(model: CodeListModel) -> list[str]:
    return [str(model.index(row).data(DISPLAY)) for row in range(model.rowCount())]


@pytest.mark.parametrize("count", [0, 1, 103, MAX_ROWS, MAX_ROWS + 1, 300])
def test_it_is_a_sound_model(model: CodeListModel, catalogue: Catalogue, check_model: Check, count: int) -> None:
    model.show(many(catalogue, count))
    check_model(model)
    model.show_all()
    check_model(model)
    model.show([])
    check_model(model)
    model.show(entries(catalogue, "404", "410"))
    check_model(model)


def test_nothing_is_shown_at_first(model: CodeListModel) -> None:
    assert (model.rowCount(), model.total) == (0, 0)
    assert not model.index(0).isValid()


def test_a_row_says_code_and_phrase_and_aloud_the_korean_meaning_too(
    model: CodeListModel, catalogue: Catalogue
) -> None:
    model.show([*entries(catalogue, "404"), Row(catalogue.explain(299))])
    index = model.index(0)
    assert index.data(DISPLAY) == "404 Not Found"
    assert index.data(SPOKEN) == "spoken"
    assert index.data(Role.ID) == "404"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(1).data(DISPLAY) == model.index(1).data(Role.ID) == "299"
    assert model.data(QModelIndex(), DISPLAY) is None
    assert model.rowCount(index) == 0


def test_a_number_without_a_phrase_is_not_said_twice(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        assert title(entry).split(" ").count(entry.number) == 1
    assert title(catalogue.explain(299)) == "299"
    assert title(catalogue.explain(42)) == "042"


def test_rows_keep_the_order_in_which_they_were_given(model: CodeListModel, catalogue: Catalogue) -> None:
    rows = [*entries(catalogue, "410", "404", "499-nginx"), Row(catalogue.explain(299), count=3)]
    model.show(rows)
    assert shown(model) == ["410 Gone", "404 Not Found", "499 Client Closed Request", "299"]
    assert model.index(1).data(Role.ITEM) is model.item(1) is rows[1]
    assert model.row_of("499-nginx") == 2
    assert model.row_of("299") == 3
    assert model.row_of("405") is None


def test_only_rows_of_the_chosen_class_are_shown(model: CodeListModel, catalogue: Catalogue) -> None:
    rows = entries(catalogue, "500", "410", "404", "499-nginx")
    model.show(rows, ClassFilter.CLIENT_ERROR)
    assert shown(model) == ["410 Gone", "404 Not Found", "499 Client Closed Request"]
    assert model.counts[ClassFilter.SERVER_ERROR] == 1
    model.show(rows, ClassFilter.CLIENT_ERROR, only={"410", "500"})
    assert shown(model) == ["410 Gone"]
    assert model.total == 1


def test_more_than_the_list_shows(model: CodeListModel, catalogue: Catalogue) -> None:
    model.show(many(catalogue, MAX_ROWS + 50))
    assert (model.rowCount(), model.total) == (MAX_ROWS + 1, MAX_ROWS + 50)
    last = model.index(MAX_ROWS)
    for item in (last.data(Role.ITEM), model.item(MAX_ROWS)):
        assert isinstance(item, More)
        assert item.count == 50
    assert last.data(DISPLAY) == "+50"
    assert last.data(Role.ID) is None
    assert last.flags() & Qt.ItemFlag.ItemIsSelectable
    model.show_all()
    assert (model.rowCount(), model.total) == (MAX_ROWS + 50, MAX_ROWS + 50)
    assert isinstance(model.item(MAX_ROWS), Row)


def test_as_many_as_the_list_shows_need_no_further_row(model: CodeListModel, catalogue: Catalogue) -> None:
    model.show(many(catalogue, MAX_ROWS))
    assert model.rowCount() == model.total == MAX_ROWS


def test_whoever_looks_on_is_told_once_that_all_rows_changed(
    qtbot: QtBot, model: CodeListModel, catalogue: Catalogue
) -> None:
    seen: list[int] = []
    model.modelReset.connect(lambda: seen.append(model.rowCount()))
    rankings: Sequence[list[Row]] = [entries(catalogue, "404"), [], entries(catalogue, "404", "410", "500")]
    for ranking in rankings:
        model.show(ranking)
    assert seen == [1, 0, 3]


def test_indexes_outside_the_list_are_not_valid(model: CodeListModel, catalogue: Catalogue) -> None:
    model.show(entries(catalogue, "404"))
    for row, column in ((-1, 0), (1, 0), (0, 1), (0, -1)):
        assert not model.index(row, column).isValid()
    assert not model.index(0, 0, model.index(0)).isValid()
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
