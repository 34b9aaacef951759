"""The result of a quiz: the score by class, and every wrong answer with an explanation and links."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.links import LinkKind, card_link, code_link, parse_link
from statusref.domain.markdown import Span
from statusref.study.cards import Card, CodeCard, MeaningCard, MisconceptionCard, PairCard, ScenarioCard
from statusref.study.decks import Deck
from statusref.study.quiz import QuizResult, Score, WrongAnswer
from statusref.study.quiz_choices import EntryChoice, TruthChoice
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.explanations import explanation_lines
from statusref.views.study.labels import deck_title, entry_title
from statusref.views.study.score_bars import ScoreBars
from statusref.views.study.session_frame import SessionFrame
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.push_button import PushButton


class QuizResultPage(SessionFrame):
    """``left`` goes back to the start page, ``again_wanted`` starts another quiz of the same kind."""

    link_activated = Signal(str)
    left = Signal()
    again_wanted = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        scores = ScoreBars(context.theme, context.localizer)
        super().__init__(context.theme, scores, parent)
        self.scores = scores
        self._context = context
        self._localizer = context.localizer
        self._result = QuizResult(Score(0, 0), {}, ())
        self._deck: Deck | None = None
        self._sent: set[str] = set()
        theme = context.theme
        self.send = PushButton(theme, primary=True)
        self.again = PushButton(theme)
        self.back = PushButton(theme)
        buttons = FlowLayout(gap=8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.send, self.again, self.back):
            buttons.addWidget(button)
        self.foot.addLayout(buttons)
        self.bar.leave_wanted.connect(self.left)
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(self.again_wanted)
        self.send.clicked.connect(self.send_all)
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
        self._sent.clear()
        self.retranslate()
        self.reader.to_top()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the button that is used next."""
        (self.back if self.send.isHidden() else self.send).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def send_all(self) -> None:
        """Add the cards of all wrong answers to the next reviews."""
        for wrong in self._result.wrong:
            self._send(wrong.question.card)
        self.retranslate()
        self.take_keyboard()

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.back.describe(text("study.summary.back"), "Esc")
        self.again.describe(text("study.result.again"), "R")
        unsent = [wrong for wrong in self._result.wrong if wrong.question.card.id not in self._sent]
        self.send.describe(self._localizer.count("study.result.send", len(unsent)), "S")
        self.send.setVisible(bool(unsent))
        self.settle()
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and not event.modifiers():
            self.send_all()
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.again_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _send(self, card: Card) -> None:
        if card.id not in self._sent:
            self._context.study.want(card.id)
            self._sent.add(card.id)

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
        writer = CardWriter(self.reader.document(), self._context.theme)
        if self._result.wrong:
            writer.heading(text("study.result.wrong"))
            for wrong in self._result.wrong:
                self._write_wrong(writer, wrong)
        else:
            writer.summary(text("study.result.perfect"))
        writer.finish()
        self.reader.lay_out()

    def _write_wrong(self, writer: CardWriter, wrong: WrongAnswer) -> None:
        text = self._localizer.text
        card = wrong.question.card
        writer.gap(18)
        writer.body((Span(self._asked(card), strong=True),))
        writer.item((Span(f"{text('study.result.yours')}  "), Span(self._given(wrong))))
        links: list[Span] = [Span(f"{text('study.result.right')}  ")]
        if isinstance(card, MisconceptionCard):
            truth = text("study.truth.true" if card.misconception.truth else "study.truth.false")
            links.append(Span(f"{truth}  ", strong=True))
        for entry in card.entries:
            links.append(Span(entry_title(entry), strong=True, link=code_link(entry.id)))
            links.append(Span(f" {entry.korean}  "))
        writer.item(links)
        for line in explanation_lines(wrong, self._context.catalogue, self._localizer):
            writer.item(line)
        if card.id in self._sent:
            writer.item((Span(text("study.result.sent")),))
        else:
            writer.item((Span(text("study.result.send-one"), link=card_link(card.id)),))

    def _asked(self, card: Card) -> str:
        match card:
            case MeaningCard(entry):
                return self._localizer.text("study.result.asked.meaning", code=entry.number)
            case CodeCard(entry):
                return self._localizer.text("study.result.asked.code", meaning=entry.korean)
            case PairCard(_, entries):
                return " · ".join(entry.number for entry in entries)
            case ScenarioCard(scenario):
                return self._localizer.of(scenario.situation)
            case MisconceptionCard(misconception):
                return self._localizer.of(misconception.statement)

    def _given(self, wrong: WrongAnswer) -> str:
        match wrong.given:
            case None:
                return self._localizer.text("study.result.none")
            case str(text):
                return text
            case TruthChoice(truth):
                return self._localizer.text("study.truth.true" if truth else "study.truth.false")
            case EntryChoice(entry):
                return f"{entry_title(entry)} {entry.korean}"

    @Slot(str)
    def _on_link(self, link: str) -> None:
        wanted = parse_link(link)
        if wanted is None or wanted.kind is not LinkKind.CARD:
            self.link_activated.emit(link)
            return
        card = self._context.study.cards.get(wanted.target)
        if card is not None:
            self._send(card)
            place = self.reader.verticalScrollBar().value()
            self.retranslate()
            self.reader.verticalScrollBar().setValue(place)
