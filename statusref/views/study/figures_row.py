"""A few figures in large type, side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel


class Figure(QWidget):
    """One figure above its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ThemedLabel(theme, TextStyle.PHRASE, parent=self)
        self._name = ThemedLabel(theme, TextStyle.SMALL, "text2", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 28, 0)
        layout.setSpacing(0)
        layout.addWidget(self._value)
        layout.addWidget(self._name)

    def show_figure(self, value: str, name: str) -> None:
        self._value.setText(value)
        self._name.setText(name)
        self.setAccessibleName(f"{name}: {value}")


class FiguresRow(QWidget):
    """A fixed number of figures. They wrap to a new row where the width ends."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = [Figure(theme, self) for _ in range(count)]
        row = FlowLayout(self, gap=12)
        row.setContentsMargins(0, 0, 0, 0)
        for figure in self._figures:
            row.addWidget(figure)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show pairs of value and name, as many as ``count``."""
        for widget, (value, name) in zip(self._figures, figures, strict=True):
            widget.show_figure(value, name)
