"""Words for decks, cards, counts, intervals and dates."""

from datetime import date, timedelta
from typing import assert_never

from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language
from statusref.study.cards import Card, CodeCard, MeaningCard, MisconceptionCard, PairCard, ScenarioCard
from statusref.study.decks import Deck, DeckKind
from statusref.study.queue import Counts
from statusref.study.session import Undone
from statusref.study.state import Rating
from statusref.views.localizer import Localizer

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_MONTH_DAYS = 30.4
_YEAR_DAYS = 365.25
_NAME_LENGTH = 40


def deck_title(localizer: Localizer, deck: Deck) -> str:
    if deck.title is not None:
        return localizer.of(deck.title)
    match deck.kind:
        case DeckKind.CLASS:
            return f"{deck.value} {localizer.text(f'class.{deck.value}')}"
        case DeckKind.TAG | DeckKind.IMPORTANCE:
            return localizer.text(f"study.{deck.kind.value}.{deck.value}")
        case DeckKind.VENDOR | DeckKind.NOTE:
            return deck.value
        case DeckKind.ALL | DeckKind.UNOFFICIAL | DeckKind.BOOKMARKS:
            return localizer.text(f"study.deck.{deck.kind.value}")


def class_title(localizer: Localizer, status_class: StatusClass | None) -> str:
    """The name of a status class; None stands for numbers outside 100-599."""
    if status_class is None:
        return localizer.text("study.class.none")
    return f"{status_class.value} {localizer.text(f'class.{status_class.value}')}"


def kind_title(localizer: Localizer, card: Card) -> str:
    return localizer.text(f"study.kind.{card.kind.value}")


def entry_names(localizer: Localizer, entry: Entry) -> tuple[str, str]:
    """The phrase and the Korean meaning, first the one in the language in force."""
    korean_first = localizer.language is Language.KOREAN
    return (entry.korean, entry.phrase) if korean_first else (entry.phrase, entry.korean)


def card_name(localizer: Localizer, card: Card) -> str:
    """What the question of a card shows, in a few words: ``404``, ``401 · 403``, the first words of a situation."""
    match card:
        case MeaningCard(entry):
            return _of_vendor(localizer, entry.number, entry)
        case CodeCard(entry):
            return _of_vendor(localizer, entry_names(localizer, entry)[0], entry)
        case PairCard(_, entries):
            return " · ".join(entry.number for entry in entries)
        case ScenarioCard(scenario):
            return _first_words(localizer.of(scenario.situation))
        case MisconceptionCard(misconception):
            return _first_words(localizer.of(misconception.statement))
        case _:
            assert_never(card)


def undone_words(localizer: Localizer, undone: Undone) -> str:
    """What was taken back: ``되돌렸습니다: 404, 알맞음``."""
    card = card_name(localizer, undone.card)
    if isinstance(undone.done, Rating):
        rating = localizer.text(f"study.rating.{undone.done.name.lower()}")
        return localizer.text("study.undone.rated", card=card, rating=rating)
    return localizer.text(f"study.undone.{undone.done.value}", card=card)


def counts_words(localizer: Localizer, counts: Counts) -> str:
    """How many new, learning and due cards are left, in one line: ``새 카드 5 · 복습 12``. Empty if none are."""
    numbers = {"new": counts.new, "learning": counts.learning, "due": counts.review}
    return " · ".join(localizer.text(f"study.count.{name}", n=number) for name, number in numbers.items() if number)


def entry_title(entry: Entry) -> str:
    """Number and phrase, and the vendor in brackets if there is one."""
    name = f"{entry.number} {entry.phrase}"
    return name if entry.vendor is None else f"{name} ({entry.vendor.en})"


def interval_words(localizer: Localizer, interval: timedelta) -> str:
    """A short interval: ``10분``, ``4일``, ``1.2개월``."""
    seconds = interval.total_seconds()
    if seconds < _HOUR:
        return localizer.text("study.interval.minutes", n=max(round(seconds / _MINUTE), 1))
    if seconds < _DAY:
        return localizer.text("study.interval.hours", n=round(seconds / _HOUR))
    days = seconds / _DAY
    if days < _MONTH_DAYS:
        return localizer.text("study.interval.days", n=round(days))
    if days < _YEAR_DAYS:
        return localizer.text("study.interval.months", n=_short(days / _MONTH_DAYS))
    return localizer.text("study.interval.years", n=_short(days / _YEAR_DAYS))


def time_words(localizer: Localizer, spent: timedelta) -> str:
    """A duration: ``3시간 20분``, ``45초``."""
    seconds = int(spent.total_seconds())
    if seconds < _MINUTE:
        return localizer.text("study.time.seconds", n=seconds)
    hours, minutes = divmod(seconds // _MINUTE, 60)
    if not hours:
        return localizer.text("study.time.minutes", n=minutes)
    return localizer.text("study.time.hours", h=hours, m=minutes)


def day_words(localizer: Localizer, day: date) -> str:
    """A day without its year: ``11월 21일``, ``21 Nov``."""
    if localizer.language is Language.KOREAN:
        return f"{day.month}월 {day.day}일"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month_words(localizer: Localizer, day: date) -> str:
    """The short name of the month of a day: ``11월``, ``Nov``."""
    return f"{day.month}월" if localizer.language is Language.KOREAN else _MONTHS[day.month - 1]


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage: ``87 %``."""
    return f"{round(share * 100)} %"


def _of_vendor(localizer: Localizer, name: str, entry: Entry) -> str:
    return name if entry.vendor is None else f"{name} ({localizer.of(entry.vendor)})"


def _first_words(text: str) -> str:
    return text if len(text) <= _NAME_LENGTH else f"{text[:_NAME_LENGTH].rsplit(' ', 1)[0].rstrip(',.·:;')}…"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}".removesuffix(".0")


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
