"""Export from the window: what there is to choose, the process that writes, and what is said of it."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from statusref.app.export_process import ExportProcess
from statusref.app.file_dialogs import FileDialogs
from statusref.app.program import Program
from statusref.app.window_place import fit_dialog
from statusref.domain.class_filter import ClassFilter
from statusref.export.contents import Contents, choose_contents
from statusref.export.errors import CancelledError, CannotExportError
from statusref.export.formats import Format
from statusref.export.job import Job
from statusref.export.writing import is_export
from statusref.views.export_dialog import ExportDialog
from statusref.views.export_options import Range, Wish
from statusref.views.main_window import MainWindow


class Exporting(QObject):
    """One dialog and one export at a time for a window."""

    def __init__(self, program: Program, window: MainWindow) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._localizer = program.localizer
        self._dialog: ExportDialog | None = None
        self._process: ExportProcess | None = None
        self._folder = Path()
        window.hidden.connect(self._close)

    @Slot()
    def show(self) -> None:
        """Open the dialog with what the window shows now to choose from, unless an export is being made in it."""
        if self._dialog is not None and self._process is not None:
            self._dialog.activateWindow()
            return
        self._close()
        self._dialog = dialog = ExportDialog(
            self._program.theme, self._localizer, self._ranges(), self._contents, self._window
        )
        dialog.wanted.connect(self._on_wanted)
        dialog.cancelled.connect(self._cancel)
        dialog.folder_wanted.connect(self._open_folder)
        fit_dialog(dialog)
        dialog.show()

    @Slot()
    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _ranges(self) -> list[Range]:
        panel, bookmarks = self._window.lookup.panel, self._program.core.data.bookmarks.all()
        ranges = [Range("", ClassFilter.ALL), Range("", ClassFilter.ESSENTIAL)]
        if panel.filter not in {ClassFilter.ALL, ClassFilter.ESSENTIAL}:
            ranges.append(Range("", panel.filter))
        if panel.is_searching or panel.is_given:
            ranges.append(Range("listed", panel.listed_ids))
        if bookmarks:
            ranges.append(Range("bookmarks", bookmarks))
        return ranges

    def _contents(self, wish: Wish) -> Contents:
        memos = self._program.core.data.memos.all() if wish.memos else {}
        return choose_contents(
            self._program.core.library,
            wish.only,
            wish.languages,
            memos,
            notes=wish.notes,
            neighbours=wish.neighbours,
        )

    @Slot(object)
    def _on_wanted(self, wish: Wish) -> None:
        kind = f"{self._localizer.text(f'export.format.{wish.form.name}')} (*{wish.form.suffix})"
        title = self._localizer.text("export.title")
        path = FileDialogs(self._dialog).to_write(title, _file_name(wish.form), kind)
        if path is not None and self._process is None:
            # If the user names a folder that is there, Qt's dialog opens it, and its answer ends with the name twice.
            again = wish.form.is_folder and path.name == path.parent.name and is_export(path.parent)
            self._start(Job(wish.form, self._contents(wish), path.parent if again else path))

    def _start(self, job: Job) -> None:
        self._process = ExportProcess(job, self)
        self._process.progressed.connect(self._on_progressed)
        self._process.ended.connect(self._on_ended)
        self._on_progressed(0)
        self._process.start()

    @Slot()
    def _cancel(self) -> None:
        if self._process is not None:
            self._process.cancel()

    @Slot(int)
    def _on_progressed(self, percent: int) -> None:
        if self._dialog is not None:
            self._dialog.show_running(percent)

    @Slot(object)
    def _on_ended(self, error: CannotExportError | CancelledError | None) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        self._folder = process.path.parent
        words = self._outcome(error, process.path)
        self._window.status.show_message(words)
        if self._dialog is not None:
            self._dialog.show_outcome(words, done=error is None)

    def _outcome(self, error: CannotExportError | CancelledError | None, path: Path) -> str:
        match error:
            case None:
                return self._localizer.text("export.written", path=path)
            case CancelledError():
                return self._localizer.text("export.cancelled")
            case CannotExportError(key=key, values=values):
                words = self._localizer.text(key, **values)
                return words[:1].upper() + words[1:]  # they begin small for the terminal

    @Slot()
    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))) and self._dialog is not None:
            self._dialog.show_outcome(self._localizer.text("export.folder", path=self._folder), done=True)


def _file_name(form: Format) -> str:
    return "StatusRef.docset" if form.suffix == ".docset" else f"statusref{form.suffix or f'-{form.name}'}"
