"""Study as a page of the window: the start page, and from there review, quiz and progress."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from statusref.domain.links import Link, page_link
from statusref.study.decks import Deck
from statusref.study.quiz import QuizResult
from statusref.views.page_context import PageContext
from statusref.views.study.context import StudyContext
from statusref.views.study.progress_page import ProgressPage
from statusref.views.study.quiz_form import QuizWish
from statusref.views.study.quiz_page import QuizPage
from statusref.views.study.quiz_result_page import QuizResultPage
from statusref.views.study.review_page import ReviewPage
from statusref.views.study.start_page import StartPage
from statusref.views.window_page import WindowPage


class StudyPage(WindowPage):
    """Each part is made when it is first opened, so that study opens fast."""

    def __init__(self, context: StudyContext) -> None:
        super().__init__()
        self._context = context
        self._wish: tuple[Deck, QuizWish] | None = None
        self.start = StartPage(context)
        self._review: ReviewPage | None = None
        self._quiz: QuizPage | None = None
        self._result: QuizResultPage | None = None
        self._progress: ProgressPage | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.start.review_wanted.connect(self.start_review)
        self.start.quiz_wanted.connect(self.start_quiz)
        self.start.progress_wanted.connect(self.show_progress)

    @classmethod
    def make(cls, context: PageContext) -> "StudyPage":
        return cls(context.study())

    @property
    def location(self) -> Link:
        return page_link("study")

    @property
    def title(self) -> str:
        return self._context.localizer.text("study.title")

    @property
    def shown(self) -> QWidget:
        """The part that is shown."""
        return self._stack.currentWidget() or self.start

    @property
    def review(self) -> ReviewPage:
        if self._review is None:
            self._review = ReviewPage(self._context)
            self._review.left.connect(self.show_start)
            self._review.link_activated.connect(self.follow)
            self._stack.addWidget(self._review)
        return self._review

    @property
    def quiz(self) -> QuizPage:
        if self._quiz is None:
            self._quiz = QuizPage(self._context)
            self._quiz.left.connect(self.show_start)
            self._quiz.finished.connect(self._on_quiz_finished)
            self._quiz.link_activated.connect(self.follow)
            self._stack.addWidget(self._quiz)
        return self._quiz

    @property
    def result(self) -> QuizResultPage:
        if self._result is None:
            self._result = QuizResultPage(self._context)
            self._result.left.connect(self.show_start)
            self._result.again_wanted.connect(self._on_again)
            self._result.link_activated.connect(self.follow)
            self._stack.addWidget(self._result)
        return self._result

    @property
    def progress(self) -> ProgressPage:
        if self._progress is None:
            self._progress = ProgressPage(self._context)
            self._progress.left.connect(self.show_start)
            self._progress.link_activated.connect(self.follow)
            self._stack.addWidget(self._progress)
        return self._progress

    @Slot()
    def show_start(self) -> None:
        self._stack.setCurrentWidget(self.start)
        self.start.take_keyboard()

    @Slot(Deck)
    def start_review(self, deck: Deck) -> None:
        self._stack.setCurrentWidget(self.review)
        self.review.start(deck)

    @Slot(Deck, QuizWish)
    def start_quiz(self, deck: Deck, wish: QuizWish) -> None:
        self._wish = (deck, wish)
        self._stack.setCurrentWidget(self.quiz)
        self.quiz.start(deck, wish)

    @Slot()
    def show_progress(self) -> None:
        self._stack.setCurrentWidget(self.progress)
        self.progress.take_keyboard()

    def escape(self) -> bool:
        shown = self.shown
        if shown is self.start:
            return False
        if isinstance(shown, ReviewPage | QuizPage):
            shown.escape()
        else:
            self.show_start()
        return True

    def edit_memo(self) -> None:
        if isinstance(self.shown, ReviewPage):
            self.shown.edit_memo()

    def save(self) -> None:
        if self._review is not None:
            self._review.shut_down()
        if self._quiz is not None:
            self._quiz.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        shown = self.shown
        if isinstance(shown, ReviewPage):
            shown.resume()
        elif isinstance(shown, StartPage | QuizPage | QuizResultPage | ProgressPage):
            shown.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() and not event.isAutoRepeat() and self.shown is self.start
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.start.start_review()
            case Qt.Key.Key_Q if plain:
                self.start.start_quiz()
            case Qt.Key.Key_G if plain:
                self.show_progress()
            case _:
                super().keyPressEvent(event)

    @Slot(QuizResult, Deck)
    def _on_quiz_finished(self, result: QuizResult, deck: Deck) -> None:
        self._context.study.keep_mistakes(result.wrong)
        self._stack.setCurrentWidget(self.result)
        self.result.show_result(result, deck)

    @Slot()
    def _on_again(self) -> None:
        if self._wish is not None:
            self.start_quiz(*self._wish)
