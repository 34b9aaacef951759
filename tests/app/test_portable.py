"""The window whose files all lie in one folder, on a medium that may be write-protected."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from statusref.app.instance import listen
from statusref.system import channel
from statusref.system.machine import Machine
from statusref.system.paths import Paths, standard_paths
from statusref.views.message_bar import MessageBar
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver
from tests.app.test_study import begin_review
from tests.media import medium


@pytest.fixture
def protect(tmp_path: Path) -> Iterator[Callable[[], None]]:
    with medium(tmp_path) as protect:
        yield protect


@pytest.fixture
def machine(protect: object, tmp_path: Path) -> Machine:
    (tmp_path / "data").mkdir()
    return Machine("linux", {}, "/nonexistent", str(tmp_path / "data"))


@pytest.fixture
def paths(machine: Machine) -> Paths:
    return standard_paths(machine)


def _study(driver: Driver) -> None:
    review = begin_review(driver)
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_3)
    assert review.session is not None
    assert review.session.done == 1
    driver.press(Qt.Key.Key_Escape)


def test_everything_is_written_into_the_one_folder(launch: Launch, paths: Paths, tmp_path: Path) -> None:
    driver = launch()
    driver.search("418")
    driver.press(Qt.Key.Key_D, CTRL)
    driver.quit()
    assert paths.settings.exists()
    assert paths.data.exists()
    assert list((paths.data.parent / "backups").iterdir())
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert launch().messages == ""


@pytest.mark.parametrize("studied", [False, True])
def test_a_write_protected_medium_is_told_once_and_everything_works(
    launch: Launch, paths: Paths, protect: Callable[[], None], studied: bool
) -> None:
    if studied:
        driver = launch()
        _study(driver)
        driver.quit()
    before = {path: path.stat().st_mtime_ns for path in paths.data.parent.rglob("*")}
    protect()
    driver = launch()
    assert driver.messages == (
        f"Your data file cannot be written: {paths.data}. "
        "What you study or change is not saved; it lasts until the window closes."
    )
    bar = driver.window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    bar._close.click()
    _study(driver)
    driver.press(Qt.Key.Key_L, CTRL)
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.messages == "", "it is said once"
    assert driver.app.core.study.statistics().totals().answers == 1 + studied
    driver.quit()
    assert {path: path.stat().st_mtime_ns for path in paths.data.parent.rglob("*")} == before


def test_there_it_cannot_be_asked_for_the_window_and_opens_one_more(
    qapp: QApplication, machine: Machine, protect: Callable[[], None]
) -> None:
    protect()
    assert listen(machine, channel.address(machine), lambda _request, _token: None) is None
