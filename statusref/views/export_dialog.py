"""The dialog in which an export is put together, made and followed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from statusref.export.contents import Contents
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.export_options import ExportOptions, Range, Wish
from statusref.views.export_preview import ExportPreview
from statusref.views.localizer import Localizer
from statusref.widgets.push_button import PushButton
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel
from statusref.widgets.thin_progress import ThinProgress

_OPTIONS_WIDTH = 300


class ExportDialog(QDialog):
    """Stays open beside the window.

    ``wanted`` carries the wish to export, ``cancelled`` ends the export that is being made, ``folder_wanted`` opens
    the folder of the last one. ``contents`` makes a wish into contents.
    """

    wanted = Signal(object)
    cancelled = Signal()
    folder_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        ranges: Sequence[Range],
        contents: Callable[[Wish], Contents],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._contents = contents
        self.options = ExportOptions(theme, localizer, ranges, self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.options)
        SlimScrollBars(theme, self._scroll)
        self.preview = ExportPreview(theme, localizer, self)
        self.progress = ThinProgress(theme, self)
        self.told = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        self.export_button = PushButton(theme, primary=True, parent=self)
        self.cancel_button = PushButton(theme, parent=self)
        self.folder_button = PushButton(theme, parent=self)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._scroll, 2)
        middle.addWidget(self.preview, 3)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.told, 1)
        for button in (self.folder_button, self.cancel_button, self.export_button):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        # Parts come and go while an export is made; the window keeps its size.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(360, 300)
        layout.addLayout(middle, 1)
        layout.addWidget(self.progress)
        layout.addLayout(below)
        for hidden in (self.progress, self.cancel_button, self.folder_button):
            hidden.hide()
        self.options.changed.connect(self._show_preview)
        self.export_button.clicked.connect(self._on_export)
        self.cancel_button.clicked.connect(self.cancelled)
        self.folder_button.clicked.connect(self.folder_wanted)
        theme.changed.connect(self._on_theme_changed)
        localizer.changed.connect(self.retranslate)
        self.resize(QSize(min(theme.px(920), 1200), min(theme.px(640), 800)))
        self._on_theme_changed()
        self.retranslate()
        self._show_preview()
        self.options.formats.take_focus()

    def show_running(self, percent: int) -> None:
        """Show how much of the export is made."""
        words = self._localizer.text("export.running", percent=percent)
        self.progress.show_share(percent, 100, words)
        self._tell(words)
        self._show_buttons(running=True, done=False)

    def show_outcome(self, text: str, *, done: bool) -> None:
        """Say how the export ended; of one that is ``done`` the folder can be opened."""
        self._tell(text)
        self._show_buttons(running=False, done=done)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setAccessibleName(text)

    def _show_buttons(self, *, running: bool, done: bool) -> None:
        had_focus = self.focusWidget() in {self.export_button, self.cancel_button}
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.folder_button.setVisible(done)
        self.export_button.setEnabled(not running)
        if had_focus:
            (self.cancel_button if running else self.export_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.setWindowTitle(f"{text('export.title')} – StatusRef")
        self.export_button.describe(text("export.save"))
        self.cancel_button.describe(text("export.cancel"))
        self.folder_button.describe(text("export.open-folder"))
        self._tell("")  # the last sentence is in the other language

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cancelled.emit()
        # QDialog would call reject, which closes: it is being closed, and would refuse.
        event.accept()

    def reject(self) -> None:
        """Escape closes the dialog as its window button does."""
        self.close()

    @Slot()
    def _show_preview(self) -> None:
        wish = self.options.wish
        self.preview.show_first(wish.form, self._contents(wish))

    @Slot()
    def _on_export(self) -> None:
        self.wanted.emit(self.options.wish)

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self.setPalette(palette)
        self._scroll.setPalette(palette)
        self._scroll.setMaximumWidth(self._theme.px(_OPTIONS_WIDTH))
