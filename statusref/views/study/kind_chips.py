"""Which kinds of cards a deck has: buttons that are pressed in for those that are studied."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.kinds import CardKind
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.themed_label import ThemedLabel


class KindChips(QWidget):
    """``changed`` carries the kinds (their values) that are left out. One kind always stays."""

    changed = Signal(frozenset)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._title = ThemedLabel(theme, TextStyle.LABEL, "text3", parent=self)
        self.buttons = {kind: FilterButton(theme, self, several=True) for kind in CardKind}
        row = FlowLayout(gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            button.setChecked(True)
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(row)

    def show_left_out(self, left_out: frozenset[str]) -> None:
        """Show which kinds (their values) a deck leaves out."""
        for kind, button in self.buttons.items():
            button.setChecked(kind.value not in left_out)

    @Slot()
    def retranslate(self) -> None:
        title = self._localizer.text("study.kinds")
        self._title.setText(title)
        for kind, button in self.buttons.items():
            name = self._localizer.text(f"study.kind.{kind.value}")
            button.set_label(name, "")
            button.setAccessibleName(f"{title}: {name}")

    @Slot()
    def _on_clicked(self) -> None:
        left_out = frozenset(kind.value for kind, button in self.buttons.items() if not button.isChecked())
        if len(left_out) == len(CardKind):
            button = self.sender()
            if isinstance(button, FilterButton):
                button.setChecked(True)
            return
        self.changed.emit(left_out)
