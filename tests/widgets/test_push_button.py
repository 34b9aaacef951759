"""The filled button: pressed by key, and lit without changing a colour that others share."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.push_button import PushButton


@pytest.fixture
def button(qtbot: QtBot, qapp: QApplication, resources: Path) -> PushButton:
    made = PushButton(Theme(resources / "icons"), primary=True)
    made.setMinimumSize(120, 40)
    made.describe("Go on", "Space")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_lit_button_leaves_the_shared_colours_alone(button: PushButton) -> None:
    button.setDown(True)
    button.grab()
    assert color(button._theme.tokens.on_accent).alpha() == 255


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_return_press_it(button: PushButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
