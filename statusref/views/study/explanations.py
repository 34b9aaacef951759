"""The sentences that explain a wrong answer."""

from typing import assert_never

from statusref.domain.links import code_link
from statusref.domain.markdown import Span
from statusref.domain.status import Entry
from statusref.study.quiz import WrongAnswer
from statusref.study.reasons import NotOneNumber, OwnMeaning, Reason, Sentence, UnknownNumber, explain
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import entry_title


def explanation_lines(wrong: WrongAnswer, context: StudyContext) -> list[tuple[Span, ...]]:
    """Return the sentences. One that is about the given code begins with it, as a link."""
    return [reason_line(reason, context) for reason in explain(wrong.question.card, wrong.given, context.catalogue)]


def reason_line(reason: Reason, context: StudyContext) -> tuple[Span, ...]:
    """Return one reason in words."""
    localizer = context.localizer
    match reason:
        case Sentence(text, about):
            words = localizer.of(text)
            return (Span(words),) if about is None else (_link(about.number, about), Span(f"  {words}"))
        case OwnMeaning(entry):
            return (_link(entry_title(entry), entry), Span(f"  {context.summary_of(entry)}"))
        case UnknownNumber(number):
            return (Span(localizer.text("study.quiz.unknown-number", code=f"{number:03}")),)
        case NotOneNumber(several):
            return (Span(localizer.text("study.quiz.several-numbers" if several else "study.quiz.no-number")),)
        case _:
            assert_never(reason)


def _link(words: str, entry: Entry) -> Span:
    return Span(words, strong=True, link=code_link(entry.id))
