"""Ends the program in order when the system asks for it: by a signal, or at the end of the session."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """``save`` saves what closing a window saves: after it, a session may end the program without a word more."""

    def __init__(self, qt: QApplication, save: Callable[[], None]) -> None:
        super().__init__(qt)
        self._qt = qt
        self._save = save
        qt.commitDataRequest.connect(self._on_session_ending)
        self._signals = _Signals(self, qt.quit) if os.name == "posix" else None

    def close(self) -> None:
        """Leave signals to Python again, and sessions to Qt."""
        self._qt.commitDataRequest.disconnect(self._on_session_ending)
        if self._signals is not None:
            self._signals.close()

    @Slot()
    def _on_session_ending(self) -> None:
        self._save()


class _Signals(QObject):
    """Python runs the handler of a signal when Qt calls Python next, for a hidden window maybe never.

    So Python writes each signal to a pipe at once, and Qt listens to that.
    """

    def __init__(self, parent: QObject, then: Callable[[], None]) -> None:
        super().__init__(parent)
        self._then = then
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._writing)
        numbers = [getattr(signal, name) for name in _SIGNALS]
        self._before = {number: signal.signal(number, lambda *_: None) for number in numbers}

    def close(self) -> None:
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        os.close(self._reading)
        os.close(self._writing)

    @Slot()
    def _on_signal(self) -> None:
        os.read(self._reading, 64)
        self._then()
