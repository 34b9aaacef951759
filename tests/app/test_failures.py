"""Faults in files, settings and data: the user gets a message, and the reference still works."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from statusref.app import window_command
from statusref.app.bootstrap import Application
from statusref.app.errors import tell_resource_error
from statusref.app.file_dialogs import FileDialogs
from statusref.app.windows import Windows
from statusref.cli.exit_codes import NO_DISPLAY, RESOURCES
from statusref.cli.requests import OpenWindow
from statusref.domain.errors import ResourceError
from statusref.domain.links import code_link
from statusref.system.paths import Paths
from statusref.userdata.schema import LATEST
from tests.app.conftest import Launch
from tests.app.driving import CTRL, Driver
from tests.app.permissions import permissions_hold

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copied(resources: Path, tmp_path: Path) -> Path:
    """A copy of the program's own files that a test can damage."""
    root = tmp_path / "resources"
    shutil.copytree(resources, root, ignore=shutil.ignore_patterns("fonts"))
    (root / "fonts").symlink_to(resources / "fonts")
    return root


def _works(driver: Driver) -> None:
    """Check that a code is found and that bookmarks work, at least until the window closes."""
    driver.search("404")
    assert driver.title == "404 Not Found – StatusRef"
    star = driver.window.lookup.detail.header.bookmark_button
    before = star.isChecked()
    driver.press(Qt.Key.Key_D, CTRL)
    assert star.isChecked() is not before


# The program's own files


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _rewrite(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


FATAL = [
    pytest.param("registry.json", _truncate, "registry.json", id="truncated registry"),
    pytest.param("registry.json", Path.unlink, "registry.json", id="no registry"),
    pytest.param(
        "registry.json", _rewrite('"code": 404', '"code": "404"'), "registry.json", id="field of a wrong type"
    ),
    pytest.param(
        "notes/redirects.ko.md",
        _rewrite("codes: 301", "codes: 3O1"),
        "notes/redirects.ko.md",
        id="note on an unknown code",
    ),
    pytest.param("i18n/words.json", _truncate, "i18n/words.json", id="truncated words"),
    pytest.param("i18n/window.json", _truncate, "i18n/window.json", id="truncated words of the window"),
    pytest.param("i18n/window.json", Path.unlink, "i18n/window.json", id="no words of the window"),
]


@pytest.mark.parametrize(("name", "damage", "named"), FATAL)
def test_a_damaged_file_of_its_own_ends_the_program_with_one_clear_line(
    copied: Path,
    name: str,
    damage: Callable[[Path], None],
    named: str,
    qapp: QApplication,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    damage(copied / name)
    monkeypatch.setattr(window_command, "make_qt", lambda _arguments: qapp)
    monkeypatch.setattr(window_command, "resource_root", lambda: copied)
    monkeypatch.setattr(window_command, "standard_paths", lambda _machine: paths)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QApplication, "exec", lambda: 0)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    before = set(QApplication.topLevelWidgets())
    assert window_command.open_window(OpenWindow(), lambda: None) == RESOURCES == 4
    error = capsys.readouterr().err
    assert error.startswith(f"statusref: {named}")
    assert error.count("\n") == 1
    assert not any(widget.isVisible() for widget in set(QApplication.topLevelWidgets()) - before)


def test_an_unknown_code_of_a_note_is_named(copied: Path, launch: Launch) -> None:
    _rewrite("codes: 301", "codes: 3O1")(copied / "notes" / "redirects.ko.md")
    with pytest.raises(ResourceError, match=r"notes/redirects\.ko\.md.*'3O1'"):
        launch(root=copied)


def test_the_dialog_names_file_and_reason(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr("statusref.app.errors.QGuiApplication.platformName", lambda: "xcb")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.informativeText())))
    tell_resource_error(ResourceError("registry.json", "no JSON: line 3", entry="404", field="phrase"))
    ((text, detail),) = shown
    assert "a file of its own is damaged" in text
    assert "registry.json" in detail
    assert "no JSON: line 3" in detail
    assert detail in capsys.readouterr().err


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_rewrite("## Summary", "## Sumary"), id="unknown heading"),
        pytest.param(Path.unlink, id="missing"),
        pytest.param(lambda path: path.write_bytes(b"\xff\xfe\x00"), id="not UTF-8"),
    ],
)
def test_a_damaged_page_costs_only_itself(launch: Launch, copied: Path, damage: Callable[[Path], None]) -> None:
    damage(copied / "codes" / "410.en.md")
    driver = launch(root=copied, idle=False)
    driver.app.navigation.follow(code_link("410"))
    driver.settle()
    assert "codes/410.en.md" in driver.page_text
    driver.app.navigation.follow(code_link("404"))
    driver.settle()
    assert driver.title == "404 Not Found – StatusRef"
    assert "On the server's side" in driver.page_text


def test_a_damaged_family_of_neighbours_costs_only_itself(launch: Launch, copied: Path) -> None:
    _truncate(copied / "neighbours" / "curl.json")
    driver = launch(root=copied)
    assert "neighbours/curl.json" in driver.messages
    driver.press(Qt.Key.Key_9, CTRL)
    assert len(driver.ids) > 400
    assert not [name for name in driver.ids if name.startswith("curl")]


def test_a_damaged_page_does_not_stop_the_search(launch: Launch, copied: Path) -> None:
    _rewrite("## Summary", "## Sumary")(copied / "codes" / "410.en.md")
    driver = launch(root=copied)
    driver.search("404")
    assert driver.title == "404 Not Found – StatusRef"
    driver.search("410")
    assert "codes/410.en.md" in driver.page_text
    assert "Sumary" in driver.page_text


# Settings


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\x00" * 100, b"\xff\xd8\xff\xe0 JFIF"])
def test_a_settings_file_of_random_bytes_is_set_aside(launch: Launch, paths: Paths, content: bytes) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_bytes(content)
    driver = launch()
    broken = paths.settings.with_name("settings.ini.broken")
    assert broken.read_bytes() == content
    assert driver.messages == f"Your settings file was damaged, so the defaults are used. The damaged file: {broken}"
    _works(driver)
    driver.press(Qt.Key.Key_L, CTRL)
    driver.quit()
    again = launch()
    assert again.messages == ""
    assert again.field.accessibleName() == "찾기"
    assert broken.read_bytes() == content


# User data


def _bookmarked(launch: Launch) -> None:
    """Set a bookmark, so that there is a file of user data."""
    driver = launch()
    driver.search("418")
    driver.press(Qt.Key.Key_D, CTRL)
    driver.quit()


def test_a_damaged_file_of_user_data_is_set_aside(launch: Launch, paths: Paths) -> None:
    paths.data.parent.mkdir(parents=True)
    paths.data.write_bytes(b"this is no database" * 500)
    driver = launch()
    (aside,) = [path for path in paths.data.parent.iterdir() if ".broken-" in path.name]
    assert driver.messages == f"Your data file was damaged. It was set aside as {aside}; a new one was begun."
    assert aside.read_bytes() == b"this is no database" * 500
    _works(driver)


def test_the_newest_good_backup_is_named(launch: Launch, paths: Paths) -> None:
    _bookmarked(launch)
    paths.data.write_bytes(b"x" * 5000)
    driver = launch()
    assert "Newest good backup: " in driver.messages
    backup = Path(driver.messages.split("Newest good backup: ")[1])
    assert backup.is_file()
    _works(driver)


def test_a_file_of_a_newer_version_is_left_alone(launch: Launch, paths: Paths) -> None:
    _bookmarked(launch)
    with closing(sqlite3.connect(paths.data)) as connection:
        connection.execute(f"PRAGMA user_version = {LATEST + 7}")
    before = paths.data.read_bytes()
    driver = launch()
    assert driver.messages == (
        f"A newer StatusRef wrote your data file (version {LATEST + 7}): {paths.data}. "
        "It is left untouched; changes are not saved."
    )
    _works(driver)
    driver.quit()
    assert paths.data.read_bytes() == before


def test_a_locked_file_is_waited_for(launch: Launch, paths: Paths) -> None:
    _bookmarked(launch)
    with closing(sqlite3.connect(paths.data, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        driver = launch()
        assert driver.messages == (
            f"Another program holds your data file: {paths.data}. Changes stay in memory until it lets go."
        )
        _works(driver)
        holder.execute("ROLLBACK")
    driver.quit()
    again = launch()
    again.press(Qt.Key.Key_B, CTRL)
    assert set(again.ids) == {"404", "418"}


@pytest.fixture
def read_only(tmp_path: Path, launch: Launch) -> Iterator[None]:
    """A home folder that can be read but not written, with a bookmark in it."""
    _bookmarked(launch)
    places = (tmp_path, *tmp_path.rglob("*"))
    for place in places:
        place.chmod(place.stat().st_mode & ~0o222)
    yield
    for place in places:
        place.chmod(place.stat().st_mode | 0o200)


def test_a_read_only_home(read_only: None, launch: Launch, paths: Paths) -> None:
    before = paths.data.read_bytes()
    with permissions_hold():
        driver = launch()
        assert driver.messages == (
            f"Your data file cannot be written: {paths.data}. "
            "What you study or change is not saved; it lasts until the window closes."
        )
        driver.press(Qt.Key.Key_B, CTRL)
        assert driver.ids == ["418"]
        driver.press(Qt.Key.Key_B, CTRL)
        _works(driver)
        driver.press(Qt.Key.Key_L, CTRL)
        assert driver.field.accessibleName() == "찾기"
        driver.quit()
    assert paths.data.read_bytes() == before


def _fill_up(driver: Driver) -> None:
    """Set bookmarks until the disk has no room for more."""
    for number in range(1, 400):
        driver.app.records.set_bookmark(f"{number:03}-{'x' * 60}", wanted=True)
        if driver.messages:
            break


def test_a_disk_that_is_full_when_a_bookmark_is_set(
    launch: Launch, paths: Paths, full_disk: Callable[[Application], Callable[[], None]]
) -> None:
    _bookmarked(launch)
    driver = launch()
    make_room = full_disk(driver.app)
    _fill_up(driver)
    assert driver.messages == (
        f"The disk is full: {paths.data}. What was saved is safe; new changes are kept in memory and tried again."
    )
    _works(driver)
    make_room()
    driver.app.records.set_bookmark("500", wanted=True)
    assert driver.messages == "", "all is saved"
    driver.quit()
    again = launch()
    again.press(Qt.Key.Key_B, CTRL)
    assert {"404", "418", "500"} <= set(again.ids)


def test_what_a_full_disk_cannot_take_is_asked_about_at_the_end(
    windows: Windows,
    qtbot: QtBot,
    full_disk: Callable[[Application], Callable[[], None]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = Driver(qtbot, windows.newest)
    make_room = full_disk(driver.app)
    _fill_up(driver)
    asked: list[str] = []
    answers = ["Try again", "Save elsewhere…", "Save elsewhere…", "Save elsewhere…"]
    places = [tmp_path, None, tmp_path / "mine.json"]

    def answer(box: QMessageBox) -> None:
        asked.append(box.informativeText())
        wanted = answers.pop(0)
        next(button for button in box.buttons() if button.text() == wanted).click()

    def choose(_dialogs: FileDialogs, _title: str, name: str, _kind: str) -> Path | None:
        assert name.startswith("statusref-")
        return places.pop(0)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(FileDialogs, "to_write", choose)
    windows.program.ask_about_unsaved()
    assert (answers, places) == ([], [])
    assert all("The disk is full" in text and "are lost when the program ends" in text for text in asked)
    assert "Could not be written" in asked[2]
    saved = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert len(saved["bookmarks"]) == len(driver.app.core.data.bookmarks.all()) > 0

    answers.append("Close all the same")
    windows.program.ask_about_unsaved()
    assert answers == []
    make_room()
    windows.program.ask_about_unsaved()
    assert driver.app.core.data.problem is None


# No display


@pytest.mark.parametrize("language", ["C", "ko_KR.UTF-8"])
def test_no_display_is_said_in_one_sentence(tmp_path: Path, language: str) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "statusref"],
        env=environment | {"LC_ALL": language, "HOME": str(tmp_path)},
        cwd=CHECKOUT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == NO_DISPLAY == 3
    assert done.stdout == b""
    error = done.stderr.decode("utf-8")
    assert error.count("\n") == 1
    for alternative in ("statusref show 404", "statusref search", "statusref screenshot"):
        assert alternative in error
