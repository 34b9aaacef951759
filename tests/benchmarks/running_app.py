"""The program's real window inside this process, for measuring what a key or a selection costs."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from statusref.app.bootstrap import Application
from statusref.app.window_command import make_qt
from statusref.core import core
from statusref.resources import resource_root
from statusref.system.paths import Paths
from tests.benchmarks.search_bench import larger_library


class Painted(QObject):
    """Knows whether a widget was painted since it was last asked."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painted = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return False

    def take(self) -> bool:
        """Whether it was painted, and begin again."""
        painted, self._painted = self._painted, False
        return painted


class RunningApp:
    """The window as after a start, its search prepared and everything painted."""

    def __init__(self, times: int = 1) -> None:
        """Open the window on ``times`` the entries of the catalogue."""
        if times > 1:
            vars(core)["Library"] = lambda root, *words: larger_library(root, times, *words)
        home = Path(tempfile.mkdtemp(prefix="statusref-bench-"))
        qt = make_qt([])
        hook = sys.excepthook
        self.application = Application(
            qt, resource_root(), Paths(home / "settings.ini", home / "data.sqlite", home / "log")
        )
        # A failure here is to end the run, not to wait in a crash dialog.
        sys.excepthook = hook
        self.window = self.application.window
        self.window.resize(1180, 780)
        self.window.show()
        self.settle()
        self.application.start_idle_work()
        assert self.application.idle is not None
        self.application.idle.finish_indexing()
        self.settle()

    def settle(self) -> None:
        """Do all that is due, so that the next measurement starts from rest."""
        for _ in range(3):
            self.application.qt.processEvents()
        self.window.lookup.detail.finish()
        self.application.qt.processEvents()


def milliseconds_to_paint(work: Callable[[], object]) -> float:
    """Do ``work`` and everything it asked for up to the painted window: layouts, repaints and the flush to the screen.

    Timers are left out: what they do comes after the picture.
    """
    start = perf_counter()
    work()
    QCoreApplication.sendPostedEvents()
    return (perf_counter() - start) * 1000
