"""A setting: its name, a line about it, and its choices as a row of buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout


class ChoiceRow(QWidget):
    """``chosen`` is emitted with the position of the button that the user pressed."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel(self)
        self._about = QLabel(self)
        self._title.setWordWrap(True)
        self._about.setWordWrap(True)
        self._group = QButtonGroup(self)
        self._buttons = [FilterButton(theme, self) for _ in range(count)]
        row = FlowLayout(gap=6)
        row.setContentsMargins(0, 4, 0, 0)
        for position, button in enumerate(self._buttons):
            self._group.addButton(button, position)
            row.addWidget(button)
        for label in (self._title, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 22)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addLayout(row)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def stand_close(self) -> None:
        """Leave only little space below, for a widget that belongs to this setting."""
        self._layout.setContentsMargins(0, 0, 0, 8)

    def describe(self, title: str, about: str, choices: Sequence[str]) -> None:
        """Set the texts; ``about`` may be empty, ``choices`` has one text for each button."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for button, text in zip(self._buttons, choices, strict=True):
            button.set_label(text, "")
            button.setAccessibleName(f"{title}: {text}")

    def choose(self, position: int) -> None:
        """Check the button at ``position`` without emitting ``chosen``. -1 unchecks all."""
        self._group.setExclusive(position >= 0)
        for place, button in enumerate(self._buttons):
            button.setChecked(place == position)

    def take_focus(self) -> None:
        """Give the keyboard focus to the checked button, or to the first if none is checked."""
        chosen = max(self._group.checkedId(), 0)
        self._buttons[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self._title.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        self._title.setPalette(palette)
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color("text2"))
        self._about.setFont(self._theme.font(TextStyle.ROW_KOREAN))
        self._about.setPalette(palette)
