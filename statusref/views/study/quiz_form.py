"""The form for a quiz: how many questions, multiple choice or typed, with or without a time limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.cards import Card
from statusref.study.quiz import QuizMode, askable
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.choice_line import ChoiceLine
from statusref.widgets.themed_label import ThemedLabel

_COUNTS = (5, 10, 20, 30, 50)
_MODES = tuple(QuizMode)
_PACES = (None, timedelta(seconds=30), timedelta(seconds=15))


@dataclass(frozen=True, slots=True)
class QuizWish:
    """The quiz that the user asked for: at most ``count`` questions.

    ``pace`` is the time for a question, on average, None for no time limit: the limit is for the whole quiz.
    """

    count: int
    mode: QuizMode
    pace: timedelta | None

    def limit(self, questions: int) -> timedelta | None:
        """Return the time limit of a quiz with so many questions."""
        return None if self.pace is None else self.pace * questions


class QuizForm(QWidget):
    """Offers no more questions than there are. ``changed`` is emitted when another number of questions is there."""

    changed = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._cards: Sequence[Card] = ()
        self._count = 1
        self.counts = ChoiceLine(theme, len(_COUNTS), self)
        self.modes = ChoiceLine(theme, len(_MODES), self)
        self.limits = ChoiceLine(theme, len(_PACES), self)
        self.nothing = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for line in (self.modes, self.counts, self.limits, self.nothing):
            layout.addWidget(line)
        self.modes.choose(0)
        self.limits.choose(0)
        self.counts.chosen.connect(self._on_count_chosen)
        self.modes.chosen.connect(self._on_mode_chosen)
        self.retranslate()

    @property
    def wish(self) -> QuizWish:
        return QuizWish(_COUNTS[self.counts.position], _MODES[self.modes.position], _PACES[self.limits.position])

    @property
    def available(self) -> int:
        """How many questions there are for the chosen way to answer."""
        return len(askable(self._cards, _MODES[self.modes.position]))

    def offer(self, cards: Sequence[Card]) -> None:
        """Offer quizzes over these cards."""
        self._cards = cards
        self.retranslate()

    def retranslate(self) -> None:
        text = self._localizer.text
        available = self.available
        sizes = [size for size, smaller in zip(_COUNTS, (0, *_COUNTS), strict=False) if smaller < available]
        self.counts.describe(text("study.quiz.count"), [self._count_words(size, available) for size in sizes])
        self.modes.describe(text("study.quiz.mode"), [text(f"study.quiz.mode.{mode.value}") for mode in _MODES])
        # The user's choice is kept, and holds again where there are enough questions.
        self.counts.choose(max(min(self._count, len(sizes) - 1), 0))
        questions = min(_COUNTS[self.counts.position], available)
        self.limits.describe(text("study.quiz.limit"), [self._pace_words(pace, questions) for pace in _PACES])
        self.nothing.setText(text("study.quiz.nothing"))
        self.nothing.setVisible(not available)
        self.counts.setVisible(bool(available))
        self.limits.setVisible(bool(available))

    def _count_words(self, size: int, available: int) -> str:
        return str(size) if size <= available else self._localizer.text("study.quiz.count.all", n=available)

    def _pace_words(self, pace: timedelta | None, questions: int) -> str:
        return self._localizer.text("study.quiz.limit.none") if pace is None else clock_words(pace * questions)

    @Slot(int)
    def _on_count_chosen(self, position: int) -> None:
        self._count = position
        self.retranslate()

    @Slot(int)
    def _on_mode_chosen(self, _position: int) -> None:
        self.retranslate()
        self.changed.emit()


def clock_words(time: timedelta) -> str:
    """A time as on a clock: ``1:30``."""
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
