"""Signals that end a program, on the systems that have them."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


def watch_signals(parent: QObject, then: Callable[[], None], platform: str = sys.platform) -> "Signals | None":
    """Call ``then`` when a signal asks the program to end. None on Windows, which ends a program without asking."""
    return None if platform == "win32" else Signals(parent, then)


class Signals(QObject):
    """Calls ``then`` at once when one of the signals arrives.

    Python runs the handler of a signal only when Qt calls Python next, which may be never while the window is hidden.
    So Python is told to write each signal to a pipe (``set_wakeup_fd``), and Qt watches the pipe.
    """

    def __init__(self, parent: QObject, then: Callable[[], None]) -> None:
        super().__init__(parent)
        self._then = then
        self._reading, self._writing = os.pipe()
        if sys.platform != "win32":
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
