"""The core stays open when the window is closed, and the program has only one core."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from statusref.cli.requests import OpenWindow
from statusref.core.core import Core
from statusref.system.paths import Paths
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver

quiet_platform = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def bookmarks_on_disk(paths: Paths) -> list[str]:
    with closing(sqlite3.connect(paths.data)) as connection:
        return [row[0] for row in connection.execute("SELECT entry_id FROM bookmarks")]


def test_closing_the_window_leaves_the_data_open(driver: Driver, paths: Paths) -> None:
    driver.window.close()
    assert not driver.window.isVisible()
    driver.app.core.data.bookmarks.add("404")
    assert bookmarks_on_disk(paths) == ["404"]


@quiet_platform
def test_a_closed_window_comes_back_where_it_is_asked_for(driver: Driver, paths: Paths) -> None:
    driver.write("404")
    driver.window.close()
    driver.app.show(OpenWindow(code="410"))
    driver.settle()
    assert driver.window.isVisible()
    assert driver.title == "410 Gone – StatusRef"
    driver.press(Qt.Key.Key_D, CTRL)
    assert bookmarks_on_disk(paths) == ["410"]
    driver.app.show(OpenWindow(query="too many"))
    driver.settle()
    assert driver.field.text() == "too many"
    assert driver.ids[0] == "429"


@quiet_platform
def test_a_code_that_does_not_exist_is_searched_for(driver: Driver) -> None:
    driver.app.show(OpenWindow(code="404-nobody"))
    driver.settle()
    assert driver.field.text() == "404-nobody"


def test_study_before_the_idle_work_uses_the_same_data(launch: Launch, paths: Paths) -> None:
    driver = launch(idle=False)
    driver.app.navigation.show_page("study")
    study = driver.app.core.study
    driver.app.start_idle_work()
    driver.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.search("404")
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.app.core.study is study
    assert driver.app.core.data.storage is study._storage
    driver.quit()
    # The file can only be locked if every connection to it has been closed.
    with closing(sqlite3.connect(paths.data, timeout=0, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
    assert bookmarks_on_disk(paths) == ["404"]


def test_a_window_that_is_open_for_days_makes_its_backup(driver: Driver, paths: Paths) -> None:
    folder = paths.data.parent / "backups"
    assert not folder.exists()
    driver.app.program.work._backup_timer.timeout.emit()
    assert len(list(folder.iterdir())) == 1
    assert driver.window.isVisible()


def test_what_is_not_asked_for_is_not_opened(paths: Paths, resources: Path) -> None:
    core = Core(resources, paths.data)
    core.back_up_if_due()
    core.close()
    assert not paths.data.exists()
