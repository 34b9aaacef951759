"""The form for a quiz: how many questions, multiple choice or typed, with or without a time limit."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.quiz import QuizMode
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.choice_line import ChoiceLine

_COUNTS = (5, 10, 20, 30, 50)
_MODES = tuple(QuizMode)
_SECONDS = (None, 30, 15)
"""Seconds per question, on average: the time limit is for the whole quiz."""


@dataclass(frozen=True, slots=True)
class QuizWish:
    """The quiz that the user asked for. ``limit`` is the time for the whole quiz, None for no limit."""

    count: int
    mode: QuizMode
    limit: timedelta | None


class QuizForm(QWidget):
    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self.counts = ChoiceLine(theme, len(_COUNTS), self)
        self.modes = ChoiceLine(theme, len(_MODES), self)
        self.limits = ChoiceLine(theme, len(_SECONDS), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for line in (self.counts, self.modes, self.limits):
            layout.addWidget(line)
        self.counts.choose(1)
        self.modes.choose(0)
        self.limits.choose(0)
        self.counts.chosen.connect(self.retranslate)
        self.retranslate()

    @property
    def wish(self) -> QuizWish:
        count = _COUNTS[self.counts.position]
        seconds = _SECONDS[self.limits.position]
        limit = None if seconds is None else timedelta(seconds=seconds * count)
        return QuizWish(count, _MODES[self.modes.position], limit)

    def retranslate(self) -> None:
        text = self._localizer.text
        self.counts.describe(text("study.quiz.count"), tuple(str(count) for count in _COUNTS))
        self.modes.describe(text("study.quiz.mode"), tuple(text(f"study.quiz.mode.{mode.value}") for mode in _MODES))
        self.limits.describe(text("study.quiz.limit"), tuple(self._limit_words(seconds) for seconds in _SECONDS))

    def _limit_words(self, seconds: int | None) -> str:
        if seconds is None:
            return self._localizer.text("study.quiz.limit.none")
        whole = seconds * _COUNTS[self.counts.position]
        minutes, rest = divmod(whole, 60)
        return f"{minutes}:{rest:02}"
