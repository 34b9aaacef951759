"""Fixtures: the whole program, with its files in a folder of its own."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.app.bootstrap import Application
from statusref.app.program import Program
from statusref.app.windows import Windows
from statusref.cli.requests import OpenWindow
from statusref.core.kept_library import LibraryLoader
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from statusref.system.paths import Paths
from statusref.userdata.data_file import DataFile
from statusref.views.main_window import MainWindow
from tests.app.driving import Driver
from tests.app.indexing import finish_indexing

Launch = Callable[..., Driver]


@pytest.fixture(scope="session")
def engine(library: Library) -> SearchEngine:
    """A search whose indexes are built once for all tests, to save time. Building them in the window is tested, too."""
    engine = SearchEngine(library.catalogue, library.prose, library)
    for _ in engine.prepare():
        pass
    return engine


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "config" / "settings.ini", tmp_path / "data" / "userdata.sqlite", tmp_path / "crash.log")


@pytest.fixture
def launch(
    qtbot: QtBot,
    qapp: QApplication,
    resources: Path,
    library: Library,
    engine: SearchEngine,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Launch]:
    """A function that starts the program, as often as a test needs.

    The language is English unless ``locale`` or the settings say otherwise. Where not ``shares_content``, or where
    there is another ``root``, the program reads its resources and builds its search as it does for a user.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    started: list[Application] = []
    hook = sys.excepthook

    def start(
        *,
        locale: str = "en_US.UTF-8",
        root: Path | None = None,
        size: tuple[int, int] = (1180, 780),
        idle: bool = True,
        shares_content: bool = True,
    ) -> Driver:
        os.environ["LC_ALL"] = locale
        with monkeypatch.context() as patched:
            if root is None and shares_content:
                patched.setattr(LibraryLoader, "load", lambda _: library)
            program = Program(qapp, root or resources, paths)
        sys.excepthook = hook
        if root is None and shares_content:
            program.core.engine = engine
        app = Application(program)
        started.append(app)
        qtbot.addWidget(app.window)
        app.window.resize(*size)
        app.window.show()
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        app.window.top.field.setFocus()
        if idle:
            app.start_idle_work()
            finish_indexing(app.program.work)
        driver = Driver(qtbot, app)
        driver.settle()
        return driver

    monkeypatch.setenv("LC_ALL", "")
    yield start
    for app in started:
        app.window.close()
        app.close()
        app.program.close()
        app.program.appearance.deleteLater()
        app.program.translation.use(Language.ENGLISH)


@pytest.fixture
def driver(launch: Launch) -> Driver:
    """The program at its first start, in English."""
    return launch()


@pytest.fixture
def windows(
    qapp: QApplication,
    qtbot: QtBot,
    resources: Path,
    paths: Paths,
    library: Library,
    engine: SearchEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Windows]:
    """The program with one window, in English, with the first idle work done."""
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)  # Qt's offscreen platform cannot
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(LibraryLoader, "load", lambda _: library)
    hook = sys.excepthook
    windows = Windows(qapp, resources, paths)
    windows.program.core.engine = engine
    windows.answer(OpenWindow())
    sys.excepthook = hook
    qtbot.waitUntil(lambda: windows.newest.idle is not None and windows.program.work.is_indexed)
    yield windows
    opened = list(windows.open)
    for application in opened:
        application.window.close()
    windows.close()
    for application in opened:
        application.window.deleteLater()
    windows.program.appearance.deleteLater()
    windows.program.translation.use(Language.ENGLISH)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Application], Callable[[], None]]:
    """A function that leaves the user's file no room to grow; what it returns makes room again."""

    def fill(app: Application) -> Callable[[], None]:
        (pages,) = app.core.data.storage.read("PRAGMA page_count")[0]
        limit = f"PRAGMA max_page_count = {pages}"
        app.core.data.storage.read(limit)
        opened = DataFile.open

        def open_limited(file: DataFile, busy_ms: int) -> sqlite3.Connection:
            connection = opened(file, busy_ms)
            connection.execute(limit)
            return connection

        monkeypatch.setattr(DataFile, "open", open_limited)
        return lambda: monkeypatch.setattr(DataFile, "open", opened)

    return fill
