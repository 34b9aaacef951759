"""Leeches: cards that are forgotten again and again, each with the code that it is confused with."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.study.cards import Card, Cards, MisconceptionCard, PairCard, ScenarioCard
from statusref.study.judging import mistaken_for
from statusref.study.quiz import WrongAnswer
from statusref.study.quiz_choices import EntryChoice


@dataclass(frozen=True, slots=True)
class Partner:
    """The code that a card is confused with, and how many times it was given instead of the right one."""

    entry: Entry
    times: int


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was forgotten ``lapses`` times. A statement about one code has no partner."""

    card: Card
    lapses: int
    suspended: bool
    partner: Partner | None


def partner_of(card: Card, given: Mapping[str, int], cards: Cards) -> Partner | None:
    """Return the code that a card is confused with.

    ``given`` counts by entry id what was answered instead, the most frequent first. Where nothing was, it is a code
    that the card itself names, else the nearest of those that people mix the right one up with.
    """
    catalogue = cards.catalogue
    right = card.entries[0]
    for entry_id, times in given.items():
        entry = catalogue.get(entry_id)
        if entry is not None and entry not in card.entries:
            return Partner(entry, times)
    match card:
        case PairCard() | MisconceptionCard():
            return Partner(card.entries[1], 0) if len(card.entries) > 1 else None
        case ScenarioCard(scenario) if scenario.tempting:
            others = [tempting.code for tempting in scenario.tempting]
        case _:
            others = [pair.other(right.id) for pair in catalogue.pairs_of(right.id)]
    near = _Nearness(right, cards)
    entries = [entry for entry_id in others if (entry := catalogue.get(entry_id)) is not None]
    nearest = max(entries, key=near.of, default=None)
    return None if nearest is None else Partner(nearest, 0)


def given_entry(answer: WrongAnswer, catalogue: Catalogue) -> Entry | None:
    """Return the entry that was given instead of the right one in a quiz, if the answer was a code or its meaning."""
    match answer.given:
        case EntryChoice(entry):
            return entry
        case str() as typed:
            return mistaken_for(answer.question.card, typed, catalogue)
        case _:
            return None


class _Nearness:
    """How near other codes are to one: by the situations in which one tempts to the other, then by tags and class."""

    def __init__(self, right: Entry, cards: Cards) -> None:
        self._right = right
        self._tempted: Counter[str] = Counter()
        for card in cards.all():
            if isinstance(card, ScenarioCard):
                fit, tempting = ({entry.id for entry in card.entries}, {one.code for one in card.scenario.tempting})
                self._tempted.update(tempting if right.id in fit else fit if right.id in tempting else ())

    def of(self, other: Entry) -> tuple[int, int, bool]:
        right = self._right
        shared = set(right.tags) & set(other.tags) | set(right.keywords) & set(other.keywords)
        return self._tempted[other.id], len(shared), right.status_class is other.status_class
