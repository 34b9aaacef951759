"""A column in the middle of its parent, narrow enough for comfortable reading."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.theme.theme import Theme

TEXT_WIDTH = 772


class Column(QWidget):
    """Holds ``content``, which becomes at most ``width`` pixels wide (at 100 %)."""

    def __init__(self, theme: Theme, content: QWidget, width: int = TEXT_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._width = width
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(content, 1000)
        layout.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._content.setMaximumWidth(self._theme.px(self._width))
