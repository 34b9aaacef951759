"""A row of small buttons for what the user can do with the card that is shown."""

from collections.abc import Container
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.text_button import TextButton


class CardAction(Enum):
    """The values are part of the keys of the words: ``study.action.<value>``."""

    UNDO = "undo"
    KNOW = "know"
    BURY = "bury"
    SUSPEND = "suspend"
    MEMO = "memo"
    PAGE = "page"


# None of them can be text: many cards have a field for the answer, where letters and Space are typed.
_KEYS = {
    CardAction.UNDO: "Ctrl+Z",
    CardAction.KNOW: "Ctrl+E",
    CardAction.BURY: "Ctrl+J",
    CardAction.SUSPEND: "Ctrl+H",
    CardAction.MEMO: "Ctrl+M",
    CardAction.PAGE: "Ctrl+O",
}


class SessionActions(QWidget):
    """``wanted`` carries the action that the user chose."""

    wanted = Signal(CardAction)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self.buttons = {action: TextButton(theme, self) for action in CardAction}
        row = FlowLayout(self, gap=4)
        row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for position, button in enumerate(self.buttons.values()):
            row.addWidget(button)
            self._group.addButton(button, position)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def allow(self, actions: Container[CardAction]) -> None:
        """Show the buttons for these actions only."""
        for action, button in self.buttons.items():
            button.setVisible(action in actions)
        self.retranslate()

    def retranslate(self) -> None:
        self._describe(keys=True)
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        if sum(button.sizeHint().width() + 4 for button in shown) > self.width():
            self._describe(keys=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retranslate()

    def _describe(self, *, keys: bool) -> None:
        """Set the labels, with the keys if there is room. The tooltips always name the keys."""
        for action, button in self.buttons.items():
            text = self._localizer.text(f"study.action.{action.value}")
            about = self._localizer.text(f"study.action.{action.value}.about")
            button.describe(f"{text}  {key_name(_KEYS[action])}" if keys else text, None, about, _KEYS[action])
            button.setAccessibleName(about)

    @Slot(int)
    def _on_clicked(self, position: int) -> None:
        self.wanted.emit(tuple(CardAction)[position])


def action_of(event: QKeyEvent) -> CardAction | None:
    """Return the action of a key, or None. Text fields handle their keys before this is called."""
    pressed = QKeySequence(event.keyCombination())
    return next((action for action, key in _KEYS.items() if pressed == QKeySequence(key)), None)
