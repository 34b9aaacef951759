"""Sends a request of one's own to the lab, by a process: the window opens no socket."""

from PySide6.QtCore import QObject, QProcess

from statusref.system.own_process import own_command


def send(owner: QObject, method: str, url: str) -> None:
    """Start the small client. It ends by itself, or with ``owner``; what came of it is told by the lab."""
    process = QProcess(owner)
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.finished.connect(process.deleteLater)
    program, *arguments = own_command("statusref.lab.asking", method, url)
    process.start(program, arguments)
