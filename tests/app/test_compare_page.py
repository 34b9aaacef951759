"""The page that compares: pinning, the table by keyboard and mouse, copying, what cannot be compared."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from statusref.app.actions import key_groups
from statusref.app.windows import Windows
from statusref.cli.requests import OpenWindow
from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import code_link, compare_link, neighbour_link, note_link
from statusref.domain.text import Language
from statusref.models.comparison_model import Fold
from statusref.pages import COMPARE, LOOKUP
from statusref.settings.options import Appearance
from statusref.theme.tokens import DARK
from statusref.views.compare.compare_page import ComparePage
from statusref.views.compare.comparison_table import ComparisonTable
from statusref.widgets.push_button import PushButton
from statusref.widgets.text_button import TextButton
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, NONE, SHIFT, Driver, rows_of

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

RFC_9110 = "https://www.rfc-editor.org/rfc/rfc9110.html"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would be opened in the browser."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


def page_of(driver: Driver) -> ComparePage:
    page = driver.window.page_called(COMPARE)
    assert isinstance(page, ComparePage)
    return page


def table_of(driver: Driver) -> ComparisonTable:
    return page_of(driver).table


def go(driver: Driver, *ids: str) -> None:
    driver.app.navigation.go(compare_link(ids))
    driver.settle()


def columns(driver: Driver) -> list[str]:
    """The ids of the columns."""
    assert driver.shows(COMPARE)
    return [entry.id for entry in page_of(driver)._model.entries]


def labels(driver: Driver) -> list[str]:
    model = table_of(driver).model()
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def pin_key(driver: Driver) -> None:
    driver.press(Qt.Key.Key_P, CTRL | SHIFT)


def choose(words: str) -> list[str]:
    """Choose from the menu that is open. Return all that it offers."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    action = next(action for action in menu.actions() if action.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    menu.close()
    return offered


def go_to_row(driver: Driver, label: str, column: int = 0) -> None:
    table = table_of(driver)
    table.begin()
    table.setCurrentIndex(table.model().index(labels(driver).index(label), column))
    driver.settle()


# Pinning


def test_pinned_by_key_from_list_and_page(driver: Driver) -> None:
    driver.search("404")
    pin_key(driver)
    assert driver.said == "404 is pinned (1 of 5). Alt+4 compares."
    driver.app.navigation.go(neighbour_link("curl-52"))
    pin_key(driver)
    assert driver.said.startswith("52 CURLE_GOT_NOTHING is pinned (2 of 5)"), "as its column is called"
    driver.press(Qt.Key.Key_4, ALT)
    assert columns(driver) == ["404", "curl-52"]
    assert driver.title == "Compare 404 · 52 CURLE_GOT_NOTHING – StatusRef"
    assert driver.has_keyboard(table_of(driver))


def test_what_is_pinned_while_the_page_is_there(driver: Driver) -> None:
    go(driver, "401", "403")
    driver.app.navigation.go(code_link("407"))
    pin_key(driver)
    driver.press(Qt.Key.Key_4, ALT)
    assert columns(driver) == ["401", "403", "407"]


@pytest.mark.parametrize(("target", "name"), [("404", "404"), ("curl-52", "52 CURLE_GOT_NOTHING")])
def test_pinned_from_the_menu_of_a_row(driver: Driver, target: str, name: str) -> None:
    if target == "curl-52":
        driver.app.navigation.show_class(ClassFilter.NEIGHBOUR)
        driver.settle()
    rows = driver.window.lookup.list
    index = driver.row_index(target)
    rows.scrollTo(index)
    place = rows.visualRect(index).center()
    QApplication.sendEvent(rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    choose("Pin to compare")
    assert driver.said.startswith(f"{name} is pinned")


def test_pinned_from_the_menu_of_a_page(driver: Driver) -> None:
    driver.app.navigation.go(code_link("410"))
    driver.settle()
    place = QPoint(5, 5)
    reader = driver.reader
    QApplication.sendEvent(reader.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    choose("Pin to compare")
    assert driver.said.startswith("410 is pinned")


def test_what_cannot_be_pinned_is_told_and_nothing_is_lost(driver: Driver) -> None:
    go(driver, "200", "201", "202", "204", "206")
    for code, said in (("404", "At most 5"), ("200", "200 is compared only once"), ("299", "299")):
        driver.app.navigation.go(code_link(code))
        driver.settle()
        pin_key(driver)
        assert said in driver.said
    driver.app.navigation.go(note_link("redirects"))
    pin_key(driver)
    assert driver.said == "Only codes and neighbours can be pinned to compare."
    driver.press(Qt.Key.Key_4, ALT)
    assert columns(driver) == ["200", "201", "202", "204", "206"]


def test_pins_survive_a_restart(launch: Launch) -> None:
    driver = launch()
    go(driver, "502", "504", "curl-28")
    driver.quit()
    driver = launch()
    driver.press(Qt.Key.Key_4, ALT)
    assert columns(driver) == ["502", "504", "curl-28"]


def test_a_single_pin_that_was_kept_says_what_is_missing(launch: Launch) -> None:
    driver = launch()
    go(driver, "502")
    driver.quit()
    driver = launch()
    driver.press(Qt.Key.Key_4, ALT)
    assert page_of(driver).bar.sentence == "Only 502 is pinned. Add another to compare it with."


def test_a_pin_that_is_gone_is_passed_over(launch: Launch) -> None:
    driver = launch()
    driver.app.settings.pins = "404,no-such,410"
    driver.press(Qt.Key.Key_4, ALT)
    assert columns(driver) == ["404", "410"]


def test_two_windows_compare_apart(windows: Windows) -> None:
    windows.answer(OpenWindow(place="compare:401,403"))
    windows.answer(OpenWindow(place="compare:502,504", new_window=True))
    assert [application.window.page.location for application in windows.open] == [
        compare_link(("401", "403")),
        compare_link(("502", "504")),
    ]


# Ways in


def test_a_note_leads_to_its_comparison(driver: Driver) -> None:
    driver.app.navigation.go(note_link("redirects"))
    driver.click_link("compare:301,302,303,307,308", driver.notes.reader)
    assert columns(driver) == ["301", "302", "303", "307", "308"]
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows("notes")


def test_a_search_that_compares_offers_the_comparison(driver: Driver) -> None:
    driver.search("100 vs 511")
    offer = next(button for button in driver.visible(TextButton) if button.text().startswith("Side by side"))
    assert offer.text() == "Side by side: 100 · 511"
    driver.app.preferences.use_language(Language.KOREAN)
    assert offer.text() == "나란히 비교: 100 · 511"
    driver.click(offer)
    assert columns(driver) == ["100", "511"]
    driver.search("not found")
    assert not offer.isVisible()


@pytest.mark.parametrize(
    ("target", "shown", "said"),
    [
        ("401,403", ["401", "403"], ""),
        ("404", ["404"], "Only 404 is pinned"),
        ("404,404", ["404"], "404 is compared only once"),
        ("404,no-such,410", ["404", "410"], "no-such"),
        ("200,201,202,204,206,301", ["200", "201", "202", "204", "206"], "At most 5"),
    ],
)
def test_a_link_from_outside(driver: Driver, target: str, shown: list[str], said: str) -> None:
    driver.app.show(OpenWindow(place=f"compare:{target}"))
    driver.settle()
    assert columns(driver) == shown
    told = page_of(driver).bar.sentence
    assert said in told if said else told == ""
    assert driver.has_keyboard(table_of(driver))


def test_a_link_to_nothing_keeps_what_is_pinned(driver: Driver) -> None:
    go(driver, "401", "403")
    go(driver, "998", "no-such")
    assert columns(driver) == ["401", "403"]
    assert "998" in page_of(driver).bar.sentence


def test_history_goes_back_to_another_comparison(driver: Driver) -> None:
    go(driver, "401", "403")
    go(driver, "502", "504")
    driver.press(Qt.Key.Key_Left, ALT)
    assert columns(driver) == ["401", "403"]
    driver.press(Qt.Key.Key_Right, ALT)
    assert columns(driver) == ["502", "504"]


def test_the_way_back_keeps_what_was_pinned_on_it(driver: Driver) -> None:
    go(driver, "401", "403")
    driver.search("404")
    driver.press(Qt.Key.Key_Return)
    pin_key(driver)
    driver.press(Qt.Key.Key_Left, ALT)
    assert columns(driver) == ["401", "403", "404"]
    driver.app.navigation.go(code_link("410"))
    driver.press(Qt.Key.Key_4, ALT)
    driver.press(Qt.Key.Key_Left, ALT)
    pin_key(driver)
    driver.press(Qt.Key.Key_Right, ALT)
    assert columns(driver) == ["401", "403", "404", "410"]


def test_history_goes_back_to_the_empty_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, ALT)
    driver.write("401")
    driver.press(Qt.Key.Key_Return)
    table_of(driver).setFocus()
    driver.press(Qt.Key.Key_Left, ALT)
    assert columns(driver) == []
    assert driver.has_keyboard(page_of(driver).field)
    driver.press(Qt.Key.Key_Right, ALT)
    assert columns(driver) == ["401"]


# The page


def test_an_empty_page_offers_the_usual_comparisons(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, ALT)
    page = page_of(driver)
    assert driver.has_keyboard(page.field)
    buttons = [button for button in driver.visible(PushButton) if "·" in button.text()]
    assert len(buttons) == len(driver.app.core.library.comparisons)
    assert "408 · 504 · 499 · 524" in [button.text() for button in buttons], "the numbers that stand above the columns"
    driver.click(next(button for button in buttons if button.text() == "404 · 410"))
    assert columns(driver) == ["404", "410"]
    assert driver.has_keyboard(page.table)
    driver.click(page.bar.usual)
    choose("502 · 503 · 504")
    assert columns(driver) == ["502", "503", "504"]
    driver.click(page.bar.usual)
    choose("Take all out")
    driver.settle()
    assert driver.has_keyboard(page.field)
    driver.press(Qt.Key.Key_Left, ALT)
    assert columns(driver) == ["502", "503", "504"]


def test_the_field_adds_what_the_search_finds(driver: Driver) -> None:
    go(driver, "404", "410")
    page = page_of(driver)
    driver.write("curl 52")  # typed in the table
    assert driver.has_keyboard(page.field)
    assert page.field.offered[0] == "curl-52"
    driver.press(Qt.Key.Key_Return)
    assert columns(driver) == ["404", "410", "curl-52"]
    assert page.field.query == ""
    driver.write("conflict")
    chosen = page.field.offered[1]
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    assert columns(driver)[-1] == chosen
    driver.write("zzzzqqqq")
    driver.press(Qt.Key.Key_Escape)
    assert page.field.query == ""
    assert driver.shows(COMPARE)
    driver.press(Qt.Key.Key_Escape)
    assert driver.shows(LOOKUP)


def test_several_pasted_lines_are_no_trap(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, ALT)
    page_of(driver).field.give("\n 410 \nsecond line\n")
    driver.settle()
    assert page_of(driver).field.offered[0] == "410"


def test_what_tells_them_apart_stands_on_top(driver: Driver) -> None:
    go(driver, "401", "403", "407")
    assert labels(driver)[:3] == ["401 · 403", "401 · 407", "403 · 407"]
    table = table_of(driver)
    assert [table.columnSpan(row, 0) for row in range(4)] == [3, 3, 3, 1]


def test_rows_that_are_the_same_fold(driver: Driver) -> None:
    go(driver, "401", "403")
    table, model = table_of(driver), page_of(driver)._model
    assert "Class" not in labels(driver)
    assert isinstance(model.row(model.rowCount() - 1), Fold)
    go_to_row(driver, labels(driver)[-1])
    driver.press(Qt.Key.Key_Return)
    assert {"Class", "Registration"} <= set(labels(driver))
    marked = [row for row in range(model.rowCount()) if model.is_marked(row)]
    assert labels(driver).index("Class") not in marked
    assert labels(driver).index("Retry") in marked
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(marked[0], Qt.Orientation.Vertical, spoken) == f"{labels(driver)[marked[0]]}, differs"
    fold = next(row for row in range(model.rowCount()) if isinstance(model.row(row), Fold))
    assert table.currentIndex().row() == fold
    driver.press(Qt.Key.Key_Space)
    assert "Class" not in labels(driver)
    place = table.visualRect(model.index(model.rowCount() - 1, 0)).topLeft() + QPoint(20, 10)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert "Class" in labels(driver)


def test_a_mark_is_seen_without_colour(driver: Driver) -> None:
    go(driver, "404", "410")
    labels_header = table_of(driver)._labels
    assert labels_header._label(labels(driver).index("Meaning")) == "≠ Meaning"
    assert labels_header._label(len(labels(driver)) - 1).startswith("The same")


def test_columns_are_removed_and_moved_by_key(driver: Driver) -> None:
    go(driver, "401", "403", "407")
    go_to_row(driver, "Meaning", 1)
    driver.press(Qt.Key.Key_Left, CTRL)
    assert columns(driver) == ["403", "401", "407"]
    assert table_of(driver).currentIndex().column() == 0, "the keyboard moves with the column"
    driver.press(Qt.Key.Key_Left, CTRL)
    assert columns(driver) == ["403", "401", "407"]
    driver.press(Qt.Key.Key_Right, CTRL)
    driver.press(Qt.Key.Key_Right, CTRL)
    assert columns(driver) == ["401", "407", "403"]
    driver.press(Qt.Key.Key_Delete)
    assert columns(driver) == ["401", "407"]
    driver.press(Qt.Key.Key_Delete)
    assert page_of(driver).bar.sentence == "Only 401 is pinned. Add another to compare it with."
    driver.press(Qt.Key.Key_Delete)
    assert driver.has_keyboard(page_of(driver).field)
    driver.press(Qt.Key.Key_Left, ALT)
    assert columns(driver) == ["401"]


def test_the_menu_of_a_column(driver: Driver) -> None:
    go(driver, "401", "403")
    go_to_row(driver, "Meaning", 1)
    driver.press(Qt.Key.Key_F10, SHIFT)
    assert choose("Move left") == ["Read 403 Forbidden", "Move left", "Move right", "Take 403 out"]
    assert columns(driver) == ["403", "401"]
    driver.press(Qt.Key.Key_F10, SHIFT)
    choose("Take 403 out")
    assert columns(driver) == ["401"]


def test_links_by_keyboard(driver: Driver, opened: list[str]) -> None:
    go(driver, "401", "404")
    go_to_row(driver, "Specification", 1)
    driver.press(Qt.Key.Key_Return)
    assert opened == ["https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"]
    go_to_row(driver, "Headers")
    driver.press(Qt.Key.Key_Return)
    assert choose("Authorization (MAY)") == ["WWW-Authenticate (MUST)", "Authorization (MAY)"]
    assert len(opened) == 2
    go_to_row(driver, "Meaning", 1)
    driver.press(Qt.Key.Key_Return)
    assert driver.title == "404 Not Found – StatusRef"


def test_the_list_of_links(driver: Driver, opened: list[str]) -> None:
    go(driver, "401", "403", "cloudflare-1015")
    table_of(driver).begin()
    dialog = driver.list_links()
    assert dialog is not None
    rows = rows_of(dialog)
    assert list(rows)[:2] == ["401 Unauthorized", "403 Forbidden"]
    assert list(rows.values())[2] == "neighbour:cloudflare-1015"
    assert rows["RFC 9110, Section 15.5.2 – Specification: 401"] == f"{RFC_9110}#section-15.5.2"
    assert rows["WWW-Authenticate (MUST) – Headers: 401"] == f"{RFC_9110}#section-15.5.2"
    assert "code:429" in rows.values(), "codes in cells are links, too"
    QTest.keyClicks(dialog.list, "RFC 9110, Section 15.5.4")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    driver.settle()
    assert opened == [f"{RFC_9110}#section-15.5.4"]
    assert driver.has_keyboard(table_of(driver))
    driver.window.activateWindow()  # a window manager does this
    driver.wait(driver.window.isActiveWindow)
    dialog = driver.list_links()
    assert dialog is not None
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    driver.settle()
    assert driver.title == "401 Unauthorized – StatusRef"


def test_a_comparison_of_nothing_has_no_links(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, ALT)
    assert driver.list_links() is None
    assert driver.said == "This page has no links"


def test_links_by_mouse(driver: Driver, opened: list[str]) -> None:
    go(driver, "401", "404")
    table = table_of(driver)
    place = table.visualRect(table.model().index(labels(driver).index("Specification"), 0)).topLeft() + QPoint(20, 14)
    QTest.mouseMove(table.viewport(), place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened == ["https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2"]
    header = table._columns

    def click(place: QPoint) -> None:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        driver.settle()

    click(header.place_of(1).topRight() + QPoint(-16, 16))
    assert columns(driver) == ["401"]
    click(header.place_of(0).topLeft() + QPoint(20, 20))
    assert driver.title == "401 Unauthorized – StatusRef"


# Copying


def test_copied_as_markdown(driver: Driver) -> None:
    go(driver, "404", "410")
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.clipboard.startswith("| | 404 | 410 |\n|---|---|---|\n")
    page = page_of(driver)
    QGuiApplication.clipboard().clear()
    driver.click(page.bar.copy)
    assert choose("As Markdown") == ["As a table (HTML)", "As Markdown", "As a picture (PNG)"]
    assert driver.clipboard.startswith("| | 404 | 410 |\n")


def test_the_table_is_copied_from_the_field_that_added_to_it(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, ALT)
    page = page_of(driver)
    driver.press(Qt.Key.Key_C, CTRL)
    assert page.bar.sentence == "There is nothing to copy on this page."
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert driver.has_keyboard(page.field)
    driver.press(Qt.Key.Key_C, CTRL)
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_what_the_copying_keys_are_said_to_do(driver: Driver) -> None:
    said = dict(row for _, rows in key_groups(driver.idle.actions, driver.app.localizer) for row in rows)
    assert "else the code or the comparison" in said["Ctrl+C"]
    assert "a comparison as Markdown" in said["Ctrl+Shift+C"]
    go(driver, "401", "403")
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.said == "Copied: Compare 401 · 403 (Markdown)", "a table on one line says nothing"
    driver.field.menu_made.emit(menu := QMenu())
    assert "Copy “Compare 401 · 403 (Markdown)”\tCtrl+Shift+C" in [action.text() for action in menu.actions()]


def test_where_there_is_nothing_to_copy_it_is_said(driver: Driver) -> None:
    QGuiApplication.clipboard().setText("before")
    for key in (Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_3):
        driver.press(key, ALT)
        driver.press(Qt.Key.Key_C, CTRL | SHIFT)
        assert driver.said == "There is nothing to copy on this page."
        driver.press(Qt.Key.Key_E, CTRL | SHIFT)
        assert driver.said.startswith("No sentence can be copied for correction here"), "not that of another code"
    assert driver.clipboard == "before"


def test_the_cell_with_the_keyboard_is_corrected(driver: Driver) -> None:
    go(driver, "401", "403", "curl-22")

    def corrected(label: str, column: int) -> list[str]:
        go_to_row(driver, label, column)
        driver.press(Qt.Key.Key_E, CTRL | SHIFT)
        return driver.clipboard.split("\n")

    file, sentence, change = corrected("Meaning", 1)
    assert file == "resources/codes/403.en.md"
    assert sentence.startswith("> The server understood the request")
    assert change == "→ "
    assert corrected("Specification", 0)[:2] == [
        "resources/registry.json",
        "> 401, Specification: RFC 9110, Section 15.5.2",
    ]
    assert corrected("Meaning", 2)[0] == "resources/neighbours/curl.json"
    file, sentence, _ = corrected("401 · 403", 0)
    assert file == "resources/registry.json"
    assert sentence.startswith("> 401 · 403: ")


def test_copied_as_a_table(driver: Driver) -> None:
    go(driver, "401", "403")
    table_of(driver).begin()
    driver.press(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("| | 401 | 403 |")
    editor = QTextEdit()
    driver.bot.addWidget(editor)
    editor.paste()
    pasted = editor.document().rootFrame().childFrames()[0]
    assert re.search(r"<table", editor.toHtml())
    text = editor.toPlainText()
    assert "Unauthorized" in text
    assert "|" not in text
    assert pasted.firstPosition() < pasted.lastPosition()
    assert "copied" in page_of(driver).bar.sentence


def test_copied_as_a_picture(driver: Driver) -> None:
    driver.app.preferences.use_appearance(Appearance.DARK)
    go(driver, "301", "302", "303", "307", "308")
    driver.resize(640, 400)
    page_of(driver)._copy_picture()
    image = QGuiApplication.clipboard().image()
    assert isinstance(image, QImage)
    assert image.width() >= 5 * 190, "all columns, however small the window"
    assert image.height() > 700
    assert image.pixelColor(2, 2).name() == DARK.background


def test_nothing_of_it_is_loaded_at_the_start(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "statusref", "screenshot", str(tmp_path / "start.png")]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "statusref.views.lookup_page" in loaded
    assert not re.findall(r"statusref\.(?:views\.compar|domain\.comparison|models\.comparison)\S*", loaded)


def test_a_damaged_file_of_usual_comparisons_costs_only_them(launch: Launch, resources: Path, tmp_path: Path) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resources, root)
    (root / "comparisons.json").write_text("{}", "utf-8")
    driver = launch(root=root)
    driver.press(Qt.Key.Key_4, ALT)
    assert "comparisons.json" in page_of(driver).bar.sentence
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert columns(driver) == ["404"]


# Width, language, looks


def test_the_empty_page_is_read_and_used_at_any_text_size(driver: Driver) -> None:
    driver.app.preferences.use_text_size(200)
    driver.resize(640, 700)
    driver.press(Qt.Key.Key_4, ALT)
    page = page_of(driver)
    empty = page._empty
    assert empty is not None
    assert empty._about.height() >= empty._about.heightForWidth(empty._about.width())
    for _ in driver.app.core.library.comparisons:
        driver.press(Qt.Key.Key_Tab)
        button = driver.focused
        assert isinstance(button, PushButton)
        place = QRect(button.mapTo(empty.viewport(), QPoint(0, 0)), button.size())
        assert empty.viewport().rect().contains(place), button.text()


def test_a_narrow_table_scrolls_and_its_labels_stay(driver: Driver) -> None:
    driver.resize(640, 700)
    go(driver, "301", "302", "303", "307", "308")
    table = table_of(driver)
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    row = labels(driver).index("Meaning")
    table.scrollTo(table.model().index(row, 0))
    before = table._labels.grab().toImage()
    bar.setValue(bar.maximum())
    driver.settle()
    assert table._labels.grab().toImage() == before
    last = table.visualRect(table.model().index(row, 4))
    assert table.viewport().rect().contains(last.topRight() - QPoint(2, -2))
    go_to_row(driver, "Meaning", 0)
    driver.press(Qt.Key.Key_Right)
    assert bar.value() < bar.maximum(), "the cell with the keyboard is brought into sight"


def test_what_was_added_is_brought_into_sight(driver: Driver) -> None:
    driver.resize(640, 700)
    go(driver, "301", "302", "303")
    page = page_of(driver)
    page.field.setFocus()
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert columns(driver)[-1] == "404"
    added = page.table.visualRect(page.table.model().index(labels(driver).index("Meaning"), 3))
    assert 0 <= added.left() < added.right() <= page.table.viewport().width()


def test_everything_fits_at_every_text_size(driver: Driver) -> None:
    go(driver, "408", "504", "499-nginx", "524-cloudflare", "browsers-err-certificate-transparency-required")
    for size in (100, 200):
        driver.app.preferences.use_text_size(size)
        driver.resize(640, 700)
        page, table = page_of(driver), table_of(driver)
        inside = QRect(QPoint(0, 0), page.bar.size())
        for part in (page.field, page.bar.usual, page.bar.copy):
            assert inside.contains(part.geometry()), size
        margins = page.field.textMargins()
        room = page.field.width() - margins.left() - margins.right()
        assert room >= page.field.fontMetrics().horizontalAdvance("404 Not Found"), size
        assert table.columnWidth(0) <= table.viewport().width() + 1
        for row in range(table.model().rowCount()):
            assert table.rowHeight(row) >= table._labels.wanted_height(row)


def test_language_and_appearance_change_while_it_is_open(driver: Driver) -> None:
    go(driver, "401", "403")
    go_to_row(driver, "Retry", 1)
    driver.app.preferences.use_language(Language.KOREAN)
    driver.settle()
    assert "다시 요청" in labels(driver)
    assert driver.title == "비교 401 · 403 – StatusRef"
    assert table_of(driver).currentIndex().column() == 1
    driver.app.preferences.use_appearance(Appearance.DARK)
    driver.settle()
    table = table_of(driver)
    seen = table.viewport().grab().toImage()
    assert seen.pixelColor(3, 3).name() == DARK.background
    assert seen.pixelColor(3, seen.height() - 3).name() == DARK.surface, "below the rows, too"
    assert page_of(driver).copied_text().startswith("| | 401 | 403 |\n|---|---|---|\n| 이름 |")


def test_the_keyboard_is_seen(driver: Driver) -> None:
    go(driver, "401", "403")
    table = table_of(driver)
    go_to_row(driver, "Meaning", 1)
    place = table.visualRect(table.currentIndex())
    ringed = table.viewport().grab(place).toImage()
    driver.field.setFocus()
    driver.settle()
    assert table.viewport().grab(place).toImage() != ringed


def test_tab_goes_to_what_was_made_late(driver: Driver) -> None:
    go(driver, "401")
    table_of(driver).begin()
    driver.press(Qt.Key.Key_Delete)
    driver.press(Qt.Key.Key_Tab)
    assert driver.focused.accessibleName() == "301 · 302 · 303 · 307 · 308"
    driver.search("401 vs 403")
    driver.window.lookup.list.setFocus()
    driver.press(Qt.Key.Key_Tab)
    driver.press(Qt.Key.Key_Return)
    assert columns(driver) == ["401", "403"]


def test_tab_leaves_the_table(driver: Driver) -> None:
    go(driver, "401", "403")
    table_of(driver).begin()
    driver.press(Qt.Key.Key_Tab)
    assert not driver.has_keyboard(table_of(driver))
