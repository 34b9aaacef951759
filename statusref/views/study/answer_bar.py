"""The bar below a card: what the question is answered with, or the ratings, or a button to go on."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from statusref.study.cards import Card, MisconceptionCard
from statusref.study.state import Rating
from statusref.study.typed import may_be_typed
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.rating_row import RatingRow
from statusref.views.study.truth_row import TruthRow
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.push_button import PushButton


class AnswerBar(QWidget):
    """Gives the focus to what the user needs next.

    ``revealed`` carries the typed answer, which may be empty, ``judged`` whether a statement is held for true.
    """

    revealed = Signal(str)
    judged = Signal(bool)
    rated = Signal(Rating)
    continued = Signal()
    undo_wanted = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._typed = False
        self.field = AnswerField(theme, self)
        self.reveal = PushButton(theme, primary=True, parent=self)
        self.truth = TruthRow(theme, localizer, self)
        self.ratings = RatingRow(theme, localizer, self)
        self.go_on = PushButton(theme, primary=True, parent=self)
        for button in (self.reveal, self.go_on):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.reveal, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.truth)
        layout.addWidget(self.ratings)
        layout.addWidget(self.go_on)
        self.field.given.connect(self.revealed)
        self.field.undo_wanted.connect(self.undo_wanted)
        self.reveal.clicked.connect(lambda: self.revealed.emit(self.field.finished_text()))
        self.truth.chosen.connect(self.judged)
        self.ratings.rated.connect(self.rated)
        self.go_on.clicked.connect(self.continued)
        self.retranslate()

    def ask(self, card: Card) -> None:
        """Show true and false, or the button that shows the answer, with the field before it where a code is typed."""
        self._typed = may_be_typed(card)
        self.field.begin()
        self.retranslate()
        if isinstance(card, MisconceptionCard):
            self._show(self.truth)
        else:
            self._show(self.field if self._typed else None, self.reveal)
        self.take_keyboard()

    def offer(self, intervals: Mapping[Rating, timedelta], suggested: Rating) -> None:
        """Show the four ratings with their intervals."""
        self.ratings.offer(intervals, suggested)
        self._show(self.ratings)
        self.ratings.buttons[suggested].setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self, text: str, key: str) -> None:
        """Show one button that goes on."""
        self.go_on.describe(text, key)
        self._show(self.go_on)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Give the focus to the field or button that is shown."""
        for widget in (self.field, self.reveal, self.truth.buttons[True], self.go_on):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ratings.buttons[Rating.GOOD].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self._localizer.text("study.answer.hint"))
        self.field.setAccessibleName(self._localizer.text("study.answer.typed"))
        self.truth.retranslate()
        key = "study.key.enter" if self._typed else "study.key.space"
        self.reveal.describe(self._localizer.text("study.answer.reveal"), self._localizer.text(key))

    def _show(self, *shown: QWidget | None) -> None:
        for widget in (self.field, self.reveal, self.truth, self.ratings, self.go_on):
            widget.setVisible(widget in shown)
