"""The line above the chooser: what leads back to the start, and to the picture of all questions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton


class ChooseBar(Panel):
    """Asks for the question before, for the ways in, and for the picture or the questions."""

    back_wanted = Signal()
    start_wanted = Signal()
    tree_wanted = Signal()

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__(theme, "surface", (Qt.Edge.BottomEdge,))
        self._localizer = localizer
        self.back = IconButton(theme, "back", parent=self)
        self.start = PushButton(theme, parent=self)
        self.tree = PushButton(theme, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.start)
        row.addWidget(self.tree)
        self.back.clicked.connect(self.back_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.tree.clicked.connect(self.tree_wanted)

    def show_state(self, *, at_start: bool, shows_tree: bool) -> None:
        """Name the buttons for what is shown, and offer only what leads elsewhere."""
        text = self._localizer.text
        self.back.setEnabled(shows_tree or not at_start)
        back = ("choose.questions", "Esc") if shows_tree else ("choose.back", "Backspace")
        self.back.describe(text(back[0]), back[1])
        self.start.setVisible(not at_start and not shows_tree)
        self.start.describe(text("choose.start"), "N")
        self.tree.describe(text("choose.questions" if shows_tree else "choose.tree"), "T")
