"""The catalogue as a list, and the rows of it that are shown."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from statusref.domain.catalogue import Catalogue, title
from statusref.domain.status import Entry
from statusref.models.catalogue_model import CatalogueModel, Role
from statusref.models.ranked_proxy import MAX_ROWS, More, RankedProxy, Row
from tests.models.conftest import Check

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qapp: object, catalogue: Catalogue) -> CatalogueModel:
    return CatalogueModel(catalogue)


@pytest.fixture
def proxy(model: CatalogueModel) -> RankedProxy:
    return RankedProxy(model)


def entries(catalogue: Catalogue, *ids: str) -> list[Row]:
    return [Row(entry) for entry_id in ids if (entry := catalogue.get(entry_id)) is not None]


def many(catalogue: Catalogue, count: int) -> list[Row]:
    """Entries first, then numbers, so that there are as many different rows as are asked for."""
    numbers = [code for code in range(100, 600) if not any(entry.official for entry in catalogue.with_code(code))]
    return [*map(Row, catalogue.entries), *(Row(catalogue.explain(code)) for code in numbers)][:count]


def shown(proxy: RankedProxy) -> list[str]:
    return [str(proxy.index(row, 0).data(DISPLAY)) for row in range(proxy.rowCount())]


def test_the_catalogue_is_a_sound_model(model: CatalogueModel, check_model: Check) -> None:
    check_model(model)


def test_a_row_says_code_and_phrase_and_aloud_the_korean_meaning_too(model: CatalogueModel) -> None:
    row = model.row_of(model.catalogue.with_code(404)[0])
    assert model.index(row).data(DISPLAY) == "404 Not Found"
    assert model.index(row).data(SPOKEN) == "404 Not Found, 찾을 수 없음"
    assert model.index(row).data(Role.ID) == "404"
    assert model.index(row).data(Role.TARGET) is model.target(row)
    assert model.index(row).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex(), DISPLAY) is None


def test_the_catalogue_is_in_its_order(model: CatalogueModel, catalogue: Catalogue) -> None:
    assert model.rowCount() == len(catalogue.entries)
    assert [model.target(row) for row in range(model.rowCount())] == list(catalogue.entries)
    assert model.rowCount(model.index(0)) == 0


def test_a_number_without_a_phrase_is_not_said_twice(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        assert title(entry).split(" ").count(entry.number) == 1
    assert title(catalogue.explain(299)) == "299"
    assert title(catalogue.explain(42)) == "042"


def test_a_number_that_is_asked_for_gets_one_row(
    model: CatalogueModel, catalogue: Catalogue, check_model: Check
) -> None:
    check_model(model)
    before = model.rowCount()
    rows = [model.row_of(catalogue.explain(code)) for code in (299, 742, 299)]
    assert rows == [before, before + 1, before]
    assert model.rowCount() == before + 2
    assert model.index(before).data(DISPLAY) == model.index(before).data(SPOKEN) == "299"
    check_model(model)


@pytest.mark.parametrize("count", [0, 1, 103, MAX_ROWS, MAX_ROWS + 1, 300])
def test_what_is_shown_is_a_sound_model(
    proxy: RankedProxy, catalogue: Catalogue, check_model: Check, count: int
) -> None:
    proxy.show(many(catalogue, count))
    check_model(proxy)
    proxy.show_all()
    check_model(proxy)
    proxy.show([])
    check_model(proxy)
    proxy.show(entries(catalogue, "404", "410"))
    check_model(proxy)


def test_nothing_is_shown_at_first(proxy: RankedProxy) -> None:
    assert (proxy.rowCount(), proxy.rest) == (0, 0)
    assert not proxy.index(0, 0).isValid()


def test_rows_are_shown_in_the_order_of_the_search(proxy: RankedProxy, catalogue: Catalogue) -> None:
    ranking = entries(catalogue, "410", "404", "499-nginx")
    proxy.show([*ranking, Row(catalogue.explain(299), count=3)])
    assert shown(proxy) == ["410 Gone", "404 Not Found", "499 Client Closed Request", "299"]
    assert proxy.index(1, 0).data(Role.ROW) is ranking[1]
    assert proxy.row_of("499-nginx") == 2
    assert proxy.row_of("299") == 3
    assert proxy.row_of("405") is None


def test_more_than_the_list_shows(proxy: RankedProxy, catalogue: Catalogue) -> None:
    proxy.show(many(catalogue, MAX_ROWS + 50))
    assert proxy.rowCount() == MAX_ROWS + 1
    last = proxy.index(MAX_ROWS, 0)
    assert last.data(Role.ROW) == proxy.row(MAX_ROWS) == More(50)
    assert last.data(DISPLAY) == "+50"
    assert last.data(Role.ID) is None
    assert last.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not proxy.mapToSource(last).isValid()
    proxy.show_all()
    assert (proxy.rowCount(), proxy.rest) == (MAX_ROWS + 50, 0)
    assert isinstance(proxy.row(MAX_ROWS), Row)


def test_as_many_as_the_list_shows_need_no_further_row(proxy: RankedProxy, catalogue: Catalogue) -> None:
    proxy.show(many(catalogue, MAX_ROWS))
    assert proxy.rowCount() == MAX_ROWS
    assert proxy.rest == 0


def test_rows_and_catalogue_point_at_each_other(
    proxy: RankedProxy, model: CatalogueModel, catalogue: Catalogue
) -> None:
    proxy.show(entries(catalogue, "503", "200"))
    for row in range(2):
        source = proxy.mapToSource(proxy.index(row, 0))
        assert isinstance(model.target(source.row()), Entry)
        assert proxy.mapFromSource(source) == proxy.index(row, 0)
    hidden = model.index(model.row_of(catalogue.with_code(404)[0]))
    assert not proxy.mapFromSource(hidden).isValid()
    assert not proxy.mapToSource(QModelIndex()).isValid()
    assert proxy.sourceModel() is model


def test_whoever_looks_on_is_told_once_that_all_rows_changed(
    qtbot: QtBot, proxy: RankedProxy, catalogue: Catalogue
) -> None:
    seen: list[int] = []
    proxy.modelReset.connect(lambda: seen.append(proxy.rowCount()))
    rankings: Sequence[list[Row]] = [entries(catalogue, "404"), [], entries(catalogue, "404", "410", "500")]
    for ranking in rankings:
        proxy.show(ranking)
    assert seen == [1, 0, 3]


def test_indexes_outside_the_list_are_not_valid(proxy: RankedProxy, catalogue: Catalogue) -> None:
    proxy.show(entries(catalogue, "404"))
    for row, column in ((-1, 0), (1, 0), (0, 1), (0, -1)):
        assert not proxy.index(row, column).isValid()
    assert not proxy.index(0, 0, proxy.index(0, 0)).isValid()
    assert proxy.columnCount() == 1
    assert proxy.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
