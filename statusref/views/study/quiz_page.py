"""The quiz: one question after the other, multiple choice or typed, with or without a time limit."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.study.decks import Deck
from statusref.study.quiz import Question, Quiz, QuizMode, QuizResult, WrongAnswer, make_questions
from statusref.study.quiz_choices import Choice
from statusref.views.study.card_faces import CardFaces
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.explanations import explanation_lines
from statusref.views.study.labels import deck_title
from statusref.views.study.quiz_choices_view import ChoicesView
from statusref.views.study.quiz_form import QuizWish
from statusref.views.study.session_frame import SessionFrame
from statusref.widgets.answer_field import AnswerField
from statusref.widgets.push_button import PushButton

_TICK_MS = 250
_LOW = 480


class QuizPage(SessionFrame):
    """``finished`` carries the result. ``left`` is emitted when the user leaves before answering anything."""

    finished = Signal(QuizResult, Deck)
    left = Signal()
    link_activated = Signal(str)

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, None, parent)
        self._context = context
        self._localizer = context.localizer
        self._deck: Deck | None = None
        self._quiz: Quiz | None = None
        self._question: Question | None = None
        self._given: Choice | str | None = None
        self._answered = False
        self._right = False
        self._typed_mode = False
        theme = context.theme
        self._faces = CardFaces(context)
        self.choices = ChoicesView(theme, context.localizer)
        self.field = AnswerField(theme)
        self.skip = PushButton(theme)
        self.go_on = PushButton(theme, primary=True)
        self._fill_foot()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.bar.leave_wanted.connect(self.escape)
        self.choices.chosen.connect(self._on_chosen)
        self.field.given.connect(self._on_typed)
        self.skip.clicked.connect(self._on_skipped)
        self.go_on.clicked.connect(self._on_continued)
        self.reader.link_activated.connect(self.link_activated)
        theme.changed.connect(self._write)
        self._localizer.changed.connect(self.retranslate)

    def _fill_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addStretch(0)
        row.addWidget(self.skip)
        row.addWidget(self.go_on)
        self.foot.addWidget(self.choices)
        self.foot.addLayout(row)
        self.field.hide()

    @property
    def question(self) -> Question | None:
        """The question that is shown, None if no quiz is running."""
        return self._question

    def start(self, deck: Deck, wish: QuizWish) -> None:
        study = self._context.study
        cards = deck.cards(study.cards)
        questions = make_questions(cards, self._context.catalogue, wish.count, wish.mode, self._context.seed())
        self._deck = deck
        self._typed_mode = wish.mode is QuizMode.TYPED
        self._quiz = Quiz(questions, self._context.now(), wish.limit)
        if wish.limit is not None:
            self._tick.start()
        self._next()

    def escape(self) -> None:
        """End the quiz: with a result if at least one question was answered, else without one."""
        self._tick.stop()
        if self._quiz is not None and self._quiz.position:
            self._finish()
        else:
            self._quiz = None
            self.left.emit()

    def shut_down(self) -> None:
        """Stop the clock before the window closes."""
        self._tick.stop()

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the button or field that is used next."""
        if self._answered:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._typed_mode:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choices.take_keyboard()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.field.setPlaceholderText(text("study.answer.hint"))
        self.field.setAccessibleName(text("study.answer.typed"))
        self.skip.describe(text("study.quiz.skip"), "0")
        self.go_on.describe(text("study.continue"), text("study.key.space"))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.choices.save_height(low=self.height() < self._context.theme.px(_LOW))
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat():
            return
        if self._answered and key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_continued()
        elif not self._answered and not self._typed_mode and Qt.Key.Key_1 <= key <= Qt.Key.Key_4:
            self._on_chosen(key - Qt.Key.Key_1.value)
        elif not self._answered and key == Qt.Key.Key_0:
            self._on_skipped()
        else:
            super().keyPressEvent(event)

    def _next(self) -> None:
        if self._quiz is None:
            return
        if self._quiz.is_over(self._context.now()):
            self._finish()
            return
        self._question = self._quiz.current
        self._given = None
        self._answered = False
        self.field.begin()
        self.retranslate()
        self.reader.to_top()
        self.take_keyboard()

    def _answer(self, given: Choice | str | None) -> None:
        if self._quiz is None or self._answered or self._question is None:
            return
        now = self._context.now()
        if self._quiz.is_over(now):
            self._finish()
            return
        self._given = given
        self._right = self._quiz.answer(given, now)
        self._answered = True
        self._write()
        self.take_keyboard()
        self.reader.show_end()

    def _finish(self) -> None:
        self._tick.stop()
        quiz, deck = self._quiz, self._deck
        self._quiz = None
        self._question = None
        if quiz is not None and deck is not None:
            self.finished.emit(quiz.result(), deck)

    @Slot()
    def _write(self) -> None:
        if self._quiz is None or self._question is None or self._deck is None:
            return
        self._write_bar()
        writer = CardWriter(self.reader.document(), self._context.theme)
        self._faces.write_question(writer, self._question.card)
        if self._answered:
            writer.rule()
            self._write_feedback(writer, self._question)
        writer.finish()
        self.reader.lay_out()
        given = None if isinstance(self._given, str) else self._given
        if self._typed_mode:
            self.choices.clear()
        else:
            self.choices.offer(self._question, given, answered=self._answered)
        self.choices.setVisible(not self._typed_mode)
        self.field.setVisible(self._typed_mode and not self._answered)
        self.skip.setVisible(not self._answered)
        self.go_on.setVisible(self._answered)
        self.settle()

    def _write_feedback(self, writer: CardWriter, question: Question) -> None:
        text = self._localizer.text
        verdict = "right" if self._right else "skipped" if self._given is None else "wrong"
        writer.verdict(text(f"study.quiz.verdict.{verdict}"), right=self._right)
        if self._typed_mode or not self._right:
            self._faces.write_right(writer, question.card)
        if not self._right:
            wrong = WrongAnswer(question, self._given)
            for line in explanation_lines(wrong, self._context.catalogue, self._localizer):
                writer.body(line)

    def _write_bar(self) -> None:
        if self._quiz is None or self._deck is None:
            return
        place = self._quiz.position + (0 if self._answered else 1)
        total = len(self._quiz.questions)
        spoken = self._localizer.text("study.quiz.place", n=place, total=total)
        words = f"{place} / {total}"
        left = self._quiz.time_left(self._context.now())
        if left is not None:
            words = f"{words} · {_clock(left)}"
        self.bar.name(deck_title(self._localizer, self._deck), self._localizer.text("study.quiz.leave"))
        self.bar.show_left(words, self._quiz.position, total, spoken)

    @Slot()
    def _on_tick(self) -> None:
        if self._quiz is not None and self._quiz.time_left(self._context.now()) == timedelta():
            self._finish()
        else:
            self._write_bar()

    @Slot(int)
    def _on_chosen(self, position: int) -> None:
        if self._question is not None and position < len(self._question.choices):
            self._answer(self._question.choices[position])

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._answer(text.strip() or None)

    @Slot()
    def _on_skipped(self) -> None:
        self._answer(None)

    @Slot()
    def _on_continued(self) -> None:
        if self._answered:
            self._next()


def _clock(left: timedelta) -> str:
    minutes, seconds = divmod(round(left.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
