"""The mouse all over the window: its side buttons go back and forward, Ctrl with the wheel zooms."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from statusref.app.navigation import Navigation
from statusref.app.preferences import Preferences
from statusref.views.main_window import MainWindow

_NOTCH = 120
"""What Qt reports for one notch of a wheel."""


class MouseHabits(QObject):
    """Sees the events before the widgets do: a list would select a row, a page would zoom its text alone."""

    def __init__(self, window: MainWindow, navigation: Navigation, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._navigation = navigation
        self._preferences = preferences
        self._turned = 0
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event:
            case QWheelEvent() if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._turn(event.angleDelta().y())
                return True
            case QMouseEvent() if event.type() == QEvent.Type.MouseButtonPress:
                return self._step(event.button())
        return False

    def _turn(self, angle: int) -> None:
        """Zoom, or set the text size. A touchpad turns by less than a notch at a time."""
        if self._window.page.zoom(angle / _NOTCH):
            return
        self._turned += angle
        if abs(self._turned) >= _NOTCH:
            (self._preferences.larger_text if self._turned > 0 else self._preferences.smaller_text)()
            self._turned = 0

    def _step(self, button: Qt.MouseButton) -> bool:
        if button == Qt.MouseButton.BackButton:
            self._navigation.back()
        elif button == Qt.MouseButton.ForwardButton:
            self._navigation.forward()
        else:
            return False
        return True
