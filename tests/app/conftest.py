"""Fixtures: the whole program, with its files in a folder of its own."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.app.bootstrap import Application
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from statusref.system.paths import Paths
from tests.app.driving import Driver
from tests.app.indexing import finish_indexing

Launch = Callable[..., Driver]


@pytest.fixture(scope="session")
def engine(resources: Path) -> SearchEngine:
    """A search whose indexes are built once for all tests, to save time. Building them in the window is tested, too."""
    library = Library(resources)
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
    engine: SearchEngine,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Launch]:
    """A function that starts the program, as often as a test needs.

    The language is English unless ``locale`` or the settings say otherwise.
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
        shares_engine: bool = True,
    ) -> Driver:
        os.environ["LC_ALL"] = locale
        app = Application(qapp, root or resources, paths)
        sys.excepthook = hook
        if root is None and shares_engine:
            app.core.engine = engine
        started.append(app)
        qtbot.addWidget(app.window)
        app.window.resize(*size)
        app.window.show()
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        app.window.top.field.setFocus()
        if idle:
            app.start_idle_work()
            assert app.idle is not None
            finish_indexing(app.idle)
        driver = Driver(qtbot, app)
        driver.settle()
        return driver

    monkeypatch.setenv("LC_ALL", "")
    yield start
    for app in started:
        app.window.close()
        app.close()
        app.appearance.deleteLater()
        app.translation.use(Language.ENGLISH)


@pytest.fixture
def driver(launch: Launch) -> Driver:
    """The program at its first start, in English."""
    return launch()
