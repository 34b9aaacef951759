"""The real window of the program in this process, to measure key presses and selections."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from statusref.app.bootstrap import Application
from statusref.app.program import Program
from statusref.app.window_command import make_qt
from statusref.core import kept_library
from statusref.resources import resource_root
from statusref.system.paths import Paths
from tests.app.indexing import finish_indexing
from tests.benchmarks.search_bench import larger_library


class Painted(QObject):
    """Records whether a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painted = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return False

    def take(self) -> bool:
        """Return whether the widget was painted since the last call."""
        painted, self._painted = self._painted, False
        return painted


class RunningApp:
    """The window as it is soon after the start: indexes are built and everything is painted."""

    def __init__(self, times: int = 1) -> None:
        """Open the window with ``times`` times as many entries as the shipped catalogue."""
        if times > 1:
            vars(kept_library)["Library"] = lambda root, *words: larger_library(root, times, *words)
        home = Path(tempfile.mkdtemp(prefix="statusref-bench-"))
        qt = make_qt([])
        hook = sys.excepthook
        paths = Paths(home / "settings.ini", home / "data.sqlite", home / "log")
        self.application = Application(Program(qt, resource_root(), paths))
        # Without this, a failure would open the crash dialog and wait for ever.
        sys.excepthook = hook
        self.window = self.application.window
        self.window.resize(1180, 780)
        self.window.show()
        self.settle()
        self.application.start_idle_work()
        finish_indexing(self.application.program.work)
        self.settle()

    def settle(self) -> None:
        """Process pending events and write the whole page, so that nothing is left for the next measurement."""
        for _ in range(3):
            self.application.qt.processEvents()
        self.window.lookup.detail.finish()
        self.application.qt.processEvents()


def milliseconds_to_paint(work: Callable[[], object]) -> float:
    """Run ``work`` and return the milliseconds until the window is painted: layouts, repaints, flush to the screen.

    Timers are not run, because what they do comes after the paint.
    """
    start = perf_counter()
    work()
    QCoreApplication.sendPostedEvents()
    return (perf_counter() - start) * 1000
