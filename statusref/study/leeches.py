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
    """The entry that a card is confused with, and how many times it was given instead of the right one."""

    entry: Entry
    times: int


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was forgotten ``lapses`` times. ``partner`` is None for a statement about a single code."""

    card: Card
    lapses: int
    suspended: bool
    partner: Partner | None


def partner_of(card: Card, given: Mapping[str, int], cards: Cards) -> Partner | None:
    """Return the entry that a card is confused with.

    ``given`` has for each entry id how often it was answered instead, the most frequent first. If there is no such
    answer, it is the second entry of a pair or statement; for other cards it is the nearest of the tempting answers of
    the situation, or else of the entries that people mix up with the right one.
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
    """Return the entry of a wrong answer in a quiz; None if it was "true" or "false", nothing, or no known code."""
    match answer.given:
        case EntryChoice(entry):
            return entry
        case str() as typed:
            return mistaken_for(answer.question.card, typed, catalogue)
        case _:
            return None


class _Nearness:
    """How near other entries are to one.

    First by the number of situations in which one of the two is right and the other is a tempting wrong answer, then by
    the number of common tags and keywords, then by the class.
    """

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
