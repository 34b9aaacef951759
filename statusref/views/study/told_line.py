"""A quiet line that says what just happened."""

from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.widgets.announcing import announce
from statusref.widgets.themed_label import ThemedLabel


class ToldLine(ThemedLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TextStyle.SMALL, "text2", wraps=True, parent=parent)
        self.hide()

    def tell(self, text: str) -> None:
        """Say ``text`` on the screen and to screen readers; an empty text ends what was said before."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)
