"""Export from the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from statusref.app.exporting import Exporting
from statusref.app.file_dialogs import FileDialogs
from statusref.views.export_dialog import ExportDialog
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The path that the user chooses in the file dialog."""
    path = tmp_path / "chosen.html"
    monkeypatch.setattr(FileDialogs, "to_write", lambda *_: path)
    return path


def open_dialog(driver: Driver) -> ExportDialog:
    driver.press(Qt.Key.Key_S, CTRL)
    dialog = exporting(driver)._dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def exporting(driver: Driver) -> Exporting:
    return driver.idle.take_along.exporting


def test_x(launch: Launch, chosen: Path) -> None:
    driver = launch(locale="ko_KR.UTF-8")
    driver.search("4xx")
    dialog = open_dialog(driver)
    driver.settle()
    dialog.grab().save("/tmp/d1.png")
    dialog.options.formats._buttons[4].click()
    dialog.options.languages._buttons[2].click()
    driver.settle()
    dialog.grab().save("/tmp/d2.png")
    dialog.options.formats._buttons[0].click()
    driver.click(dialog.export_button)
    dialog.grab().save("/tmp/d3.png")
    driver.wait(lambda: not dialog.folder_button.isHidden())
    dialog.grab().save("/tmp/d4.png")
    assert chosen.is_file()
    driver.app.theme.apply(factor=2.0)
    driver.settle()
    dialog.grab().save("/tmp/d5.png")
    driver.app.theme.apply(factor=1.0)
    dialog.resize(640, 480)
    driver.settle()
    dialog.grab().save("/tmp/d6.png")
