"""Where the window stands: on a screen that is there, no larger than it, its title bar within reach."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_TITLE_BAR, _EDGE = 36, 4
"""The frame that the window manager will put around the window, in pixels: nobody knows it before that."""


def place_window(window: QWidget, saved: QByteArray) -> None:
    """Put the window where it stood, or leave it to the desktop where a window stands that never stood anywhere."""
    first = QGuiApplication.primaryScreen()
    screens = [first.availableGeometry()]
    screens += (screen.availableGeometry() for screen in QGuiApplication.screens() if screen is not first)
    if saved.isEmpty() or not window.restoreGeometry(saved):
        window.resize(fitted(QRect(_room(screens[0]).topLeft(), window.size()), screens).size())
        return
    wanted = window.geometry()
    place = fitted(wanted, screens)
    if place != wanted:
        window.setGeometry(place)


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return the place nearest to ``wanted`` at which a window, without its frame, fits on one of the screens.

    A window whose whole title bar can be seen stays, even on two screens, if it ends above the lower edge. Where no
    screen shows any of the title bar, the first one takes the window.
    """
    bar = QRect(wanted.left(), wanted.top() - _TITLE_BAR, wanted.width(), _TITLE_BAR)
    seen = [screen.intersected(bar) for screen in screens]
    home = screens[max(range(len(screens)), key=lambda place: seen[place].width())]
    seen_width = sum(part.width() for part in seen if part.height() == bar.height())
    if seen_width >= bar.width() and wanted.bottom() <= home.bottom():
        return wanted
    room = _room(home)
    place = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    place.moveRight(min(place.right(), room.right()))
    place.moveBottom(min(place.bottom(), room.bottom()))
    place.moveLeft(max(place.left(), room.left()))
    place.moveTop(max(place.top(), room.top()))
    return place


def fit_dialog(dialog: QWidget) -> None:
    """Make a dialog no larger than its screen: at large text, its buttons would be out of reach."""
    dialog.resize(dialog.size().boundedTo(_room(dialog.screen().availableGeometry()).size()))


def _room(screen: QRect) -> QRect:
    """Return what is left of a screen inside the frame of a window as large as the screen."""
    return screen.adjusted(_EDGE, _TITLE_BAR, -_EDGE, -_EDGE)
