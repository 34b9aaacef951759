"""Export from the window: what is offered, the preview, the outcome, cancelling."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest

from statusref.app.file_dialogs import FileDialogs
from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.export.formats import FORMATS, Format
from statusref.pages import PAGES
from statusref.theme.tokens import DARK
from statusref.views.export_dialog import ExportDialog
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.text_button import TextButton
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver, links_of


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The path that the user names in the system's dialog."""
    path = tmp_path / "chosen"
    monkeypatch.setattr(FileDialogs, "to_write", lambda *_: path)
    return path


def open_dialog(driver: Driver) -> ExportDialog:
    driver.press(Qt.Key.Key_S, CTRL)
    dialog = driver.idle.take_along.exporting._dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def choices(row: ChoiceRow) -> list[str]:
    return [button.text() for button in row._buttons]


def choose(driver: Driver, row: ChoiceRow, text: str) -> None:
    driver.click(next(button for button in row._buttons if button.text() == text))


def run(driver: Driver, dialog: ExportDialog) -> str:
    """Press the button, wait for the end, and return what is said."""
    driver.click(dialog.export_button)
    driver.wait(dialog.export_button.isEnabled)
    return dialog.told.text()


def test_everything_is_offered_first_and_then_what_the_window_shows(driver: Driver) -> None:
    def offered() -> list[str]:
        dialog = open_dialog(driver)
        found = choices(dialog.options.ranges)
        dialog.close()
        driver.window.activateWindow()
        driver.settle()
        return found

    assert offered() == ["All", "Essential"]
    driver.click(driver.filter_button(ClassFilter.REDIRECTION))
    assert offered() == ["All", "Essential", "3xx Redirection"]
    driver.search("moved")
    count = len(driver.ids)
    driver.press(Qt.Key.Key_D, CTRL)
    assert offered() == ["All", "Essential", "3xx Redirection", f"Listed now ({count})", "Bookmarks (1)"]


def test_escape_closes_the_dialog_wherever_the_keyboard_is(driver: Driver) -> None:
    for name in ("options", "preview", "button"):
        dialog = open_dialog(driver)
        parts = {
            "options": dialog.focusWidget(),
            "preview": dialog.preview.reader,
            "button": dialog.export_button,
        }
        QTest.keyClick(parts[name], Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
        driver.window.activateWindow()
        driver.settle()


def test_what_a_format_leaves_out_is_not_offered(driver: Driver) -> None:
    dialog = open_dialog(driver)
    beside = dialog.options.beside
    driver.click(beside["memos"])

    def offered(form: str) -> list[str]:
        choose(driver, dialog.options.formats, form)
        return [name for name, button in beside.items() if button.isEnabled()]

    assert offered("CSV (spreadsheet)") == ["memos"]
    assert offered("PDF cheat sheet") == []
    assert not dialog.options.wish.memos
    assert offered("JSON") == ["notes", "neighbours", "memos"]
    assert dialog.options.wish.memos


def test_the_preview_takes_the_keyboard_only_to_scroll(driver: Driver) -> None:
    dialog = open_dialog(driver)
    reader = dialog.preview.reader
    assert links_of(reader), "there are links in the text"

    def press(key: Qt.Key) -> None:
        QTest.keyClick(dialog.focusWidget(), key)
        driver.settle()

    dialog.export_button.setFocus()
    for tab in (Qt.Key.Key_Backtab, Qt.Key.Key_Tab):
        press(Qt.Key.Key_Backtab)
        assert dialog.focusWidget() is reader
        assert not reader.textCursor().hasSelection()
        press(Qt.Key.Key_Down)
        assert reader.verticalScrollBar().value() > 0
        press(Qt.Key.Key_Home)
        assert reader.verticalScrollBar().value() == 0
        press(tab)
        assert dialog.focusWidget() is not reader, "one stop, however many links there are"
        dialog.export_button.setFocus()
    place = driver.link_place(links_of(reader)[0], reader)
    QTest.mouseMove(reader.viewport(), place)
    assert reader.viewport().cursor().shape() != Qt.CursorShape.PointingHandCursor
    page = QAccessible.queryAccessibleInterface(reader.viewport())
    assert not any(page.child(number).role() == QAccessible.Role.Link for number in range(page.childCount()))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_is_written_and_said(driver: Driver, target: Path, form: Format) -> None:
    driver.click(driver.filter_button(ClassFilter.INFORMATIONAL))
    dialog = open_dialog(driver)
    choose(driver, dialog.options.ranges, "1xx Informational")
    driver.click(dialog.options.formats._buttons[FORMATS.index(form)])
    assert run(driver, dialog) == f"Saved: {target}"
    assert driver.said == f"Saved: {target}"
    assert target.exists()
    assert not dialog.folder_button.isHidden()
    assert dialog.progress.isHidden()


def test_a_site_is_exported_again_to_where_it_is(driver: Driver, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.click(driver.filter_button(ClassFilter.INFORMATIONAL))
    dialog = open_dialog(driver)
    choose(driver, dialog.options.formats, "Site (folder)")
    choose(driver, dialog.options.ranges, "1xx Informational")
    run(driver, dialog)
    files = {path.relative_to(target) for path in target.rglob("*")}
    # Qt's dialog has opened the folder, and its name is still in the field.
    monkeypatch.setattr(FileDialogs, "to_write", lambda *_: target / target.name)
    assert run(driver, dialog) == f"Saved: {target}"
    assert {path.relative_to(target) for path in target.rglob("*")} == files


def test_what_is_chosen_is_what_is_written(driver: Driver, target: Path) -> None:
    driver.app.core.data.memos.set("404", "see the router")
    driver.search("404")
    dialog = open_dialog(driver)
    choose(driver, dialog.options.formats, "JSON")
    choose(driver, dialog.options.ranges, f"Listed now ({len(driver.ids)})")
    choose(driver, dialog.options.languages, "Both")
    driver.click(dialog.options.beside["notes"])
    driver.click(dialog.options.beside["memos"])
    run(driver, dialog)
    data = json.loads(target.read_text("utf-8"))
    assert data["languages"] == ["ko", "en"]
    codes = {code["id"]: code for code in data["codes"]}
    assert set(codes) == {one for one in driver.ids if driver.app.core.library.catalogue.get(one)}
    assert codes["404"]["memo"] == "see the router"
    assert not data["notes"]


def test_the_preview_shows_the_first_page_as_it_will_be(driver: Driver) -> None:
    dialog = open_dialog(driver)
    assert "interim response" in dialog.preview.reader.toPlainText()
    choose(driver, dialog.options.languages, "한국어")
    assert "중간 응답" in dialog.preview.reader.toPlainText()
    choose(driver, dialog.options.formats, "PDF cheat sheet")
    assert "먼저 할 일" in (sheet := dialog.preview.reader.toPlainText())
    assert "Switching Protocols" in sheet, "a row for each code"
    choose(driver, dialog.options.formats, "CSV (spreadsheet)")
    assert dialog.preview.reader.toPlainText().startswith("id,번호,이름")
    choose(driver, dialog.options.formats, "JSON")
    assert dialog.preview.reader.toPlainText().startswith('{"format": "statusref-reference"')


def test_the_preview_of_a_long_memo_is_its_beginning(driver: Driver) -> None:
    driver.app.core.data.memos.set("100", f"beginning {'word ' * 20_000}")
    dialog = open_dialog(driver)
    driver.click(dialog.options.beside["memos"])
    shown = dialog.preview.reader.toPlainText()
    assert "beginning" in shown
    assert len(shown) < 20_000


def test_a_csv_of_neighbours_alone_is_refused_before_it_is_written(driver: Driver) -> None:
    driver.click(driver.filter_button(ClassFilter.NEIGHBOUR))
    dialog = open_dialog(driver)
    choose(driver, dialog.options.ranges, "Neighbours")
    assert dialog.preview.reader.toPlainText().strip()
    choose(driver, dialog.options.formats, "CSV (spreadsheet)")
    assert "status codes only" in dialog.preview.reader.toPlainText()


def test_what_stands_in_the_way_is_said_and_can_be_tried_again(driver: Driver, target: Path) -> None:
    target.mkdir()
    dialog = open_dialog(driver)
    assert run(driver, dialog) == f"There is a folder where the file would go: {target}"
    assert dialog.folder_button.isHidden()
    target.rmdir()
    assert run(driver, dialog) == f"Saved: {target}"


def test_an_export_that_is_cancelled_leaves_what_was_there(driver: Driver, target: Path) -> None:
    target.write_text("earlier")
    dialog = open_dialog(driver)
    choose(driver, dialog.options.languages, "Both")
    driver.click(dialog.export_button)
    driver.wait(lambda: dialog.progress.share > 0)
    driver.click(dialog.cancel_button)
    driver.wait(dialog.export_button.isEnabled)
    assert "Cancelled" in dialog.told.text()
    assert target.read_text() == "earlier"
    assert [path.name for path in target.parent.iterdir() if path.name.startswith("chosen")] == ["chosen"]


def test_the_key_does_not_end_what_is_being_written(driver: Driver, target: Path) -> None:
    dialog = open_dialog(driver)
    driver.click(dialog.export_button)
    driver.idle.take_along.export()
    driver.wait(dialog.export_button.isEnabled)
    assert dialog.told.text() == f"Saved: {target}"


def test_closing_the_dialog_cancels(driver: Driver, target: Path) -> None:
    dialog = open_dialog(driver)
    driver.click(dialog.export_button)
    dialog.close()
    driver.settle()
    assert driver.idle.take_along.exporting._process is None
    assert not target.exists()
    assert "Cancelled" in driver.said


def test_no_file_is_named_and_nothing_happens(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FileDialogs, "to_write", lambda *_: None)
    dialog = open_dialog(driver)
    driver.click(dialog.export_button)
    assert dialog.export_button.isEnabled()
    assert dialog.told.text() == ""


def test_the_folder_is_opened(driver: Driver, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = open_dialog(driver)
    run(driver, dialog)
    driver.click(dialog.folder_button)
    assert opened == [str(target.parent)]


def test_where_no_folder_can_be_opened_it_is_named(
    driver: Driver, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = open_dialog(driver)
    run(driver, dialog)
    driver.click(dialog.folder_button)
    assert str(target.parent) in dialog.told.text()
    assert not dialog.folder_button.isHidden()


def test_language_and_colours_change_while_it_is_open(driver: Driver, target: Path) -> None:
    dialog = open_dialog(driver)
    assert run(driver, dialog) == f"Saved: {target}"
    driver.app.preferences.use_language(Language.KOREAN)
    driver.app.theme.apply(tokens=DARK, factor=2.0)
    driver.settle()
    assert dialog.export_button.text() == "저장…"
    assert "HTML 파일 하나" in choices(dialog.options.formats)
    assert dialog.windowTitle() == "내보내기 – StatusRef"
    assert dialog.told.text() == ""


def test_the_settings_lead_to_it(launch: Launch) -> None:
    driver = launch()
    driver.app.navigation.show_page("settings")
    button = next(one for one in driver.settings_page.findChildren(TextButton) if "Export" in one.text())
    driver.click(button)
    assert driver.idle.take_along.exporting._dialog is not None


def test_its_key_is_listed_and_means_nothing_else(driver: Driver) -> None:
    actions = [action for action in driver.idle.actions if "Ctrl+S" in action.keys]
    assert [action.name for action in actions] == ["export"]
    assert not [row for row in PAGES if {"Ctrl+S", "Ctrl+P"} & set(row.keys)]
