"""A name with a row of buttons below it, one of which is selected."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel


class ChoiceLine(QWidget):
    """``chosen`` carries the position of the button that the user clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True, parent=self)
        self._group = QButtonGroup(self)
        self.buttons = [FilterButton(theme, self) for _ in range(count)]
        row = FlowLayout(gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for position, button in enumerate(self.buttons):
            self._group.addButton(button, position)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._name)
        layout.addLayout(row)
        self._group.idClicked.connect(self.chosen)

    @property
    def position(self) -> int:
        """Position of the selected button."""
        return self._group.checkedId()

    def choose(self, position: int) -> None:
        """Select a button without emitting ``chosen``."""
        self.buttons[position].setChecked(True)

    def describe(self, name: str, choices: Sequence[str]) -> None:
        """Set the name and the labels of the buttons. Buttons without a label are hidden."""
        self._name.setText(name)
        for button, text in zip_longest(self.buttons, choices):
            button.setVisible(text is not None)
            if text is not None:
                button.set_label(text, "")
                button.setAccessibleName(f"{name}: {text}")
