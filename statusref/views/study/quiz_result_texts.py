"""The text of a quiz result: every wrong answer with an explanation and links."""

from collections.abc import Collection

from statusref.domain.links import card_link, code_link
from statusref.domain.markdown import Span
from statusref.study.cards import Card, CodeCard, MeaningCard, MisconceptionCard, PairCard, ScenarioCard
from statusref.study.quiz import QuizResult, WrongAnswer
from statusref.study.quiz_choices import EntryChoice, TruthChoice
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.explanations import explanation_lines
from statusref.views.study.labels import entry_names, entry_title


class QuizResultTexts:
    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._localizer = context.localizer

    def unreached(self, result: QuizResult) -> str:
        """How many questions were not reached; empty if all were."""
        return self._localizer.count("study.result.unreached", result.unreached) if result.unreached else ""

    def write(self, writer: CardWriter, result: QuizResult, unsent: Collection[Card]) -> None:
        """Write a result. Cards that are ``unsent`` have a link that sends them to review."""
        if result.unreached:
            writer.body((Span(self.unreached(result)),), quiet=True)
        if not result.wrong:
            writer.summary(self._localizer.text("study.result.perfect"))
            return
        writer.heading(self._localizer.text("study.result.wrong"))
        for wrong in result.wrong:
            self._write_wrong(writer, wrong, sent=wrong.question.card not in unsent)

    def _write_wrong(self, writer: CardWriter, wrong: WrongAnswer, *, sent: bool) -> None:
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
        for line in explanation_lines(wrong, self._context):
            writer.item(line)
        if sent:
            writer.item((Span(text("study.result.sent")),))
        else:
            writer.item((Span(text("study.result.send-one"), link=card_link(card.id)),))

    def _asked(self, card: Card) -> str:
        match card:
            case MeaningCard(entry):
                return self._localizer.text("study.result.asked.meaning", code=entry.number)
            case CodeCard(entry):
                return self._localizer.text("study.result.asked.code", meaning=entry_names(self._localizer, entry)[0])
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
