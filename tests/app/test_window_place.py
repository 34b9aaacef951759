"""The window fits on the screens that are there."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from statusref.app.window_place import fitted, place_window

LAPTOP = QRect(0, 0, 1366, 768)
FULL_HD = QRect(0, 0, 1920, 1080)
BESIDE = QRect(1920, 0, 1920, 1080)
LEFT = QRect(-1280, 200, 1280, 1024)
DEFAULT = QRect(100, 60, 1180, 780)


def _reachable(place: QRect, screen: QRect) -> bool:
    """Whether a screen has the whole window, and above it room for the title bar."""
    return screen.contains(place.adjusted(0, -30, 0, 0))


@pytest.mark.parametrize(
    ("wanted", "screens"),
    [
        pytest.param(DEFAULT, [LAPTOP], id="larger than the screen"),
        pytest.param(DEFAULT, [QRect(0, 0, 960, 540)], id="1080p at scale 2"),
        pytest.param(DEFAULT, [QRect(0, 32, 1366, 700)], id="a panel at the top"),
        pytest.param(QRect(2400, 200, 1180, 780), [FULL_HD], id="its screen is gone"),
        pytest.param(QRect(-1200, 300, 1000, 700), [FULL_HD], id="the screen at the left is gone"),
        pytest.param(QRect(300, -500, 1180, 780), [FULL_HD], id="title bar above the screen"),
        pytest.param(QRect(300, 0, 1180, 780), [FULL_HD], id="no room for the title bar"),
        pytest.param(QRect(1000, 700, 1180, 780), [FULL_HD], id="beyond the corner"),
    ],
)
def test_it_is_brought_onto_the_first_screen(wanted: QRect, screens: list[QRect]) -> None:
    place = fitted(wanted, screens)
    assert _reachable(place, screens[0])
    assert place.size() == wanted.size().boundedTo(place.size())


@pytest.mark.parametrize(
    "wanted", [QRect(300, 100, 1180, 780), QRect(1500, 100, 1180, 780), QRect(2400, 200, 1180, 780)]
)
def test_a_window_that_can_be_seen_stays(wanted: QRect) -> None:
    assert fitted(wanted, [FULL_HD, BESIDE]) == wanted


def test_it_comes_to_the_screen_that_shows_most_of_its_title_bar() -> None:
    place = fitted(QRect(-1400, 250, 1180, 780), [FULL_HD, LEFT])
    assert _reachable(place, LEFT)
    assert place.size() == QRect(0, 0, 1180, 780).size()


def test_a_window_fits_on_the_screen_when_it_is_placed(qtbot: QtBot) -> None:
    """Qt's screen without a display is 800 × 800: the first start, and a place that was saved far away."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(QRect(QPoint(5000, 5000), DEFAULT.size()))
    saved = before.saveGeometry()
    for geometry in (type(saved)(), saved):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(DEFAULT.size())
        place_window(window, geometry)
        assert window.width() <= screen.width()
        assert window.height() <= screen.height()
    assert _reachable(window.geometry(), screen)
