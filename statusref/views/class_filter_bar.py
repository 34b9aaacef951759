"""The row of class buttons above the list."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from statusref.domain.class_filter import ClassFilter
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout

_NAMED = {ClassFilter.ALL, ClassFilter.ESSENTIAL, ClassFilter.UNOFFICIAL, ClassFilter.NEIGHBOUR}


class ClassFilterBar(QWidget):
    """``chosen`` is emitted for the user's choices only. The buttons wrap if the width is too small."""

    chosen = Signal(ClassFilter)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._buttons: dict[ClassFilter, FilterButton] = {}
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, gap=5)
        layout.setContentsMargins(10, 10, 10, 9)
        for number, choice in enumerate(ClassFilter):
            button = FilterButton(theme, self)
            self._group.addButton(button, number)
            layout.addWidget(button)
            self._buttons[choice] = button
        self._buttons[ClassFilter.ALL].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    def choose(self, choice: ClassFilter) -> None:
        """Check the button of ``choice`` without emitting ``chosen``."""
        self._buttons[choice].setChecked(True)

    def set_counts(self, counts: Mapping[ClassFilter, int | None]) -> None:
        """Set how many rows the list would have with each choice: none for a choice that is not in ``counts``.

        None stands for a number that is not known yet.
        """
        for choice, button in self._buttons.items():
            button.set_count(counts.get(choice, 0))

    @Slot()
    def retranslate(self) -> None:
        for number, (choice, button) in enumerate(self._buttons.items(), 1):
            label = self._localizer.text(f"filter.{choice.value}") if choice in _NAMED else choice.value
            button.set_label(label, f"Ctrl+{number}")
            if choice not in _NAMED:
                button.set_tip(f"{choice.value} {self._localizer.text(f'class.{choice.value}')}", f"Ctrl+{number}")

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(list(ClassFilter)[number])
