"""Memos in the list of results: found as soon as they are written, with their line; opened where they stand."""

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from statusref.domain.links import code_link
from statusref.models.result_rows import Row
from statusref.models.roles import Role
from statusref.study.study import Study
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver

MEGABYTE = "결제 서버 timeout <b>굵게</b>\r\n" * 34_000


def _spoken(driver: Driver, row_id: str) -> str:
    return str(driver.row_index(row_id).data(Qt.ItemDataRole.AccessibleTextRole))


def _write_memo(driver: Driver, code: str, text: str) -> None:
    driver.app.navigation.go(code_link(code))
    driver.press(Qt.Key.Key_M, CTRL)
    driver.write(text)
    driver.press(Qt.Key.Key_Escape)


def test_a_memo_is_found_as_soon_as_it_is_saved(launch: Launch) -> None:
    driver = launch(locale="ko_KR.UTF-8")
    _write_memo(driver, "502", "결제 서버 점검")
    driver.search("결제 서버")
    assert driver.ids[0] == "memo-502"
    assert _spoken(driver, "memo-502") == "502 Bad Gateway, 내 메모: 결제 서버 점검"
    (mark,) = driver.row_index("memo-502").data(Role.ITEM).marks
    assert [mark.text[start:end] for start, end in mark.spans] == ["결제 서버"]
    assert driver.title.startswith("502 Bad Gateway")
    driver.search("ㅈㄱ")
    assert "memo-502" in driver.ids
    _write_memo(driver, "502", "새 글. ")
    driver.search("새 글")
    assert driver.ids[0] == "memo-502"
    driver.app.core.data.memos.set("502", "")
    driver.search("점검")
    assert "memo-502" not in driver.ids


def test_memos_of_the_last_time_are_found(launch: Launch) -> None:
    driver = launch()
    _write_memo(driver, "410", "the old shop")
    driver.quit()
    again = launch()
    again.wait(lambda: bool(again.app.core.engine.search("old shop").matches))
    again.search("old shop")
    assert again.ids[0] == "memo-410"


def test_opening_a_memo_leads_to_where_it_stands(driver: Driver) -> None:
    _write_memo(driver, "503", "maintenance window")
    driver.search("maintenance window")
    assert driver.selected == "memo-503"
    driver.press(Qt.Key.Key_Return)
    assert driver.has_keyboard(driver.reader)
    bar = driver.reader.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    driver.app.navigation.go(code_link("200"))
    driver.search("maintenance window")
    driver.click_row("memo-503")
    assert driver.title.startswith("503")
    assert bar.value() == bar.maximum()
    assert driver.window.lookup.location == code_link("503")


def test_a_memo_stands_with_the_class_and_the_bookmark_of_its_code(driver: Driver) -> None:
    _write_memo(driver, "404", "zzz remark")
    _write_memo(driver, "503", "zzz remark")
    driver.search("zzz")
    assert driver.ids == ["memo-404", "memo-503"]
    driver.press(Qt.Key.Key_7, CTRL)
    assert driver.ids == ["memo-503"]
    driver.press(Qt.Key.Key_1, CTRL)
    driver.app.core.data.bookmarks.add("404")
    driver.press(Qt.Key.Key_B, CTRL)
    assert driver.ids == ["memo-404"]


def test_memos_that_an_import_brings_are_found(driver: Driver, tmp_path: object) -> None:
    data = driver.app.core.data
    study: Study = driver.app.core.study
    for code in ("404", "503"):
        data.memos.set(code, "brought along")
    path = driver.app.program.paths.data.parent / "all.json"
    study.export_file(path)
    assert len(json.loads(path.read_text("utf-8"))["memos"]) == 2
    for code in ("404", "503"):
        data.memos.set(code, "changed")
    study.import_file(path)
    driver.wait(lambda: len(driver.app.core.engine.search("brought along").matches) == 2)


def test_what_another_process_wrote_is_found_when_the_user_comes_back(
    driver: Driver, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_memo(driver, "404", "written here")
    script = (
        "import sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from statusref.userdata.user_data import open_user_data\n"
        "data = open_user_data(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "data.memos.set('503', 'written there')\ndata.memos.set('404', '')\ndata.bookmarks.add('503')\ndata.close()\n"
    )
    subprocess.run([sys.executable, "-c", script, str(driver.app.program.paths.data)], check=True)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    driver.wait(lambda: bool(driver.app.core.engine.search("written there").matches))
    driver.search("written here")
    assert "memo-404" not in driver.ids
    assert "503" in driver.window.lookup.panel.bookmarks
    read: list[str] = []
    monkeypatch.setattr(driver.app.core.engine.memos, "put", lambda code, _: read.append(code))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    driver.settle()
    assert read == [], "nobody has written meanwhile"


def test_two_windows_and_a_full_disk_find_what_is_in_memory(driver: Driver, full_disk: object) -> None:
    room = full_disk(driver.app)  # type: ignore[operator]
    driver.app.core.data.memos.set("404", "in memory " + "x" * 200_000)
    assert driver.app.core.data.problem is not None
    driver.search("in memory")
    assert "memo-404" in driver.ids
    room()


@pytest.mark.parametrize("code", ["404"])
def test_a_memo_of_a_megabyte(driver: Driver, code: str) -> None:
    driver.app.core.data.memos.set(code, MEGABYTE)
    driver.search("결제 서버 timeout 굵게")
    assert driver.ids[0] == f"memo-{code}"
    row = driver.row_index(f"memo-{code}").data(Role.ITEM)
    assert isinstance(row, Row)
    assert len(row.marks[0].text) <= 120
    driver.press(Qt.Key.Key_Return)
    assert "<b>굵게</b>" in driver.page_text
    driver.press(Qt.Key.Key_M, CTRL)
    driver.press(Qt.Key.Key_Escape)
    assert driver.app.core.data.memos.get(code) == MEGABYTE
