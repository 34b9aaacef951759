"""A theme, and a way to show a widget in an active window of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from statusref.domain.text import Language
from statusref.domain.words import FILE, WINDOW_FILE, Words
from statusref.theme.fonts import load_bundled_fonts
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def theme(qapp: QApplication, resources: Path) -> Theme:
    load_bundled_fonts(resources / "fonts")
    return Theme(resources / "icons")


@pytest.fixture
def localizer(resources: Path) -> Localizer:
    """The words of the window in English."""
    return Localizer(Words.load(resources, FILE, WINDOW_FILE), Language.ENGLISH)


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[W], W]]:
    """Show a widget in an active window, where nothing has the keyboard yet."""
    windows: list[QWidget] = []

    def put(widget: W) -> W:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(widget)
        window.resize(600, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        return widget

    yield put
    windows.clear()
