"""Light or dark: from Qt, or if Qt does not know, from the desktop portal, with changes while running."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtDBus import QDBusConnection, QDBusVariant
from pytestqt.qtbot import QtBot

from statusref.system.desktop.appearance import PREFER_DARK, Portal, SystemAppearance
from statusref.system.desktop.portal import DesktopPortal

NO_PREFERENCE, PREFER_LIGHT = 0, 2
UNKNOWN, LIGHT, DARK = Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark


class FakeHints(QObject):
    """Replaces QStyleHints, with a colour scheme that the test can change."""

    colorSchemeChanged = Signal()  # noqa: N815 - as Qt names it

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        super().__init__()
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def change(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit()


class FakePortal(Portal):
    def __init__(self, value: int | None) -> None:
        super().__init__()
        self.value = value
        self.reads = 0

    def read(self) -> int | None:
        self.reads += 1
        return self.value

    def change(self, value: int) -> None:
        self.value = value
        self.changed.emit(value)


def make(scheme: Qt.ColorScheme, portal: FakePortal | None) -> tuple[SystemAppearance, FakeHints, list[bool]]:
    hints = FakeHints(scheme)
    appearance = SystemAppearance(hints, portal)  # type: ignore[arg-type]
    told: list[bool] = []
    appearance.changed.connect(told.append)
    return appearance, hints, told


@pytest.mark.parametrize(
    ("value", "dark"), [(PREFER_DARK, True), (PREFER_LIGHT, False), (NO_PREFERENCE, False), (None, False), (7, False)]
)
def test_where_qt_does_not_know_the_portal_is_asked(qtbot: QtBot, value: int | None, dark: bool) -> None:
    portal = FakePortal(value)
    appearance, _, _ = make(UNKNOWN, portal)
    assert appearance.dark is dark
    assert portal.reads == 1


def test_where_nobody_knows_it_is_light(qtbot: QtBot) -> None:
    appearance, _, _ = make(UNKNOWN, None)
    assert not appearance.dark


def test_a_change_of_the_portal_is_followed_live(qtbot: QtBot) -> None:
    portal = FakePortal(PREFER_LIGHT)
    appearance, _, told = make(UNKNOWN, portal)
    portal.change(PREFER_DARK)
    assert appearance.dark
    portal.change(NO_PREFERENCE)
    assert not appearance.dark
    assert told == [True, False]


def test_a_portal_that_comes_later_counts(qtbot: QtBot) -> None:
    portal = FakePortal(None)
    appearance, _, told = make(UNKNOWN, portal)
    portal.change(PREFER_DARK)
    assert appearance.dark
    assert told == [True]


@pytest.mark.parametrize(("scheme", "dark"), [(DARK, True), (LIGHT, False)])
def test_where_qt_knows_the_portal_does_not_count(qtbot: QtBot, scheme: Qt.ColorScheme, dark: bool) -> None:
    portal = FakePortal(PREFER_LIGHT if dark else PREFER_DARK)
    appearance, _, told = make(scheme, portal)
    assert appearance.dark is dark
    assert portal.reads == 0, "asking costs time at the start"
    portal.change(PREFER_LIGHT if dark else PREFER_DARK)
    assert appearance.dark is dark
    assert told == []


def test_a_change_that_qt_sees_is_followed_live(qtbot: QtBot) -> None:
    appearance, hints, told = make(LIGHT, FakePortal(None))
    hints.change(DARK)
    assert appearance.dark
    hints.change(LIGHT)
    assert told == [True, False]


def test_qt_learns_it_later(qtbot: QtBot) -> None:
    portal = FakePortal(PREFER_LIGHT)
    appearance, hints, told = make(UNKNOWN, portal)
    hints.change(DARK)
    assert appearance.dark
    portal.change(PREFER_LIGHT)
    assert appearance.dark
    assert told == [True]


class TestDesktopPortal:
    """The signal handler of DesktopPortal, on a bus without a portal."""

    @pytest.fixture
    def portal(self, qtbot: QtBot) -> DesktopPortal:  # noqa: ARG002 - Qt must be there
        return DesktopPortal(QDBusConnection("nobody is there"))

    def test_without_a_bus_nobody_answers(self, portal: DesktopPortal) -> None:
        assert portal.read() is None

    @pytest.mark.parametrize("value", [1, 2, 0])
    def test_the_setting_is_followed(self, portal: DesktopPortal, value: int) -> None:
        told: list[int] = []
        portal.changed.connect(told.append)
        portal._on_setting_changed("org.freedesktop.appearance", "color-scheme", QDBusVariant(value))
        assert told == [value]

    @pytest.mark.parametrize(
        ("namespace", "key", "value"),
        [
            ("org.freedesktop.appearance", "contrast", 1),
            ("org.gnome.desktop.interface", "color-scheme", 1),
            ("org.freedesktop.appearance", "color-scheme", "prefer-dark"),
        ],
    )
    def test_other_settings_are_passed_over(
        self, portal: DesktopPortal, namespace: str, key: str, value: object
    ) -> None:
        told: list[int] = []
        portal.changed.connect(told.append)
        portal._on_setting_changed(namespace, key, QDBusVariant(value))
        assert told == []
