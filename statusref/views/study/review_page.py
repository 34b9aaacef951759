"""The review: question, answer, rating, one card after the other."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.links import code_link
from statusref.study.cards import Card, MisconceptionCard
from statusref.study.decks import Deck, DeckKind, everything
from statusref.study.judging import Given, Judgement, judge, mistaken_for
from statusref.study.leeches import Leech
from statusref.study.session import TODAY, ReviewSession, Shown, Undone, Wish
from statusref.study.state import Phase, Rating
from statusref.study.typed import may_be_typed
from statusref.views.study.answer_bar import AnswerBar
from statusref.views.study.card_memo import CardMemo
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.due_timer import DueTimer
from statusref.views.study.labels import counts_words, deck_title, undone_words
from statusref.views.study.more_row import MoreRow
from statusref.views.study.review_stage import Stage, allowed
from statusref.views.study.review_texts import ReviewTexts
from statusref.views.study.session_actions import CardAction, SessionActions, action_of
from statusref.views.study.session_frame import SessionFrame
from statusref.views.study.told_line import ToldLine
from statusref.views.study.truth_row import truth_of
from statusref.widgets.announcing import announce

_ENTER = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReviewPage(SessionFrame):
    """``left`` is emitted when the user wants to go back to the start page."""

    link_activated = Signal(str)
    left = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, None, parent)
        self._context = context
        self._localizer = context.localizer
        self._deck: Deck | None = None
        self._session: ReviewSession | None = None
        self._stage = Stage.SUMMARY
        self._given: Given = None
        self._leech: Leech | None = None
        self._undone: Undone | None = None
        self._shown_at: datetime = context.now()
        self._stale = False
        theme = context.theme
        self._texts = ReviewTexts(context)
        self.memo = CardMemo(theme, context.localizer, self)
        self.told = ToldLine(theme, self)
        self.answers = AnswerBar(theme, context.localizer)
        self.actions_row = SessionActions(theme, context.localizer)
        self.foot.addWidget(self.told)
        self.foot.addWidget(self.answers)
        self.more = MoreRow(theme, context.localizer)
        self.foot.addWidget(self.more)
        self.foot.addWidget(self.actions_row)
        self.more.wanted.connect(self._on_more_wanted)
        self.more.elsewhere_wanted.connect(self._on_elsewhere_wanted)
        self.between.addWidget(self.memo)
        self.memo.stand_below(self.reader)
        self._wait = DueTimer(self)
        self._wait.timeout.connect(self._on_waited)
        self.bar.leave_wanted.connect(self.escape)
        self.reader.link_activated.connect(self.link_activated)
        self.reader.pressed.connect(self._on_pressed)
        self.answers.revealed.connect(self._on_revealed)
        self.answers.judged.connect(self._on_judged)
        self.answers.rated.connect(self._on_rated)
        self.answers.continued.connect(self._on_continued)
        self.answers.undo_wanted.connect(self.undo)
        self.actions_row.wanted.connect(self._on_action)
        self.memo.closed.connect(self._on_memo_closed)
        theme.changed.connect(self._on_looks_changed)
        self._localizer.changed.connect(self._on_looks_changed)

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def session(self) -> ReviewSession | None:
        """The review session that is running, None before the first."""
        return self._session

    def start(self, deck: Deck, wish: Wish = TODAY) -> None:
        """Start a review session with a deck."""
        self._deck = deck
        self._session = self._context.study.start(deck, wish)
        self._next()

    def escape(self) -> None:
        """Close the memo if it is open, else show the summary if any card was answered, else leave the page."""
        if self.memo.entry_id:
            self.memo.close_editor()
        elif self._stage is not Stage.SUMMARY and self._session is not None and self._session.done:
            self._summarise()
        else:
            self.left.emit()

    def resume(self) -> None:
        """Take the keyboard focus when the page is shown again. Cards that came due meanwhile are shown."""
        if self._stale:
            self.retranslate()
        self._on_waited()
        self.answers.take_keyboard()

    @Slot()
    def undo(self) -> None:
        """Take back the last answer, or bring back the last card that was buried or suspended."""
        self.memo.close_editor()
        undone = self._session.undo() if self._session is not None else None
        if undone is not None:
            self._ask(undone)

    def retranslate(self) -> None:
        self._stale = False
        self.answers.retranslate()
        self.actions_row.retranslate()
        self.more.retranslate()
        self._write()
        self._tell(self._undone)
        if self._stage is Stage.QUESTION:
            self.settle()  # the answer bar stays as it is, with what is typed already
        else:
            self._wait_for()

    def edit_memo(self) -> None:
        """Open the memo on the card, as far as it may be seen now."""
        self._on_action(CardAction.MEMO)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for no card while nobody looks; ``resume`` looks for those that came due."""
        super().hideEvent(event)
        self._wait.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = action_of(event)
        if event.isAutoRepeat() and action is not CardAction.UNDO:
            return
        truth = truth_of(event)
        if truth is not None and self._asks_truth:
            self._on_judged(truth)
        elif self._stage is Stage.ANSWER and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4:
            self._on_rated(Rating(event.key() - Qt.Key.Key_0.value))
        elif event.key() in _ENTER:
            self.answers.take_keyboard()
            self._on_pressed()
        elif action is not None:
            self._on_action(action)
        else:
            super().keyPressEvent(event)

    # Steps from card to card

    def _next(self) -> None:
        if self._session is not None and self._session.shown is not None:
            self._ask()
        else:
            self._summarise()

    def _ask(self, undone: Undone | None = None) -> None:
        self._tell(undone)
        self._wait.stop()
        self._stage = Stage.QUESTION
        self._given = None
        self._write()
        self.reader.to_top()
        self._wait_for()
        self._say()
        self._shown_at = self._context.now()

    def _summarise(self) -> None:
        self._tell(None)
        self._stage = Stage.SUMMARY
        self._write()
        self.reader.to_top()
        self._wait_for()
        self._say()
        self._wait_for_card()

    def _tell(self, undone: Undone | None) -> None:
        """Say what was taken back, until the user goes on."""
        self._undone = undone
        self.told.tell("" if undone is None else undone_words(self._localizer, undone))

    def _say(self) -> None:
        """Tell screen readers what is new on the page: the keyboard stays below it."""
        announce(self, self.reader.newest_words())

    def _wait_for(self) -> None:
        """Show the buttons for this stage."""
        shown = self._shown
        match self._stage:
            case Stage.QUESTION if shown is not None:
                self.answers.ask(shown.card)
            case Stage.ANSWER if shown is not None and self._session is not None:
                self.answers.offer(self._session.previews(), self._suggested(shown))
            case Stage.LEECH:
                self.answers.pause(self._localizer.text("study.continue"), self._localizer.text("study.key.enter"))
            case _:
                text = "study.summary.continue" if shown is not None else "study.summary.back"
                self.answers.pause(self._localizer.text(text), self._localizer.text("study.key.enter"))
        can_undo = self._session is not None and self._session.can_undo
        self.actions_row.allow(allowed(self._stage, can_undo=can_undo, is_new=self._is_new))
        self._offer_more()
        self.settle()

    def _offer_more(self) -> None:
        """When nothing is left today, offer more of this deck, or what is left in all decks."""
        session, deck = self._session, self._deck
        is_over = self._stage is Stage.SUMMARY and session is not None and session.shown is None
        if not is_over or session is None or deck is None or session.next_due is not None:
            self.more.hide()
            return
        day = self._context.study.deck_days()(deck)
        left = self._context.study.counts(everything()).total if deck.kind is not DeckKind.ALL else 0
        self.more.offer(new=day.cards - day.seen, seen=day.seen, elsewhere=left, done=True)

    def _suggested(self, shown: Shown) -> Rating:
        return Rating.GOOD if judge(shown.card, self._given) in {None, Judgement.RIGHT} else Rating.AGAIN

    @property
    def _asks_truth(self) -> bool:
        shown = self._shown
        return self._stage is Stage.QUESTION and shown is not None and isinstance(shown.card, MisconceptionCard)

    @property
    def _card(self) -> Card | None:
        """The card that the user has before them: the one on show, or the leech that was just answered."""
        if self._stage is Stage.LEECH:
            return self._leech.card if self._leech is not None else None
        return self._shown.card if self._shown is not None else None

    @property
    def _is_new(self) -> bool:
        return self._shown is not None and self._shown.state.phase is Phase.NEW

    @property
    def _shown(self) -> Shown | None:
        return self._session.shown if self._session is not None else None

    @Slot()
    def _write(self) -> None:
        if self._session is None or self._deck is None:
            return
        self._write_bar(self._session, self._deck)
        writer = CardWriter(self.reader.document(), self._context.theme)
        self._texts.write(writer, self._session, self._stage, self._given, self._leech)
        writer.finish()
        self.reader.lay_out()

    def _write_bar(self, session: ReviewSession, deck: Deck) -> None:
        left = session.left
        done, total = session.done, session.done + left.total
        self.bar.name(deck_title(self._localizer, deck), self._localizer.text("study.leave"))
        spoken = self._localizer.text("study.progress.spoken", done=done, total=total)
        self.bar.show_left(counts_words(self._localizer, left), done, total, spoken)
        self.reader.setAccessibleName(spoken)

    def _wait_for_card(self) -> None:
        """Look for cards again when the next one comes due."""
        due = self._session.next_due if self._session is not None else None
        if due is not None:
            self._wait.wait(due - self._context.now())

    @Slot()
    def _on_looks_changed(self) -> None:
        """Write the page again. A hidden page is only marked and written when it is shown next, to save the reading."""
        if self.isVisible():
            self.retranslate()
            if self._stage is Stage.ANSWER:
                self.reader.show_end()
        else:
            self._stale = True

    @Slot()
    def _on_waited(self) -> None:
        if self._stage is Stage.SUMMARY and self._session is not None and self._shown is None:
            self._session.refresh()
            self._next()

    @Slot()
    def _on_pressed(self) -> None:
        """Reveal the answer or go on, after a click or Space outside the buttons. A statement is judged first."""
        if self._asks_truth:
            return
        if self._stage is Stage.QUESTION:
            self._on_revealed(self.answers.field.text())
        elif self._stage is Stage.LEECH:
            self._on_continued()

    @Slot(str)
    def _on_revealed(self, typed: str) -> None:
        self._reveal(typed if self._shown is not None and may_be_typed(self._shown.card) else None)

    @Slot(bool)
    def _on_judged(self, truth: bool) -> None:
        self._reveal(truth)

    def _reveal(self, given: Given) -> None:
        if self._stage is not Stage.QUESTION or self._shown is None:
            return
        self._tell(None)
        self._given = given
        self._stage = Stage.ANSWER
        self._write()
        self._wait_for()
        self.reader.show_end()
        self._say()

    @Slot(Rating)
    def _on_rated(self, rating: Rating) -> None:
        if self._stage is not Stage.ANSWER or self._session is None or self._card is None:
            return
        self.memo.close_editor()
        spent = self._context.now() - self._shown_at
        wrong = mistaken_for(self._card, self._given, self._context.catalogue)
        milliseconds = max(int(spent.total_seconds() * 1000), 0)
        answered = self._session.answer(rating, milliseconds, None if wrong is None else wrong.id)
        if answered.became_leech:
            self._leech = self._context.study.leech(answered.card)
            self._stage = Stage.LEECH
            self._write()
            self.reader.to_top()
            self._wait_for()
            self._say()
        else:
            self._next()

    @Slot()
    def _on_continued(self) -> None:
        if self._stage is Stage.LEECH or self._shown is not None:
            self._next()
        else:
            self.left.emit()

    @Slot(CardAction)
    def _on_action(self, action: CardAction) -> None:
        card = self._card
        if action is CardAction.UNDO:
            self.undo()
        if (
            card is None
            or self._session is None
            or action not in allowed(self._stage, can_undo=False, is_new=self._is_new)
        ):
            return
        match action:
            case CardAction.BURY:
                self.memo.close_editor()
                self._session.bury()
                self._next()
            case CardAction.SUSPEND:
                self.memo.close_editor()
                self._session.suspend(card)
                self._next()
            case CardAction.KNOW:
                self.memo.close_editor()
                self._session.know()
                self._next()
            case CardAction.MEMO:
                self.memo.step(self._context.memos, card)
            case CardAction.PAGE:
                self.link_activated.emit(str(code_link(card.entries[0].id)))

    @Slot(Wish)
    def _on_more_wanted(self, wish: Wish) -> None:
        if self._deck is not None:
            self.start(self._deck, wish)

    @Slot()
    def _on_elsewhere_wanted(self) -> None:
        self.start(everything())

    @Slot()
    def _on_memo_closed(self) -> None:
        if self._stage is Stage.ANSWER:
            self._write()
        self.answers.take_keyboard()
