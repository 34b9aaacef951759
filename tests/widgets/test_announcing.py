"""Announcements to screen readers."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from statusref.widgets import announcing
from statusref.widgets.announcing import announce


@pytest.fixture
def active() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_only_what_is_on_the_screen_is_announced(qtbot: QtBot, active: None, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    update = QAccessible.updateAccessibility

    class Accessible:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())
            update(event)

    monkeypatch.setattr(announcing, "QAccessible", Accessible)
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "too early")
    label.show()
    announce(label, "404 was sent")
    assert said == ["404 was sent"]
