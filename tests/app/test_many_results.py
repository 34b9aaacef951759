"""A catalogue that is larger than the list shows at once, and searching before the indexes are built."""

import pytest
from PySide6.QtCore import Qt

from statusref.core import kept_library
from statusref.models.code_list_model import MAX_ROWS
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver
from tests.benchmarks.search_bench import larger_library

TIMES = 4
ALL = 103 * TIMES


@pytest.fixture
def large(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The window with a generated catalogue."""
    monkeypatch.setattr(kept_library, "Library", lambda root, *words: larger_library(root, TIMES, *words))
    return launch(shares_content=False)


def test_the_rest_is_one_row_away(large: Driver) -> None:
    assert len(large.ids) == MAX_ROWS + 1
    assert large.ids[-1] == f"+{ALL - MAX_ROWS}"
    assert large.said == f"{ALL} codes"
    large.window.lookup.list.scrollToBottom()
    large.window.grab()
    large.click_row(f"+{ALL - MAX_ROWS}")
    assert len(large.ids) == ALL
    assert not large.ids[-1].startswith("+")
    assert large.window.lookup.list.currentIndex().row() == MAX_ROWS


@pytest.mark.parametrize("in_field", [True, False])
def test_enter_shows_the_rest(large: Driver, in_field: bool) -> None:
    rows = large.window.lookup.list
    if in_field:
        for _ in range(MAX_ROWS):
            large.field.moved.emit(8)
        large.settle()
        large.field.setFocus()
    else:
        rows.setFocus()
        large.press(Qt.Key.Key_End)
    assert large.selected is None
    assert rows.currentIndex().row() == MAX_ROWS
    large.press(Qt.Key.Key_Return)
    assert len(large.ids) == ALL
    assert rows.currentIndex().row() == MAX_ROWS
    assert large.selected == large.ids[MAX_ROWS]
    assert large.title.startswith(f"{large.ids[MAX_ROWS][:3]} ")


def test_a_search_with_many_matches(large: Driver) -> None:
    large.write("e")
    assert len(large.ids) == MAX_ROWS + 1
    assert large.said.endswith(" codes")
    large.write("xpectation")
    assert len(large.ids) <= MAX_ROWS


def test_the_first_key_is_answered_before_the_search_is_ready(launch: Launch) -> None:
    driver = launch(shares_content=False, idle=False)
    driver.write("404")
    assert driver.title == "404 Not Found – StatusRef"
    driver.field.clear()
    driver.write("찾을")
    assert driver.ids[0] == "404"


def test_the_window_makes_the_search_ready_by_itself(launch: Launch) -> None:
    driver = launch(shares_content=False, idle=False)
    driver.app.start_idle_work()
    driver.wait(lambda: driver.app.program.work.is_indexed)
    driver.search("fobidden")  # found only by the search for spelling mistakes
    assert driver.ids[0] == "403"
    driver.search("representation")  # found only in the text of the pages
    assert len(driver.ids) > 3


# The look of rows


def _colours(driver: Driver, entry_id: str) -> set[str]:
    """The colours in a picture of a row."""
    rows = driver.window.lookup.list
    rows.scrollTo(driver.row_index(entry_id))
    rect = rows.visualRect(driver.row_index(entry_id))
    image = rows.viewport().grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_what_matched_is_marked(driver: Driver) -> None:
    tokens = driver.app.theme.tokens
    assert tokens.mark not in _colours(driver, "404")
    for query in ("404", "not fo", "찾을 수", "ㅊㅇ"):
        driver.search(query)
        assert tokens.mark in _colours(driver, "404"), query


def test_the_selected_row_has_a_ground_and_a_bar_in_the_colour_of_its_class(driver: Driver) -> None:
    tokens = driver.app.theme.tokens
    assert tokens.selection not in _colours(driver, "404")
    driver.write("404")
    assert {tokens.selection, "#a85200"} <= _colours(driver, "404")


def test_a_row_says_what_else_matched(driver: Driver) -> None:
    driver.write("payload too large")
    assert driver.ids[0] == "413"
    assert driver.app.theme.tokens.mark in _colours(driver, "413")


def test_no_row_is_wider_than_the_list(driver: Driver) -> None:
    driver.press(Qt.Key.Key_8, CTRL)
    assert driver.window.lookup.list.horizontalScrollBar().maximum() == 0
    for width in (240, 480):
        driver.window.lookup.parts.set_list_width(width)
        driver.settle()
        assert driver.window.lookup.list_width == width
        driver.window.lookup.list.grab()
