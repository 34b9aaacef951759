"""A small part of a form: a label above a field, or above buttons of which one is chosen."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.framed_field import FramedField
from statusref.widgets.themed_label import ThemedLabel


class LabelledField(QWidget):
    """``edited`` tells that the user has changed the text. The field is ``width`` pixels wide (at 100 %)."""

    edited = Signal()

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._width = width
        self._label = ThemedLabel(theme, TextStyle.LABEL, "text3")
        self.field = FramedField(theme, height=34, margin=8, radius=8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._label)
        layout.addWidget(self.field)
        self.field.textEdited.connect(self.edited)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def value(self) -> str:
        return self.field.text()

    def describe(self, label: str, example: str, about: str) -> None:
        """Set the texts; ``example`` stands in the empty field."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(example)
        self.field.setToolTip(about)
        self.field.setAccessibleDescription(about)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(self._width))


class LabelledChoice(QWidget):
    """``edited`` tells that the user has chosen another value."""

    edited = Signal()

    def __init__(self, theme: Theme, values: Sequence[str]) -> None:
        super().__init__()
        self._values = values
        self._label = ThemedLabel(theme, TextStyle.LABEL, "text3")
        self._group = QButtonGroup(self)
        self._buttons = [FilterButton(theme) for _ in values]
        row = FlowLayout(gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for position, button in enumerate(self._buttons):
            self._group.addButton(button, position)
            row.addWidget(button)
        self._buttons[0].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._label)
        layout.addLayout(row)
        self._group.idClicked.connect(self.edited)

    @property
    def value(self) -> str:
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Check a value; ``edited`` is not sent."""
        self._buttons[self._values.index(value)].setChecked(True)

    def offer(self, values: Collection[str]) -> None:
        """Show the buttons of these values only."""
        for button, value in zip(self._buttons, self._values, strict=True):
            button.setVisible(value in values)

    def describe(self, label: str, names: Sequence[str]) -> None:
        """Set the texts, one name for each value."""
        self._label.setText(label)
        for button, name in zip(self._buttons, names, strict=True):
            button.set_label(name, "")
            button.setAccessibleName(f"{label}: {name}")
