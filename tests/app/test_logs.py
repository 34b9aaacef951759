"""Pasted and dropped logs: counts by code, which grow while the window stays usable; Esc ends it."""

import gzip
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from statusref.app import log_import
from statusref.domain.class_filter import ClassFilter
from statusref.pages import LOOKUP
from tests.app.driving import CTRL, NONE, Driver
from tests.logs.samples import real

CODES = (200, 200, 200, 404, 500, 200, 301, 999, 200, 299)
LINE = '10.0.0.1 - - [10/Oct/2025:13:55:36 +0000] "GET /page/{0} HTTP/1.1" {1} 404 "-" "curl/8"'


def _log(lines: int) -> str:
    return "\n".join(LINE.format(number, CODES[number % len(CODES)]) for number in range(lines)) + "\n"


def _paste(driver: Driver, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    driver.press(Qt.Key.Key_V, CTRL)


def _read(driver: Driver) -> None:
    driver.wait(lambda: not driver.idle.logs.is_reading)


def _drop(driver: Driver, target: QWidget, data: QMimeData) -> None:
    place = QPointF(20, 20)
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, button, plain)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(place, Qt.DropAction.CopyAction, data, button, plain))


def test_ten_thousand_lines_give_counts(driver: Driver) -> None:
    _paste(driver, _log(10_000))
    _read(driver)
    expected = Counter(CODES)
    assert dict(zip(driver.ids, driver.counts, strict=True)) == {
        {999: "999-linkedin"}.get(code, str(code)): times * 1000 for code, times in expected.items()
    }
    assert driver.ids[0] == driver.selected == "200"
    assert driver.field.query == "Log of 10,000 lines"
    assert driver.title == "200 OK – StatusRef"
    assert driver.class_counts()[ClassFilter.SUCCESSFUL] == 2
    driver.click(driver.filter_button(ClassFilter.SERVER_ERROR))
    assert driver.ids == ["500"]


@pytest.fixture
def in_slices(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A dropped log of 300 lines that is read in 27 slices, whatever the speed of the machine, and shown after each."""
    monkeypatch.setattr(log_import, "_SHOW_EVERY", 1)
    monkeypatch.setattr(log_import, "_BLOCK", 1024)
    monkeypatch.setattr(log_import, "_SLICE", 0)
    file = tmp_path / "access.log"
    file.write_text(_log(300))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _drop(driver, driver.window, data)
    return driver


def test_lines_that_end_as_on_windows_count_the_same(driver: Driver) -> None:
    _paste(driver, _log(10).replace("\n", "\r\n"))
    _read(driver)
    assert driver.field.query == "Log of 10 lines"
    assert driver.ids[0] == "200"


def test_the_counts_grow_while_it_is_read(in_slices: Driver) -> None:
    totals: list[int] = []
    in_slices.window.lookup.counted.connect(
        lambda _what, _rows: totals.append(sum(count or 0 for count in in_slices.counts))
    )
    _read(in_slices)
    assert totals == sorted(totals)
    assert len(set(totals)) > 3
    assert totals[-1] == 300


def test_what_was_selected_stays_while_the_counts_grow(in_slices: Driver) -> None:
    QApplication.processEvents()  # reads one slice
    before = sum(count or 0 for count in in_slices.counts)
    in_slices.window.lookup.list.setCurrentIndex(in_slices.row_index("500"))
    assert in_slices.idle.logs.is_reading
    _read(in_slices)
    assert sum(count or 0 for count in in_slices.counts) > before
    assert in_slices.selected == "500"
    assert in_slices.title == "500 Internal Server Error – StatusRef"


def test_escape_ends_it(driver: Driver) -> None:
    _paste(driver, _log(200_000))
    assert driver.idle.logs.is_reading
    driver.press(Qt.Key.Key_Escape)
    assert not driver.idle.logs.is_reading
    assert driver.field.text() == ""
    assert len(driver.ids) == 103
    assert set(driver.counts) == {None}


def test_closing_the_window_ends_it(driver: Driver) -> None:
    _paste(driver, _log(200_000))
    driver.window.close()
    driver.settle()
    assert not driver.idle.logs.is_reading


def test_typing_ends_it_with_a_search(driver: Driver) -> None:
    _paste(driver, _log(200_000))
    driver.write("404")
    assert not driver.idle.logs.is_reading
    assert driver.field.text() == "404"
    assert driver.title == "404 Not Found – StatusRef"


def test_the_window_answers_while_a_log_is_read(driver: Driver) -> None:
    _paste(driver, _log(200_000))
    driver.press(Qt.Key.Key_Comma, CTRL)
    assert driver.idle.logs.is_reading
    assert driver.shows("settings")
    driver.press(Qt.Key.Key_Escape)


def test_a_second_log_replaces_the_first(driver: Driver) -> None:
    _paste(driver, _log(200_000))
    _paste(driver, LINE.format(1, 503) + "\n" + LINE.format(2, 503))
    _read(driver)
    assert (driver.ids, driver.counts) == (["503"], [2])


def test_text_without_codes_says_so(driver: Driver) -> None:
    _paste(driver, "dear diary\n404 sheep and 500 more\n")
    _read(driver)
    assert driver.ids == []
    assert "No status code stands in it" in driver.window.lookup.caption.text()


def test_one_log_line_is_a_search(driver: Driver) -> None:
    _paste(driver, LINE.format(1, 503))
    assert driver.field.text() == LINE.format(1, 503)
    assert driver.selected == "503"


def test_a_dropped_file_is_read(driver: Driver, tmp_path: Path) -> None:
    file = tmp_path / "access.log"
    file.write_bytes(_log(1000).encode() + b"\xff\xfe " + LINE.format(1, 404).encode())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _drop(driver, driver.window, data)
    _read(driver)
    assert driver.ids[0] == "200"
    assert sum(count or 0 for count in driver.counts) == 1001


@pytest.mark.parametrize("name", ["missing.log", "."])
def test_a_file_that_cannot_be_read_is_named(driver: Driver, tmp_path: Path, name: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    _drop(driver, driver.window, data)
    driver.settle()
    assert f"{(tmp_path / name).resolve()} cannot be read: " in driver.messages
    assert len(driver.ids) == 103


def test_dropped_text_is_taken_like_pasted_text(driver: Driver) -> None:
    data = QMimeData()
    data.setText(_log(20))
    _drop(driver, driver.window, data)
    _read(driver)
    assert driver.ids[0] == "200"
    data.setText("404")
    driver.field.clear()
    _drop(driver, driver.window, data)
    assert driver.field.text() == "404"


@pytest.mark.parametrize("page", ["notes", "settings", "about"])
def test_a_log_given_to_another_page_shows_its_codes(driver: Driver, page: str) -> None:
    driver.app.navigation.show_page(page)
    data = QMimeData()
    data.setText(_log(20))
    _drop(driver, driver.window, data)
    _read(driver)
    assert driver.shows(LOOKUP)
    assert driver.ids[0] == "200"


def test_the_summary_follows_the_language(driver: Driver) -> None:
    _paste(driver, _log(20))
    _read(driver)
    driver.press(Qt.Key.Key_L, CTRL)
    assert driver.field.query.startswith("로그 20")
    assert driver.window.lookup.caption.text().startswith("로그 20")
    assert driver.ids[0] == "200"
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_L, CTRL)
    assert driver.field.query == ""
    assert len(driver.ids) == 103


def test_ten_megabytes_of_one_letter(driver: Driver) -> None:
    _paste(driver, "4" * (10 * 1024 * 1024))
    assert driver.idle.logs.is_reading
    assert len(driver.field.text()) < 100
    driver.press(Qt.Key.Key_Escape)
    assert not driver.idle.logs.is_reading
    _paste(driver, "4" * (512 * 1024))
    _read(driver)
    assert driver.ids == []


def test_the_caption_says_what_servers_behind_a_proxy_answered(driver: Driver) -> None:
    _paste(driver, real("ingress") * 2)
    _read(driver)
    assert sorted(driver.ids) == ["404", "499-nginx", "502"]
    assert "499 ← 504 × 4" in driver.window.lookup.caption.text()
    assert "502 ← 502" not in driver.window.lookup.caption.text()


def test_a_compressed_file_is_read(driver: Driver, tmp_path: Path) -> None:
    file = tmp_path / "access.log.gz"
    file.write_bytes(gzip.compress(_log(1000).encode()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _drop(driver, driver.window, data)
    _read(driver)
    assert sum(count or 0 for count in driver.counts) == 1000


def test_a_file_that_is_no_text_is_named(driver: Driver, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _drop(driver, driver.window, data)
    _read(driver)
    assert f"{file} cannot be read: it is not text" in driver.messages


def dropped(driver: Driver, widget: QWidget, data: QMimeData, actions: Qt.DropAction) -> QDropEvent:
    """Drag something onto a widget as other programs do, which propose to move it, and drop it there."""
    buttons = Qt.MouseButton.LeftButton
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(5, 5), actions, data, buttons, NONE))
    QApplication.sendEvent(widget, QDragMoveEvent(QPoint(5, 5), actions, data, buttons, NONE))
    event = QDropEvent(QPointF(5, 5), actions, data, buttons, NONE)
    QApplication.sendEvent(widget, event)
    driver.settle()
    return event


def test_what_is_dropped_stays_where_it_came_from(driver: Driver) -> None:
    data = QMimeData()
    data.setText("404 there")
    driver.app.navigation.go_to_code("404")
    driver.press(Qt.Key.Key_M, CTRL)
    memo = driver.focused
    assert isinstance(memo, QPlainTextEdit)
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for widget in (driver.window, driver.field, memo.viewport()):
        event = dropped(driver, widget, data, both)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
    assert memo.toPlainText() == "404 there"
    before = driver.field.text()
    for widget in (driver.window, driver.field):
        assert not dropped(driver, widget, data, Qt.DropAction.MoveAction).isAccepted()
    assert driver.field.text() == before


def test_a_good_drop_takes_the_message_about_a_bad_one_away(driver: Driver, tmp_path: Path) -> None:
    for name in ("first.log", "second.log"):
        driver.window.file_dropped.emit(str(tmp_path / name))
        assert name in driver.messages
    assert "first.log" not in driver.messages
    good = tmp_path / "good.log"
    good.write_text('10.0.0.1 - - [10/Oct/2026:13:55:36 +0900] "GET /x HTTP/1.1" 502 12 "-" "-"\n')
    driver.window.file_dropped.emit(str(good))
    assert driver.messages == ""
