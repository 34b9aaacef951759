"""A bug is logged and shown once, with a report that can be copied, and the window stays usable."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from statusref import __version__
from statusref.app.errors import CrashHook, make_report
from statusref.app.program import Program
from statusref.system.paths import Paths

SECRET = "SELECT password FROM typed_by_the_user"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "data" / "crash.log"


@pytest.fixture
def hook(qapp: QApplication, log: Path) -> Iterator[CrashHook]:
    before = sys.excepthook
    yield CrashHook(log)
    sys.excepthook = before


def _crash(hook: CrashHook, error: BaseException | None = None) -> None:
    """Call ``hook`` with an error that was raised, as Python does."""

    def fail(typed: str) -> None:
        raise error or ValueError(f"cannot read {typed!r}")

    try:
        fail(SECRET)
    except BaseException as caught:  # noqa: BLE001 - also KeyboardInterrupt is passed to the hook
        hook(type(caught), caught, caught.__traceback__)


class Answer:
    """Waits for the dialog, reads its texts, clicks the buttons with the given names, and closes it."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.boxes: list[QMessageBox] = []
        self.texts: list[str] = []
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.texts += [box.text(), box.informativeText(), box.detailedText()]
        for name in self.names:
            button = next(button for button in box.buttons() if button.text().replace("&", "") == name)
            assert isinstance(button, QPushButton)
            button.click()
        self.boxes.append(box)
        box.close()


pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def test_the_dialog_holds_the_report(hook: CrashHook, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer()
    _crash(hook)
    text, where, report = answer.texts
    assert text == "StatusRef met an error of its own. Your data is safe."
    assert where == f"The report is also in {log}"
    assert f"StatusRef {__version__}, Qt " in report
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert report in capsys.readouterr().err


def test_without_a_standard_error_the_dialog_comes_all_the_same(
    hook: CrashHook, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``pythonw``, which the Start menu of Windows runs, gives a program no standard streams."""
    monkeypatch.setattr(sys, "stderr", None)
    answer = Answer()
    _crash(hook)
    assert answer.texts
    assert "ValueError" in log.read_text("utf-8")


def test_the_report_can_be_copied(hook: CrashHook) -> None:
    QGuiApplication.clipboard().setText("before")
    answer = Answer("Copy report")
    _crash(hook)
    QTest.qWait(0)
    assert QGuiApplication.clipboard().text() == answer.texts[2]


def test_the_report_is_logged_and_the_log_is_bounded(hook: CrashHook, log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_text("old " * 200_000)
    for _ in range(2):
        Answer()
        _crash(hook)
    text = log.read_text("utf-8")
    assert text.count("ValueError") == 2
    assert len(text) < 300 * 1024


def test_nothing_that_was_typed_is_in_it(hook: CrashHook, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer()
    _crash(hook)
    for text in (*answer.texts, log.read_text("utf-8"), capsys.readouterr().err):
        assert SECRET not in text


def test_no_path_of_the_users_home_is_in_it() -> None:
    try:
        Path("/nonexistent").read_text("utf-8")
    except OSError as error:
        report = make_report(error)
    assert str(Path(__file__).parent) not in report
    assert sys.prefix not in report


def test_a_log_that_cannot_be_written_does_no_harm(qapp: QApplication) -> None:
    answer = Answer()
    _crash(CrashHook(Path("/dev/null/nowhere/crash.log")))
    assert "ValueError" in answer.texts[2]


def test_a_second_crash_while_the_first_is_shown_opens_no_second_dialog(hook: CrashHook, log: Path) -> None:
    answer = Answer()
    QTimer.singleShot(0, lambda: _crash(hook, KeyError("second")))
    _crash(hook)
    assert len(answer.boxes) == 1
    assert "KeyError" in log.read_text("utf-8")


def test_ctrl_c_in_the_terminal_is_no_bug(
    hook: CrashHook, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _crash(hook, KeyboardInterrupt())
    assert not log.exists()


def test_the_program_installs_it_before_anything_else(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with pytest.raises(Exception, match=r"words\.json|registry\.json"):
        Program(qapp, tmp_path / "nothing", Paths(tmp_path / "s", tmp_path / "d", tmp_path / "log"))
    assert isinstance(sys.excepthook, CrashHook)
