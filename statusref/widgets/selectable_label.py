"""A text that can be selected and copied with the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.menus import style_sheet


class SelectableLabel(QLabel):
    """Wraps its text, which is never read as markup."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt makes the menu, as a child of the label. Set only now: a widget with a style sheet takes longer to make.
        self.setStyleSheet(style_sheet(self._theme))
        super().contextMenuEvent(event)
