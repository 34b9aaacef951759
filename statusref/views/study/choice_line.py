"""A name and a row of choices beside or below it, of which one is in force."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel


class ChoiceLine(QWidget):
    """``chosen`` carries the position of the choice that the user made."""

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
        """The choice in force."""
        return self._group.checkedId()

    def choose(self, position: int) -> None:
        """Put a choice into force without telling anybody."""
        self.buttons[position].setChecked(True)

    def describe(self, name: str, choices: Sequence[str]) -> None:
        """Set the words."""
        self._name.setText(name)
        for button, text in zip(self.buttons, choices, strict=True):
            button.set_label(text, "")
            button.setAccessibleName(f"{name}: {text}")
