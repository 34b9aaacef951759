"""The line above a review or quiz: a button to leave, the name of the deck, how much is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.themed_label import ThemedLabel
from statusref.widgets.thin_progress import ThinProgress


class SessionBar(Panel):
    """``leave_wanted`` is emitted when the button at the left is clicked."""

    leave_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", (), parent)
        self._leave = IconButton(theme, "back", parent=self)
        self._title = ThemedLabel(theme, TextStyle.ROW_PHRASE, wraps=True, parent=self)
        self._left = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True, parent=self)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.progress = ThinProgress(theme, self)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 20, 4)
        row.setSpacing(8)
        row.addWidget(self._leave)
        row.addWidget(self._title, 2)
        row.addWidget(self._left, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        self._leave.clicked.connect(self.leave_wanted)

    def name(self, title: str, leave: str) -> None:
        """Set the title, and the tooltip of the button."""
        self._title.setText(title)
        self._leave.describe(leave, "Esc")

    def show_left(self, words: str, done: int, total: int, spoken: str) -> None:
        """Show how much is left as ``words``, and ``done`` of ``total`` as a bar. ``spoken`` is for screen readers."""
        self._left.setText(words)
        self.progress.show_share(done, total, spoken)
