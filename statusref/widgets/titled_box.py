"""A box for settings that belong together, under a title."""

from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.card_box import CardBox
from statusref.widgets.themed_label import ThemedLabel


class TitledBox(CardBox):
    """It adds no space between rows: each row must have its own space below, as a ``ChoiceRow`` has."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = ThemedLabel(theme, TextStyle.HEADING, parent=self)
        self.inner.setContentsMargins(20, 16, 20, 0)
        self.inner.setSpacing(0)
        self.inner.addWidget(self.title)
        self.inner.addSpacing(14)
