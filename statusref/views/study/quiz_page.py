"""The quiz: one question after the other, multiple choice or typed, with or without a time limit."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.markdown import Span
from statusref.study.cards import Card
from statusref.study.decks import Deck
from statusref.study.quiz import Question, Quiz, QuizResult, WrongAnswer, make_questions
from statusref.study.quiz_choices import Choice
from statusref.views.study.card_faces import CardFaces
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.explanations import explanation_lines
from statusref.views.study.labels import deck_title
from statusref.views.study.quiz_answer_bar import QuizAnswerBar
from statusref.views.study.quiz_form import QuizWish, clock_words
from statusref.views.study.session_frame import SessionFrame
from statusref.widgets.announcing import announce

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
        theme = context.theme
        self._faces = CardFaces(context)
        self.answers = QuizAnswerBar(theme, context.localizer)
        self.foot.addWidget(self.answers)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.bar.leave_wanted.connect(self.escape)
        self.answers.given.connect(self._on_given)
        self.answers.continued.connect(self._on_continued)
        self.reader.pressed.connect(self.take_keyboard)
        self.reader.link_activated.connect(self.link_activated)
        theme.changed.connect(self.retranslate)
        self._localizer.changed.connect(self.retranslate)

    @property
    def question(self) -> Question | None:
        """The question that is shown, None if no quiz is running."""
        return self._question

    def start(self, deck: Deck, cards: Sequence[Card], wish: QuizWish) -> None:
        """Ask about ``cards``, which are of ``deck``."""
        questions = make_questions(cards, self._context.catalogue, wish.count, wish.mode, self._context.seed())
        self._deck = deck
        self._quiz = Quiz(questions, self._context.now(), wish.limit(len(questions)))
        self._next()
        self._run_clock()

    def escape(self) -> None:
        """End the quiz: with a result if at least one question was answered, else without one."""
        if self._quiz is not None and self._quiz.position:
            self._finish()
        else:
            self._tick.stop()
            self._quiz = self._question = None
            self.left.emit()

    @Slot()
    def take_keyboard(self) -> None:
        """Give the keyboard focus to what is used next, but to no choice: Space must not answer a question unread."""
        answers = self.answers
        widget = answers.go_on if self._answered else answers.field if answers.is_typed else self.reader
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Time goes on, but nobody looks at the clock."""
        super().hideEvent(event)
        self._tick.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.answers.choices.save_height(low=self.height() < self._context.theme.px(_LOW))
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.answers.take_key(event):
            super().keyPressEvent(event)

    def _next(self) -> None:
        if self._quiz is None:
            return
        self._question = self._quiz.current
        if self._question is None or self._quiz.is_over(self._context.now()):
            self._finish()
            return
        self._given = None
        self._answered = False
        self.answers.field.begin()
        self.retranslate()
        self.reader.to_top()
        self.take_keyboard()
        words = (self.reader.accessibleName(), self.reader.newest_words(), self.answers.spoken())
        announce(self, "\n".join(filter(None, words)))

    def _answer(self, given: Choice | str | None) -> None:
        if self._quiz is None or self._answered or self._question is None:
            return
        now = self._context.now()
        if self._quiz.is_over(now):
            self._run_out(self._quiz)
            return
        self._given = given
        self._right = self._quiz.answer(given, now)
        self._answered = True
        self.retranslate()
        self.take_keyboard()
        self.reader.show_end()
        announce(self, self.reader.newest_words())

    def _run_out(self, quiz: Quiz) -> None:
        if not self._answered:
            quiz.run_out()
        self._finish()

    def _finish(self) -> None:
        self._tick.stop()
        quiz, deck = self._quiz, self._deck
        self._quiz = self._question = None
        if quiz is not None and deck is not None:
            self.finished.emit(quiz.result(), deck)

    @Slot()
    def retranslate(self) -> None:
        """Write the question again, in the language and the theme of now."""
        if self._question is None:
            return
        self._write_bar()
        writer = CardWriter(self.reader.document(), self._context.theme)
        self._faces.write_question(writer, self._question.card)
        if self._answered:
            writer.rule()
            self._write_feedback(writer, self._question)
        writer.finish()
        self.reader.lay_out()
        self.answers.show_stage(self._question, self._given, answered=self._answered)
        self.settle()

    def _write_feedback(self, writer: CardWriter, question: Question) -> None:
        text = self._localizer.text
        verdict = "right" if self._right else "skipped" if self._given is None else "wrong"
        writer.verdict(text(f"study.quiz.verdict.{verdict}"), right=self._right)
        if isinstance(self._given, str):
            writer.small((Span(f"{text('study.result.yours')}  "), Span(self._given, strong=True)))
        if self.answers.is_typed or not self._right:
            self._faces.write_right(writer, question.card)
        if not self._right:
            for line in explanation_lines(WrongAnswer(question, self._given), self._context):
                writer.body(line)

    def _write_bar(self) -> None:
        if self._quiz is None or self._deck is None:
            return
        place = self._quiz.position + (0 if self._answered else 1)
        total = len(self._quiz.questions)
        words = f"{place} / {total}"
        left = self._quiz.time_left(self._context.now())
        if left is not None:
            words = f"{words} · {clock_words(left)}"
        spoken = self._localizer.text("study.quiz.place", n=place, total=total)
        self.reader.setAccessibleName(spoken)
        self.bar.name(deck_title(self._localizer, self._deck), self._localizer.text("study.quiz.leave"))
        self.bar.show_left(words, self._quiz.position, total, spoken)

    def _run_clock(self) -> None:
        """Where the time is limited, show how much is left, as long as the page is shown."""
        if self._quiz is not None and self._quiz.time_left(self._context.now()) is not None and self.isVisible():
            self._tick.start()

    @Slot()
    def _on_tick(self) -> None:
        if self._quiz is not None and self._quiz.time_left(self._context.now()) == timedelta():
            self._run_out(self._quiz)
        else:
            self._write_bar()

    @Slot(object)
    def _on_given(self, given: Choice | str | None) -> None:
        self._answer(given)

    @Slot()
    def _on_continued(self) -> None:
        if self._answered:
            self._next()
