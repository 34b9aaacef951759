"""The sentences that explain a wrong answer."""

from statusref.domain.catalogue import Catalogue
from statusref.domain.links import code_link
from statusref.domain.markdown import Span
from statusref.study.cards import ScenarioCard
from statusref.study.quiz import WrongAnswer, explain
from statusref.views.localizer import Localizer


def explanation_lines(wrong: WrongAnswer, catalogue: Catalogue, localizer: Localizer) -> list[tuple[Span, ...]]:
    """Return the sentences. One that is about the chosen code begins with its number, as a link."""
    card = wrong.question.card
    tempting = {t.why_not: t.code for t in card.scenario.tempting} if isinstance(card, ScenarioCard) else {}
    lines: list[tuple[Span, ...]] = []
    for sentence in explain(wrong, catalogue):
        text = Span(localizer.of(sentence))
        code = tempting.get(sentence)
        entry = catalogue.get(code) if code is not None else None
        if entry is None:
            lines.append((text,))
        else:
            lines.append((Span(entry.number, strong=True, link=code_link(entry.id)), Span("  "), text))
    return lines
