"""A line above the list that explains its rows, for example that they are only similar to the query."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme


class ListCaption(QLabel):
    """Hidden while it has no text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(17, 4, 14, 8)
        self.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def tell(self, text: str) -> None:
        """Show ``text``, or hide the caption if it is empty."""
        self.setText(text)
        self.setVisible(bool(text))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(TextStyle.SMALL))
        palette = self._theme.palette()
        palette.setColor(self.foregroundRole(), self._theme.color("text2"))
        self.setPalette(palette)
