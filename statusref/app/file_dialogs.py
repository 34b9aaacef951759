"""Asking for the name of a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from statusref.system.machine import Machine


class FileDialogs:
    """Asks with the desktop's own dialogs."""

    def __init__(self, window: QWidget | None) -> None:
        self._window = window

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._window, title, str(Path(Machine.this().home, name)), kind)
        return Path(path) if path else None

    def to_read(self, title: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._window, title, Machine.this().home, kind)
        return Path(path) if path else None
