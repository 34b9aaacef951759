"""Asks the user for files, with the desktop's own dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from statusref.system.machine import Machine


class FileDialogs:
    """A ``FileChooser`` above a window, or above none."""

    def __init__(self, window: QWidget | None) -> None:
        self._window = window

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to save. A name that is typed without a suffix gets that of the chosen kind."""
        dialog = QFileDialog(self._window, title, Machine.this().home, kind)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.setDefaultSuffix(_suffix(kind))
        dialog.selectFile(name)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        paths = dialog.selectedFiles() if accepted else []
        dialog.deleteLater()
        return Path(paths[0]) if paths else None

    def to_read(self, title: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._window, title, Machine.this().home, kind)
        return Path(path) if path else None


def _suffix(kind: str) -> str:
    """Return the suffix in the first of the kinds, ``pdf`` for ``PDF (*.pdf);;SVG (*.svg)``; a folder has none."""
    return kind.partition("(*")[2].partition(")")[0].removeprefix(".")
