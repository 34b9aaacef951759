"""The line above the list that leads to the comparison of what a search compares."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.domain.links import Link, compare_link
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.text_button import TextButton


class ComparisonOffer(QWidget):
    """Hidden while nothing is compared. ``chosen`` carries the link to the comparison."""

    chosen = Signal(Link)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._ids: Sequence[str] = ()
        self._button = TextButton(theme, self)
        self._button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 14, 6)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, ids: Sequence[str]) -> None:
        """Offer to compare these; nothing if there are none."""
        self._ids = ids
        words = self._localizer.text("compare.offer", codes=" · ".join(ids))
        self._button.describe(words, "compare", self._localizer.text("page.compare"), "")
        self.setVisible(bool(ids))

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Have Tab lead from ``before`` to the offer."""
        self.setTabOrder(before, self._button)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(compare_link(self._ids))
