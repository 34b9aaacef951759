"""Saves the exchanges as HAR or as text, as a menu offers it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from statusref.lab.heard import Record
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.menus import show_menu

if TYPE_CHECKING:
    # Loaded when first needed.
    from statusref.views.study.context import FileChooser


class Saving(QObject):
    """``told`` carries a sentence: where it was saved, or why it could not be."""

    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        record: Record,
        files: "Callable[[], FileChooser]",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._record = record
        self._files = files

    def offer(self, button: QWidget) -> None:
        """Show the menu below ``button``."""
        menu = QMenu(button)
        for name, save in (("har", self._save_har), ("text", self._save_text)):
            menu.addAction(self._localizer.text(f"lab.save.{name}")).triggered.connect(save)
        show_menu(menu, self._theme, button.mapToGlobal(QPoint(0, button.height())))

    @Slot()
    def _save_har(self) -> None:
        from statusref.lab.archive import as_har  # noqa: PLC0415 - not needed before something is saved

        self._save("statusref-lab.har", "HAR (*.har)", as_har(self._record))

    @Slot()
    def _save_text(self) -> None:
        from statusref.lab.messages import as_text  # noqa: PLC0415 - not needed before something is saved

        self._save("statusref-lab.txt", "Text (*.txt)", as_text(self._record))

    def _save(self, name: str, kind: str, content: str) -> None:
        text = self._localizer.text
        path = self._files().to_write(text("lab.save"), name, kind)
        if path is None:
            return
        try:
            path.write_text(content, "utf-8", newline="\n")
        except OSError as error:
            self.told.emit(text("study.data.write-failed", path=path, reason=error.strerror or error))
        else:
            self.told.emit(text("lab.saved", path=path))
