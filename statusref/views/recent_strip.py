"""Buttons for the entries opened last, above the list while the search field is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout

SHOWN = 5


class RecentStrip(QWidget):
    """A label and up to ``SHOWN`` buttons. ``chosen`` carries the id of an entry."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._catalogue = catalogue
        self._ids: list[str] = []
        self._label = QLabel(self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout = FlowLayout(self, gap=5)
        layout.setContentsMargins(12, 0, 10, 9)
        layout.addWidget(self._label)
        self._buttons = [FilterButton(theme, self) for _ in range(SHOWN)]
        for button in self._buttons:
            button.setCheckable(False)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
        self.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def has_any(self) -> bool:
        """Whether there are entries to show."""
        return bool(self._ids)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these entries, the last opened first. Ids that the catalogue does not know are left out."""
        known = [(entry_id, entry) for entry_id in ids if (entry := self._catalogue.get(entry_id)) is not None]
        focused = [entry_id for entry_id, button in zip(self._ids, self._buttons, strict=False) if button.hasFocus()]
        self._ids = [entry_id for entry_id, _ in known[:SHOWN]]
        for button, (_, entry) in zip(self._buttons, known, strict=False):
            button.set_label(entry.number, "")
            button.setAccessibleName(f"{entry.number} {entry.phrase}")
            button.setToolTip(f"{entry.number} {entry.phrase} · {entry.korean}")
        for position, button in enumerate(self._buttons):
            button.setVisible(position < len(self._ids))
            # The entry that was opened moves to the front. Keep the focus on its button.
            if focused and self._ids[position : position + 1] == focused:
                button.setFocus()

    @Slot()
    def retranslate(self) -> None:
        self._label.setText(self._localizer.text("list.recent"))

    @Slot()
    def _on_clicked(self) -> None:
        position = next(place for place, button in enumerate(self._buttons) if button is self.sender())
        self.chosen.emit(self._ids[position])

    @Slot()
    def _on_theme_changed(self) -> None:
        self._label.setFont(self._theme.font(TextStyle.SMALL))
        self._label.setFixedHeight(self._theme.px(26))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color("text3"))
        self._label.setPalette(palette)
