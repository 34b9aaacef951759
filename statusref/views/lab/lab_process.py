"""The lab as a process of its own. It ends with the window: its input is a pipe, which closes with this process."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from statusref.lab.events import Exchange, Listening
from statusref.lab.heard import read_event

_LONGEST_LINE = 1_000_000
"""Bytes. A lab writes shorter lines; something else that writes such a line is not read any further."""
_PATIENCE_MS = 2000


class LabState(Enum):
    """What the process does."""

    STOPPED = auto()
    STARTING = auto()
    RUNNING = auto()


class LabProcess(QObject):
    """``changed`` tells of another state, ``exchanged`` carries a list of exchanges: many may end at once.

    ``failed`` carries what the lab said before it ended by itself; empty where it said nothing, or could not start.
    """

    changed = Signal()
    exchanged = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._listening: Listening | None = None

    @property
    def state(self) -> LabState:
        if self._process is None:
            return LabState.STOPPED
        return LabState.STARTING if self._listening is None else LabState.RUNNING

    @property
    def url(self) -> str:
        """The address of the lab, ending in a slash; empty unless it runs."""
        return "" if self._listening is None else self._listening.url

    def start(self, command: Sequence[str]) -> None:
        """Start it by a command, whose first word is the program."""
        process = self._process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        program, *arguments = command
        process.start(program, arguments)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """End it, and return when it has ended."""
        process = self._let_go()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(_PATIENCE_MS):
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
        process.deleteLater()
        self.changed.emit()

    def _let_go(self) -> QProcess | None:
        process, self._process, self._listening = self._process, None, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._on_output)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
        return process

    @Slot()
    def _on_output(self) -> None:
        exchanges: list[Exchange] = []
        while self._process is not None and self._process.canReadLine():
            match read_event(bytes(self._process.readLine(_LONGEST_LINE).data())):
                case Listening() as listening:
                    self._listening = listening
                    self.changed.emit()
                case Exchange() as exchange:
                    exchanges.append(exchange)
        if exchanges:
            self.exchanged.emit(exchanges)

    @Slot()
    def _on_finished(self) -> None:
        self._on_output()
        self._fail()

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        # After every other error, the end of the process is told, too.
        if error is QProcess.ProcessError.FailedToStart:
            self._fail()

    def _fail(self) -> None:
        process = self._let_go()
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        self.changed.emit()
        self.failed.emit(said.rpartition("\n")[2].removeprefix("statusref: "))
