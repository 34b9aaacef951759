"""The list of keys that F1 shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from statusref.domain.markdown import Span
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.page_header import HeaderContent, PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class KeysDialog(QDialog):
    """``groups`` are titles with their rows of key and meaning."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – StatusRef")
        header = PageHeader(theme)
        self.reader = Reader(theme, header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        header.show_content(HeaderContent("", title, "", Tone.UNOFFICIAL), bookmarked=False)
        self.reader.setAccessibleName(title)
        writer = PageWriter(self.reader.document(), theme)
        for group, rows in groups:
            writer.label(group)
            writer.plain_rows([[(Span(meaning),), (Span(key, code=True),)] for key, meaning in rows], (62, 38))
        writer.finish()
        self.resize(QSize(theme.px(560), theme.px(640)))
        self.reader.to_top()
