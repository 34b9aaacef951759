"""Ends the program in order when the system asks for it: by a signal, or at the end of the session."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from statusref.system.desktop.signals import watch_signals


class Ending(QObject):
    """``save`` saves what closing a window saves: after it, a session may end the program without a word more."""

    def __init__(self, qt: QApplication, save: Callable[[], None]) -> None:
        super().__init__(qt)
        self._qt = qt
        self._save = save
        qt.commitDataRequest.connect(self._on_session_ending)
        self._signals = watch_signals(self, qt.quit)

    def close(self) -> None:
        """Leave signals to Python again, and sessions to Qt."""
        self._qt.commitDataRequest.disconnect(self._on_session_ending)
        if self._signals is not None:
            self._signals.close()

    @Slot()
    def _on_session_ending(self) -> None:
        self._save()
