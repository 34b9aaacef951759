"""The result of a quiz, and what can be done with it: ask again, send to review and take that back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.links import LinkKind, parse_link
from statusref.study.cards import Card
from statusref.study.decks import Deck
from statusref.study.quiz import QuizResult, Score
from statusref.study.study import Wanted
from statusref.theme.fonts import TextStyle
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import deck_title
from statusref.views.study.letters import letter_of
from statusref.views.study.quiz_result_texts import QuizResultTexts
from statusref.views.study.score_bars import ScoreBars
from statusref.views.study.session_frame import SessionFrame
from statusref.widgets.announcing import announce
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

_LOW = 480


class QuizResultPage(SessionFrame):
    """``left`` goes back to the start page, ``again_wanted`` asks the wrong ones again, ``new_wanted`` draws new ones.

    The focus is on the text, not on a button: a key that is pressed once more than needed does nothing here.
    """

    link_activated = Signal(str)
    left = Signal()
    again_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        scores = ScoreBars(context.theme, context.localizer)
        super().__init__(context.theme, scores, parent)
        self.scores = scores
        self._context = context
        self._localizer = context.localizer
        self._texts = QuizResultTexts(context)
        self._result = QuizResult(Score(0, 0), {}, ())
        self._deck: Deck | None = None
        self._sendings: list[Wanted] = []
        theme = context.theme
        self.told = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self.again = PushButton(theme)
        self.new = PushButton(theme)
        self.send = PushButton(theme)
        self.take_back = PushButton(theme)
        self.back = PushButton(theme)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.again, self.new, self.send, self.take_back, self.back):
            buttons.addWidget(button)
        self.foot.addWidget(self.told)
        self.foot.addLayout(buttons)
        self.bar.leave_wanted.connect(self.left)
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(self.again_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.send.clicked.connect(self.send_all)
        self.take_back.clicked.connect(self.take_back_last)
        self.reader.link_activated.connect(self._on_link)
        theme.changed.connect(self._write)
        self._localizer.changed.connect(self.retranslate)

    @property
    def result(self) -> QuizResult:
        """The result that is shown."""
        return self._result

    def show_result(self, result: QuizResult, deck: Deck) -> None:
        self._result = result
        self._deck = deck
        self._sendings.clear()
        self.told.hide()
        self.retranslate()
        self.reader.to_top()
        self.take_keyboard()
        announce(self, " ".join(filter(None, (self.scores.accessibleName(), self._texts.unreached(self._result)))))

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the text."""
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def send_all(self) -> None:
        """Add the cards of all wrong answers that were not sent yet to the next reviews."""
        self._send(self._unsent())

    @Slot()
    def take_back_last(self) -> None:
        """Give the cards that were sent last the states that they had before."""
        if self._sendings:
            number = self._context.study.unwant(self._sendings.pop())
            self._tell(self._localizer.count("study.result.taken-back", number))

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.back.describe(text("study.summary.back"), "Esc")
        self.again.describe(text("study.result.again"), "R")
        self.again.setVisible(bool(self._result.wrong))
        self.new.describe(text("study.result.new"), "N")
        unsent = len(self._unsent())
        self.send.describe(self._localizer.count("study.result.send", unsent), "S")
        self.send.setVisible(bool(unsent))
        self.take_back.describe(text("study.result.take-back"), "Ctrl+Z")
        self.take_back.setVisible(bool(self._sendings))
        self.settle()
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little height, the button in the bar is enough to go back.
        self.back.setVisible(self.height() >= self._context.theme.px(_LOW))
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and not event.isAutoRepeat():
            self.take_back_last()
            return
        match letter_of(event):
            case "S":
                self.send_all()
            case "R" if self._result.wrong:
                self.again_wanted.emit()
            case "N":
                self.new_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _unsent(self) -> list[Card]:
        sent = {state.card_id for sending in self._sendings for state in sending.after}
        return [wrong.question.card for wrong in self._result.wrong if wrong.question.card.id not in sent]

    def _send(self, cards: list[Card]) -> None:
        if cards:
            self._sendings.append(self._context.study.want(*(card.id for card in cards)))
            self._tell(self._localizer.count("study.result.told", len(cards)))

    def _tell(self, words: str) -> None:
        """Say what was done. The button that did it may be gone now, so the focus goes back to the text."""
        self.told.setText(words)
        self.told.show()
        place = self.reader.verticalScrollBar().value()
        self.retranslate()
        self.reader.verticalScrollBar().setValue(place)
        self.take_keyboard()
        announce(self, words)

    @Slot()
    def _write(self) -> None:
        if self._deck is None:
            return
        text = self._localizer.text
        score = self._result.score
        spoken = text("study.result.spoken", right=score.right, total=score.total)
        self.bar.name(deck_title(self._localizer, self._deck), text("study.leave"))
        self.bar.show_left(text("study.result.title"), score.right, score.total, spoken)
        self.scores.show_result(self._result)
        self.reader.setAccessibleName(spoken)
        writer = CardWriter(self.reader.document(), self._context.theme)
        self._texts.write(writer, self._result, self._unsent())
        writer.finish()
        self.reader.lay_out()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        wanted = parse_link(link)
        if wanted is None or wanted.kind is not LinkKind.CARD:
            self.link_activated.emit(link)
            return
        self._send([card for card in self._unsent() if card.id == wanted.target])
