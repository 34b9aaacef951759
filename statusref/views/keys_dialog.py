"""The list of keys that F1 shows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from statusref.domain.description.blocks import Head
from statusref.domain.markdown import Span
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class KeyList(NamedTuple):
    """The text of the dialog: its title, and for each group its name with rows of key and meaning."""

    title: str
    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]


class KeysDialog(QDialog):
    """Stays open beside the window. Calls ``keys`` again when language, text size or colours change."""

    def __init__(
        self, theme: Theme, localizer: Localizer, keys: Callable[[], KeyList], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._write)
        self._write()
        self.resize(QSize(theme.px(560), theme.px(640)))
        self.reader.to_top()

    @Slot()
    def _write(self) -> None:
        title, groups = self._keys()
        self.setWindowTitle(f"{title} – StatusRef")
        self._header.show_head(Head("", title))
        self.reader.setAccessibleName(title)
        writer = PageWriter(self.reader.document(), self._theme)
        for group, rows in groups:
            writer.label(group)
            writer.plain_rows([[(Span(meaning),), (Span(key, code=True),)] for key, meaning in rows], (62, 38))
        writer.finish()
        self.reader.lay_out()
