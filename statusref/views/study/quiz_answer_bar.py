"""The bar below a question of a quiz: choices or a field for the answer, and after the verdict a button to go on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from statusref.study.quiz import Question
from statusref.study.quiz_choices import Choice
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.letters import letter_of
from statusref.views.study.quiz_choices_view import ChoicesView, choice_of_key
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.push_button import PushButton

_SKIP = "Ctrl+G"
_ON = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class QuizAnswerBar(QWidget):
    """``given`` carries a choice or the typed text, None if the user passes. ``continued`` wants the next question.

    While an answer is typed, letters, digits and Space are text: the keys that do something are Enter and Ctrl+G.
    """

    given = Signal(object)
    continued = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._question: Question | None = None
        self._answered = False
        self.choices = ChoicesView(theme, localizer)
        self.field = AnswerField(theme)
        self.submit = PushButton(theme, primary=True)
        self.skip = PushButton(theme)
        self.go_on = PushButton(theme, primary=True)
        typing, going = QHBoxLayout(), QHBoxLayout()
        typing.addWidget(self.field, 1)
        typing.addWidget(self.submit)
        going.addStretch(1)
        going.addWidget(self.skip)
        going.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choices)
        for row in (typing, going):
            row.setSpacing(8)
            layout.addLayout(row)
        self.choices.chosen.connect(self._on_chosen)
        self.field.given.connect(self._on_typed)
        self.field.textChanged.connect(self._on_text_changed)
        self.submit.clicked.connect(self._on_submitted)
        self.skip.clicked.connect(self._on_skipped)
        self.go_on.clicked.connect(self.continued)

    def show_stage(self, question: Question, given: Choice | str | None, *, answered: bool) -> None:
        """Show what there is to do for a question, and once it is ``answered`` how the ``given`` choice was."""
        self._question, self._answered = question, answered
        typed = self.is_typed
        if not typed:
            self.choices.offer(question, None if isinstance(given, str) else given, answered=answered)
        self.choices.setVisible(not typed)
        self.field.setVisible(typed and not answered)
        self.submit.setVisible(typed and not answered)
        self.skip.setVisible(not answered)
        self.go_on.setVisible(answered)
        self.retranslate()

    @property
    def is_typed(self) -> bool:
        """Whether the answer is typed."""
        return self._question is not None and not self._question.choices

    def spoken(self) -> str:
        """The choices in words, empty if the answer is typed."""
        return "" if self.is_typed else self.choices.spoken()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key that no button and no field took does. False if it does nothing."""
        if event.isAutoRepeat() or self._question is None:
            return False
        if self._answered:
            if event.key() in _ON:
                self.continued.emit()
            return event.key() in _ON
        passes = event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        choice = choice_of_key(self._question, event)
        if passes or (not self.is_typed and letter_of(event) == "0"):
            self.given.emit(None)
        elif choice is not None:
            self.given.emit(choice)
        else:
            return False
        return True

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.field.setPlaceholderText(text("study.answer.hint"))
        self.field.setAccessibleName(text("study.answer.typed"))
        self.submit.describe(text("study.quiz.answer"), text("study.key.enter"))
        self.skip.describe(text("study.quiz.skip"), _SKIP if self.is_typed else "0")
        self.go_on.describe(text("study.continue"), text("study.key.space"))
        self._on_text_changed(self.field.text())

    @Slot(int)
    def _on_chosen(self, position: int) -> None:
        if self._question is not None:
            self.given.emit(self._question.choices[position])

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Without a text, Enter does nothing: keys pressed in a row must not run through the questions."""
        if text.strip():
            self.given.emit(text.strip())

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.submit.setEnabled(bool(text.strip()))

    @Slot()
    def _on_submitted(self) -> None:
        self._on_typed(self.field.finished_text())

    @Slot()
    def _on_skipped(self) -> None:
        self.given.emit(None)
