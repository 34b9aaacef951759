"""A label in one of the theme's text styles and colours."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme


class ThemedLabel(QLabel):
    """Shows plain text; ``ink`` names a colour token. ``wraps`` allows several lines."""

    def __init__(
        self,
        theme: Theme,
        style: TextStyle,
        ink: str = "text1",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._ink))
        self.setFont(self._theme.font(self._style))
        self.setPalette(palette)
