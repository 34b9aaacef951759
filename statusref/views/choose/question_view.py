"""One question of the chooser: the path to it, and its answers as buttons."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from statusref.domain.chooser import MOST_ANSWERS
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.choose.path_strip import GivenAnswer, PathStrip
from statusref.views.localizer import Localizer
from statusref.widgets.choice_button import ChoiceButton, Verdict
from statusref.widgets.column import Column
from statusref.widgets.panel import Panel
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel


class OfferedAnswer(NamedTuple):
    """An answer, and the place that it leads to. ``given``: it was given before, and may be changed now."""

    text: str
    place: str
    given: bool


class QuestionView(QScrollArea):
    """``chosen`` carries the place that an answer leads to, or that of a question of the path."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__()
        self._localizer = localizer
        self._offered: Sequence[OfferedAnswer] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.answers = [ChoiceButton(theme) for _ in range(MOST_ANSWERS)]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.path = PathStrip(theme, localizer)
        self.question = ThemedLabel(theme, TextStyle.PHRASE, wraps=True)
        self._help = ThemedLabel(theme, TextStyle.BODY, "text2", wraps=True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 40)
        column.setSpacing(10)
        column.addWidget(self.path)
        column.addSpacing(12)
        column.addWidget(self.question)
        column.addWidget(self._help)
        column.addSpacing(6)
        for position, button in enumerate(self.answers):
            self._group.addButton(button, position)
            column.addWidget(button)
        column.addStretch(1)
        body = Panel(theme, "surface")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(theme, content))
        self.setWidget(body)
        SlimScrollBars(theme, self)
        self._group.idClicked.connect(self._on_clicked)
        self.path.chosen.connect(self.chosen)

    def ask(self, path: Sequence[GivenAnswer], question: str, more: str, answers: Sequence[OfferedAnswer]) -> None:
        """Ask a question; ``more`` explains it and may be empty."""
        self._offered = answers
        self.path.show_path(path)
        self.question.setText(question)
        self._help.setText(more)
        self._help.setVisible(bool(more))
        for position, button in enumerate(self.answers):
            button.setVisible(position < len(answers))
            if position < len(answers):
                self._offer(button, str(position + 1), answers[position])
        self.setAccessibleName(question)
        self.verticalScrollBar().setValue(0)

    @property
    def spoken(self) -> str:
        """The question and its answers in words."""
        answers = (button.accessibleName() for button in self.answers if not button.isHidden())
        return "\n".join(filter(None, (self.question.text(), self._help.text(), *answers)))

    def take_keyboard(self) -> None:
        """Give the keyboard to the answer that was given before, else to the first one."""
        given = next((position for position, answer in enumerate(self._offered) if answer.given), 0)
        self.answers[given].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> bool:
        """Give answer ``number``, counted from 1. False if there is no such answer."""
        if not 1 <= number <= len(self._offered):
            return False
        self.answers[number - 1].click()
        return True

    def _offer(self, button: ChoiceButton, key: str, answer: OfferedAnswer) -> None:
        button.offer(key, answer.text)
        if answer.given:
            button.judge(Verdict.RIGHT, self._localizer.text("choose.given"))
        button.setAccessibleName(f"{key}. {button.accessibleName()}")

    @Slot(int)
    def _on_clicked(self, position: int) -> None:
        self.chosen.emit(self._offered[position].place)
