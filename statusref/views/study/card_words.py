"""What the card list says of a card: its title, its state and its history."""

from datetime import datetime

from statusref.study.cards import Card, CodeCard, MeaningCard, MisconceptionCard, PairCard, ScenarioCard
from statusref.study.days import StudyDays
from statusref.study.state import LEARNING_PHASES, CardState, Phase, Review
from statusref.views.localizer import Localizer
from statusref.views.study.labels import day_words, entry_title, interval_words, kind_title

_LONGEST = 90


def card_title(localizer: Localizer, card: Card) -> str:
    """Return what a card asks, on one line, without the answer of a situation or statement."""
    match card:
        case MeaningCard(entry) | CodeCard(entry):
            return entry_title(entry)
        case PairCard(_, entries):
            return " · ".join(map(entry_title, entries))
        case ScenarioCard(scenario, entries):
            return f"{entries[0].number} {_short(localizer.of(scenario.situation))}"
        case MisconceptionCard(misconception, entries):
            return f"{entries[0].number} {_short(localizer.of(misconception.statement))}"


def state_words(localizer: Localizer, card: Card, state: CardState, days: StudyDays, now: datetime) -> str:
    """Return kind and state of a card: ``상황 → 코드 · 복습 · 12월 3일``."""
    text = localizer.text
    parts = [kind_title(localizer, card)]
    if state.suspended:
        parts.append(text("study.state.suspended"))
    elif state.phase is Phase.NEW:
        parts.append(text("study.state.new"))
    elif state.phase in LEARNING_PHASES:
        parts.append(text("study.state.learning"))
    else:
        due = days.of(state.due_time)
        when = text("study.day.today") if due <= days.of(now) else day_words(localizer, due)
        parts.append(text("study.state.due", day=when))
    if state.lapses:
        parts.append(localizer.count("study.state.lapses", state.lapses))
    return " · ".join(parts)


def review_words(localizer: Localizer, review: Review, next_review: Review | None) -> str:
    """Return one line of a card's history: the day, the rating, and after how long the card was asked again."""
    words = f"{review.day.isoformat()}  {localizer.text(f'study.rating.{review.rating.name.lower()}')}"
    if next_review is None:
        return words
    return f"{words}  → {interval_words(localizer, next_review.reviewed_at - review.reviewed_at)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
