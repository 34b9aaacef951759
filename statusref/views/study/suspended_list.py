"""The list of the suspended cards, each with a button to resume it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from statusref.study.cards import Card
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import card_name, kind_title
from statusref.widgets.text_button import TextButton
from statusref.widgets.themed_label import ThemedLabel


class SuspendedList(QWidget):
    """Hidden while no card is suspended."""

    changed = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        self._cards: tuple[Card, ...] = ()
        self._title = ThemedLabel(context.theme, TextStyle.LABEL, "text3", parent=self)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._list)
        self._buttons.idClicked.connect(self._on_clicked)

    def refresh(self) -> None:
        """Read the suspended cards again."""
        self._cards = self._context.study.suspended()
        self.setVisible(bool(self._cards))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self._localizer.text("study.suspended"))
        while len(self._buttons.buttons()) < len(self._cards):
            row = TextButton(self._context.theme, self)
            self._buttons.addButton(row, len(self._buttons.buttons()))
            self._list.addWidget(row)
        action = self._localizer.text("study.suspended.resume")
        for position, button in enumerate(self._buttons.buttons()):
            shown = position < len(self._cards)
            button.setVisible(shown)
            if shown and isinstance(button, TextButton):
                card = self._cards[position]
                name = f"{card_name(self._localizer, card)} · {kind_title(self._localizer, card)} · {action}"
                button.describe(name, None, action, self._localizer.text("study.key.space"))

    @Slot(int)
    def _on_clicked(self, position: int) -> None:
        self._context.study.resume(self._cards[position].id)
        self.changed.emit()
