"""What stands above a comparison: the field that adds to it, the usual comparisons, copying, and a sentence."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.compare.add_field import AddField
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel


class ToolBar(Panel):
    """``usual`` and ``copy`` open menus."""

    def __init__(self, theme: Theme, localizer: Localizer, field: AddField, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", (Qt.Edge.BottomEdge,), parent)
        self._localizer = localizer
        self.usual = PushButton(theme)
        self.copy = IconButton(theme, "copy", parent=self)
        self._sentence = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self._sentence.hide()
        row = FlowLayout(gap=8)  # in a narrow window, what stands beside the field goes below it
        for part in (field, self.usual, self.copy):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._sentence)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What is told; empty if nothing is."""
        return self._sentence.text()

    def tell(self, text: str) -> None:
        """Show a sentence; an empty one hides the last."""
        self._sentence.setText(text)
        self._sentence.setVisible(bool(text))

    def show_for(self, *, compares: bool) -> None:
        """Show what is of use while something is compared; the usual comparisons stand on the empty page already."""
        self.usual.setVisible(compares)
        self.copy.setVisible(compares)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.usual.describe(text("compare.usual"))
        self.copy.describe(text("compare.copy"))
