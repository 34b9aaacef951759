"""Study as a page of the window: the start page, and from there review, quiz and progress."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from statusref.domain.links import REVIEW, Link, LinkKind, page_link, study_link
from statusref.study.cards import Card
from statusref.study.decks import Deck, everything
from statusref.study.quiz import MOST, QuizResult
from statusref.study.session import TODAY, Wish
from statusref.views.page_context import PageContext
from statusref.views.study.card_list_page import CardListPage
from statusref.views.study.context import StudyContext
from statusref.views.study.letters import letter_of
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
        self._card_list: CardListPage | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.start.review_wanted.connect(self.start_review)
        self.start.quiz_wanted.connect(self.start_quiz)
        self.start.progress_wanted.connect(self.show_progress)
        self.start.cards_wanted.connect(self.show_cards)
        self.start.settings_wanted.connect(self._on_settings_wanted)

    @classmethod
    def make(cls, context: PageContext) -> "StudyPage":
        return cls(context.study())

    @property
    def location(self) -> Link:
        """A review or a quiz is no place of its own: the way back leads to study as it stands."""
        part = next((name for name, page in self._parts().items() if page is self.shown), None)
        return page_link("study") if part is None else study_link(part)

    def open(self, location: Link) -> bool:
        match location:
            case Link(LinkKind.STUDY, part):
                return self._open_part(part)
            case Link(LinkKind.REVIEW, _):
                return location == REVIEW and self._open_review()
            case _:
                return True

    def _parts(self) -> dict[str, QWidget | None]:
        """Return the parts that are places; None for one that was not opened yet."""
        return {"start": self.start, "progress": self._progress, "cards": self._card_list}

    def _open_part(self, part: str) -> bool:
        """Show a part that is a place, but for one that is shown, and leave a review or a quiz that is going on."""
        if part not in self._parts():
            return False
        is_going_on = self._is_reviewing or isinstance(self.shown, QuizPage)
        if self.location != study_link(part) and not is_going_on:
            {"start": self._show_start, "progress": self._show_progress, "cards": self._show_cards}[part]()
        return True

    def _open_review(self) -> bool:
        if isinstance(self.shown, QuizPage):
            self.shown.escape()
        if not self._is_reviewing:
            self.start_review(everything())
        return True

    @property
    def title(self) -> str:
        return self._context.localizer.text("study.title")

    @property
    def shown(self) -> QWidget:
        """The part that is shown."""
        return self._stack.currentWidget() or self.start

    @property
    def _is_reviewing(self) -> bool:
        """Whether the user has a card before them."""
        session = self._review.session if self._review is not None and self.shown is self._review else None
        return session is not None and session.shown is not None

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
            self._result.new_wanted.connect(self._on_new_quiz)
            self._result.link_activated.connect(self.follow)
            self._stack.addWidget(self._result)
        return self._result

    @property
    def progress(self) -> ProgressPage:
        if self._progress is None:
            self._progress = ProgressPage(self._context)
            self._progress.left.connect(self.show_start)
            self._progress.link_activated.connect(self.follow)
            self._progress.cards_wanted.connect(self.show_cards)
            self._stack.addWidget(self._progress)
        return self._progress

    @property
    def card_list(self) -> CardListPage:
        if self._card_list is None:
            self._card_list = CardListPage(self._context)
            self._card_list.left.connect(self.show_start)
            self._card_list.link_activated.connect(self.follow)
            self._stack.addWidget(self._card_list)
        return self._card_list

    @Slot()
    def show_start(self) -> None:
        """Go back to the start page. Something ended: no button that starts the next thing gets the focus."""
        self._show_start()
        self.visited.emit(self.location)

    def _show_start(self) -> None:
        self._stack.setCurrentWidget(self.start)
        self.start.rest_keyboard()

    @Slot(Deck, Wish)
    def start_review(self, deck: Deck, wish: Wish = TODAY) -> None:
        self._stack.setCurrentWidget(self.review)
        self.review.start(deck, wish)

    @Slot(Deck, QuizWish)
    def start_quiz(self, deck: Deck, wish: QuizWish) -> None:
        self._wish = (deck, wish)
        self._ask(deck, self._context.study.cards_of(deck), wish)

    @Slot()
    def show_progress(self) -> None:
        self._show_progress()
        self.visited.emit(self.location)

    def _show_progress(self) -> None:
        self._stack.setCurrentWidget(self.progress)
        self.progress.take_keyboard()

    @Slot()
    @Slot(str)
    def show_cards(self, search: str = "") -> None:
        """Show the list of cards, with those about a number if one is given."""
        self._show_cards(search)
        self.visited.emit(self.location)

    def _show_cards(self, search: str = "") -> None:
        self._stack.setCurrentWidget(self.card_list)
        self.card_list.show_cards(search)
        self.card_list.take_keyboard()

    def escape(self) -> bool:
        shown = self.shown
        if shown is self.start:
            return False
        if isinstance(shown, ReviewPage | QuizPage):
            shown.escape()
        else:
            self.show_start()
        return True

    def edit_memo(self) -> bool:
        shown = self.shown
        if isinstance(shown, ReviewPage):
            shown.edit_memo()
        return isinstance(shown, ReviewPage)

    def save(self) -> None:
        if self._review is not None:
            self._review.memo.close_editor()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        shown = self.shown
        if isinstance(shown, ReviewPage):
            shown.resume()
        elif isinstance(shown, StartPage | QuizPage | QuizResultPage | ProgressPage | CardListPage):
            shown.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match letter_of(event) if self.shown is self.start else "":
            case "R":
                self.start.start_review()
            case "Q":
                self.start.start_quiz()
            case "G":
                self.show_progress()
            case "L":
                self.show_cards()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _on_settings_wanted(self) -> None:
        self.follow(str(page_link("settings")))

    def _ask(self, deck: Deck, cards: Sequence[Card], wish: QuizWish) -> None:
        self._stack.setCurrentWidget(self.quiz)
        self.quiz.start(deck, cards, wish)

    @Slot(QuizResult, Deck)
    def _on_quiz_finished(self, result: QuizResult, deck: Deck) -> None:
        self._context.study.keep_mistakes(result.wrong)
        self._stack.setCurrentWidget(self.result)
        self.result.show_result(result, deck)

    @Slot()
    def _on_again(self) -> None:
        """Ask again what was answered wrongly."""
        if self._wish is not None:
            deck, wish = self._wish
            cards = [wrong.question.card for wrong in self.result.result.wrong]
            self._ask(deck, cards, replace(wish, count=MOST))

    @Slot()
    def _on_new_quiz(self) -> None:
        if self._wish is not None:
            self.start_quiz(*self._wish)
