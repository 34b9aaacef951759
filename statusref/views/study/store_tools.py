"""Buttons to export and import user data, export an Anki package, and restore a backup."""

from datetime import UTC
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.text import Language
from statusref.study.anki import export_anki
from statusref.study.import_errors import ImportFileError
from statusref.study.merging import ImportReport
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StoreState, StudyContext
from statusref.views.study.import_words import import_problem
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel


class StoreTools(QWidget):
    """``changed`` is emitted when an import or a backup has changed the user data."""

    changed = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        theme = context.theme
        self._state = StoreState()
        self._title = ThemedLabel(theme, TextStyle.LABEL, "text3", parent=self)
        self._problem = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text1", wraps=True, parent=self)
        self.told = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        self.export_button = PushButton(theme, parent=self)
        self.import_button = PushButton(theme, parent=self)
        self.anki_button = PushButton(theme, parent=self)
        self.restore_button = PushButton(theme, parent=self)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.export_button, self.import_button, self.anki_button, self.restore_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        layout.addWidget(self.told)
        self.export_button.clicked.connect(self._on_export)
        self.import_button.clicked.connect(self._on_import)
        self.anki_button.clicked.connect(self._on_anki)
        self.restore_button.clicked.connect(self._on_restore)
        self.told.hide()
        self.retranslate()

    @property
    def problem(self) -> str:
        """The message about the file of user data, empty if all is well."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def refresh(self) -> None:
        """Ask whether the file of user data can be used, and show the message if not."""
        self._state = self._context.store()
        self._problem.setText(self._state.problem)
        self._problem.setVisible(bool(self._state.problem))
        self.restore_button.setVisible(self._state.backup is not None)

    def retranslate(self) -> None:
        text = self._localizer.text
        self._title.setText(text("study.data"))
        self.export_button.describe(text("study.data.export"), about=text("study.data.export.about"))
        self.import_button.describe(text("study.data.import"), about=text("study.data.import.about"))
        self.anki_button.describe(text("study.data.anki"), about=text("study.data.anki.about"))
        self.restore_button.describe(text("study.data.restore"), about=text("study.data.restore.about"))
        self.refresh()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setAccessibleName(text)
        self.told.show()

    def _summary_of(self, entry_id: str, language: Language) -> str:
        return self._context.prose.page(entry_id, language).summary

    @Slot()
    def _on_export(self) -> None:
        name = f"statusref-{self._context.now().date().isoformat()}.json"
        path = self._context.files.to_write(self._localizer.text("study.data.export"), name, "JSON (*.json)")
        if path is not None:
            self._write(path, anki=False)

    @Slot()
    def _on_anki(self) -> None:
        path = self._context.files.to_write(self._localizer.text("study.data.anki"), "statusref.apkg", "Anki (*.apkg)")
        if path is not None:
            self._write(path, anki=True)

    def _write(self, path: Path, *, anki: bool) -> None:
        try:
            if anki:
                cards = self._context.study.cards
                count = export_anki(cards, self._summary_of, path, self._context.now().astimezone(UTC))
                self._tell(self._localizer.text("study.data.anki.done", n=count, path=path))
            else:
                self._context.study.export_file(path)
                self._tell(self._localizer.text("study.data.export.done", path=path))
        except OSError as error:
            self._tell(self._localizer.text("study.data.write-failed", path=path, reason=error.strerror or error))

    @Slot()
    def _on_import(self) -> None:
        path = self._context.files.to_read(self._localizer.text("study.data.import"), "JSON (*.json)")
        if path is None:
            return
        try:
            report = self._context.study.import_file(path)
        except ImportFileError as error:
            self._tell(import_problem(self._localizer, error, path))
        else:
            self._tell(self._report_words(report))
            self.changed.emit()

    def _report_words(self, report: ImportReport) -> str:
        text = self._localizer.text
        parts = [
            text("study.data.import.done", reviews=report.reviews, memos=report.memos, bookmarks=report.bookmarks),
            text("study.data.import.duplicates", n=report.duplicates) if report.duplicates else "",
            text("study.data.import.future", n=report.future) if report.future else "",
            text("study.data.import.unknown", n=report.unknown) if report.unknown else "",
        ]
        return " ".join(filter(None, parts))

    @Slot()
    def _on_restore(self) -> None:
        if self._state.backup is not None:
            problem = self._context.restore(self._state.backup)
            self._tell(problem or self._localizer.text("study.data.restore.done"))
            self.refresh()
            self.changed.emit()
