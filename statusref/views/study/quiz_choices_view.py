"""The choices of a quiz question as buttons, and after the answer which of them was right."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from statusref.domain.status import Entry
from statusref.study.cards import MeaningCard
from statusref.study.quiz import Question
from statusref.study.quiz_choices import CHOICES, Choice, EntryChoice, TruthChoice, is_right
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.labels import entry_names
from statusref.views.study.letters import letter_of
from statusref.widgets.choice_button import ChoiceButton, Verdict


class ChoicesView(QWidget):
    """``chosen`` carries the position of a choice."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons = [ChoiceButton(theme, self) for _ in range(CHOICES)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self._low = False
        self._answered = False
        self._arrange(1)
        for position, button in enumerate(self.buttons):
            self._group.addButton(button, position)
        self._group.idClicked.connect(self.chosen)

    def offer(self, question: Question, given: Choice | None, *, answered: bool) -> None:
        """Show the choices of a question. Once ``answered``, mark the right one and the one that the user gave."""
        self._answered = answered
        self.save_height(low=self._low)
        for position, button in enumerate(self.buttons):
            there = position < len(question.choices)
            button.setVisible(there)
            if there:
                choice = question.choices[position]
                button.offer(_key(position, choice), *self._words(question, choice))
                button.setEnabled(not answered)
                if answered:
                    self._judge(button, question, choice, given)
                    button.setVisible(not self._low or button.verdict is not Verdict.OTHER)

    def save_height(self, *, low: bool) -> None:
        """With ``low``, save height: two columns, and after the answer only the given choice and the right one."""
        self._low = low
        self._arrange(2 if low and not self._answered else 1)

    def spoken(self) -> str:
        """The choices in words, each with its key."""
        return ", ".join(f"{button.key} {button.accessibleName()}" for button in self.buttons if not button.isHidden())

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for position, button in enumerate(self.buttons):
                self._grid.addWidget(button, position // columns, position % columns)
            for column in range(2):
                self._grid.setColumnStretch(column, int(column < columns))

    def _words(self, question: Question, choice: Choice) -> tuple[str, str]:
        match choice:
            case TruthChoice(truth):
                return self._localizer.text("study.truth.choice.true" if truth else "study.truth.choice.false"), ""
            case EntryChoice(entry):
                return entry_names(self._localizer, entry) if isinstance(question.card, MeaningCard) else _code(entry)

    def _judge(self, button: ChoiceButton, question: Question, choice: Choice, given: Choice | None) -> None:
        if is_right(question.card, choice):
            key = "study.quiz.mark.yours-right" if choice == given else "study.quiz.mark.right"
            button.judge(Verdict.RIGHT, self._localizer.text(key))
        elif choice == given:
            button.judge(Verdict.WRONG, self._localizer.text("study.quiz.mark.wrong"))
        else:
            button.judge(Verdict.OTHER, "")

    @Slot()
    def clear(self) -> None:
        """Hide all choices."""
        for button in self.buttons:
            button.hide()


def choice_of_key(question: Question, event: QKeyEvent) -> Choice | None:
    """Return the choice that a key stands for: its number, or O and X for true and false."""
    letter = letter_of(event)
    if letter.isdecimal() and 1 <= int(letter) <= len(question.choices):
        return question.choices[int(letter) - 1]
    choice = TruthChoice(letter == "O")
    return choice if letter in {"O", "X"} and choice in question.choices else None


def _key(position: int, choice: Choice) -> str:
    match choice:
        case TruthChoice(truth):
            return "O" if truth else "X"
        case EntryChoice():
            return str(position + 1)


def _code(entry: Entry) -> tuple[str, str]:
    return (entry.number, "") if entry.vendor is None else (entry.number, entry.vendor.en)
