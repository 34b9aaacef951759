"""A text that can be selected and copied with the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.menus import style_sheet


class SelectableLabel(QLabel):
    """A label with wrapped plain text: markup in it is shown as it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt makes the menu as a child of the label. The style sheet is set only now because it makes widgets slower.
        self.setStyleSheet(style_sheet(self._theme))
        super().contextMenuEvent(event)
