"""The two answers to a statement: true and false."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.letters import letter_of
from statusref.widgets.push_button import PushButton

_KEYS = {True: "O", False: "X"}
_ANSWERS = {"O": True, "1": True, "X": False, "2": False}


class TruthRow(QWidget):
    """``chosen`` carries whether the user holds the statement for true."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self.buttons = {truth: PushButton(theme, parent=self) for truth in _KEYS}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for truth, button in self.buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, int(truth))
            row.addWidget(button, 1)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        for truth, button in self.buttons.items():
            button.describe(truth_word(self._localizer, truth=truth), _KEYS[truth])

    @Slot(int)
    def _on_clicked(self, truth: int) -> None:
        self.chosen.emit(bool(truth))


def truth_word(localizer: Localizer, *, truth: bool) -> str:
    """The answer in one word: ``맞음``."""
    return localizer.text("study.truth.pick.true" if truth else "study.truth.pick.false")


def truth_of(event: QKeyEvent) -> bool | None:
    """Return what a key answers to a statement, or None."""
    return _ANSWERS.get(letter_of(event))
