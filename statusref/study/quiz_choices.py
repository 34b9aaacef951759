"""The choices of a quiz question: the right one, and wrong ones that people confuse with it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.study.cards import Card, MisconceptionCard, ScenarioCard

CHOICES = 4


@dataclass(frozen=True, slots=True)
class EntryChoice:
    """An entry as a choice: shown as its meaning if the question asks for that, else as its code."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class TruthChoice:
    """The choice "true" or "false"."""

    truth: bool


Choice = EntryChoice | TruthChoice


def make_choices(card: Card, catalogue: Catalogue, randomness: random.Random) -> tuple[Choice, ...]:
    """Return the choices in the order to show them: up to four entries, or true and false."""
    if isinstance(card, MisconceptionCard):
        return (TruthChoice(truth=True), TruthChoice(truth=False))
    chosen = [card.entries[0]]
    taken = [*card.entries]
    for entry in _candidates(card, catalogue, randomness):
        if len(chosen) == CHOICES:
            break
        if not any(_look_alike(entry, other) for other in taken):
            chosen.append(entry)
            taken.append(entry)
    randomness.shuffle(chosen)
    return tuple(EntryChoice(entry) for entry in chosen)


def is_right(card: Card, choice: Choice) -> bool:
    """Whether a choice answers a card."""
    match choice:
        case TruthChoice(truth):
            return isinstance(card, MisconceptionCard) and card.misconception.truth is truth
        case EntryChoice(entry):
            return entry in card.entries


def _candidates(card: Card, catalogue: Catalogue, randomness: random.Random) -> Iterator[Entry]:
    """Yield wrong entries, the most tempting first. An entry may be yielded more than once."""
    right = card.entries[0]
    if isinstance(card, ScenarioCard):
        yield from _shuffled([entry.code for entry in card.scenario.tempting], catalogue, randomness)
    for entry in card.entries:
        yield from _shuffled([pair.other(entry.id) for pair in catalogue.pairs_of(entry.id)], catalogue, randomness)
    same_class = [entry for entry in catalogue.entries if entry.status_class is right.status_class]
    for pool in (same_class, list(catalogue.entries)):
        randomness.shuffle(pool)
        # Entries of similar importance come first: a rare code among common ones is easy to rule out.
        yield from sorted(pool, key=lambda entry: abs(entry.importance - right.importance))


def _shuffled(ids: list[str], catalogue: Catalogue, randomness: random.Random) -> Iterator[Entry]:
    randomness.shuffle(ids)
    for entry_id in ids:
        entry = catalogue.get(entry_id)
        if entry is not None:
            yield entry


def _look_alike(one: Entry, other: Entry) -> bool:
    """Whether two entries look the same as choices."""
    return one.code == other.code or one.phrase.casefold() == other.phrase.casefold() or one.korean == other.korean
