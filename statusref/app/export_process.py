"""The process that makes an export. See ``statusref/export/__main__.py`` for what is said between the two."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

import statusref
from statusref.export.errors import CancelledError, CannotExportError
from statusref.export.job import Job, job_text
from statusref.export.writing import remove_leftovers

_KILLED_MS = 2000


class ExportProcess(QObject):
    """``progressed`` carries the per cent that are done; ``ended`` the error, or None, and nothing comes after it."""

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = job.path
        self._job = job
        self._error: CannotExportError | None = None
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        # A checkout is not installed, and the process starts in a folder of its own.
        package = str(Path(statusref.__file__).parents[1])
        paths = filter(None, (package, environment.value("PYTHONPATH")))
        environment.insert("PYTHONPATH", os.pathsep.join(paths))
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        self._process.start(sys.executable, ["-m", "statusref.export"])
        self._process.write(f"{job_text(self._job)}\n".encode())
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """End the process and remove what it has written. What was at the path before is still there."""
        self._process.finished.disconnect()
        self._process.kill()
        self._process.waitForFinished(_KILLED_MS)
        remove_leftovers(self.path)
        self.ended.emit(CancelledError())

    @Slot()
    def _on_output(self) -> None:
        while self._process.canReadLine():
            said = json.loads(bytes(self._process.readLine().data()))
            if "percent" in said:
                self.progressed.emit(said["percent"])
            elif "key" in said:
                self._error = CannotExportError(said["key"], **said["values"])
            else:
                self._error = self._failed(said["reason"])

    @Slot()
    def _on_finished(self) -> None:
        self._on_output()
        if self._error is None and self._process.exitCode() != 0:
            # What it says last is Python's message about a fault in the program.
            lines = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").split("\n")
            self._error = self._failed(next(filter(None, reversed(lines)), "?"))
        self.ended.emit(self._error)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(self._failed(self._process.errorString()))

    def _failed(self, reason: str) -> CannotExportError:
        return CannotExportError("export.failed", path=self.path, reason=reason)
