"""Why a wrong answer is wrong: a sentence of the study material if there is one, else what the given code means."""

from collections.abc import Iterator
from dataclasses import dataclass

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.domain.text import Text
from statusref.study.cards import Card, MisconceptionCard, ScenarioCard
from statusref.study.quiz_choices import Choice, EntryChoice, TruthChoice
from statusref.study.typed import typed_numbers


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the study material. If it is about a wrong entry but does not name it, ``about`` is that entry."""

    text: Text
    about: Entry | None = None


@dataclass(frozen=True, slots=True)
class OwnMeaning:
    """No sentence compares the given entry with the right one; the meaning of the given one is shown instead."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class UnknownNumber:
    """No entry has the typed number."""

    number: int


@dataclass(frozen=True, slots=True)
class NotOneNumber:
    """The typed text has no number of three digits (``several`` is False), or more than one."""

    several: bool


Reason = Sentence | OwnMeaning | UnknownNumber | NotOneNumber


def explain(card: Card, given: Choice | str | None, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return why the right answer to a card is right and why ``given`` is wrong. No answer (None) is no mistake."""
    return (*_about_right(card), *about_given(card, given, catalogue))


def _about_right(card: Card) -> Iterator[Reason]:
    if isinstance(card, MisconceptionCard):
        yield Sentence(card.misconception.correction)
    elif isinstance(card, ScenarioCard):
        yield Sentence(card.scenario.why)


def about_given(card: Card, given: Choice | str | None, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return only why ``given`` is wrong."""
    match given:
        case None | TruthChoice():
            return ()
        case EntryChoice(entry):
            return _about_entries(card, (entry,), catalogue)
        case str(text):
            numbers = typed_numbers(text)
            if len(numbers) != 1:
                return (NotOneNumber(several=bool(numbers)),)
            (number,) = numbers
            entries = catalogue.with_code(number)
            return _about_entries(card, entries, catalogue) if entries else (UnknownNumber(number),)


def _about_entries(card: Card, given: tuple[Entry, ...], catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return why ``given``, all entries of the number that was answered, are wrong."""
    by_id = {entry.id: entry for entry in given}
    sentences: list[Reason] = []
    if isinstance(card, ScenarioCard):
        sentences += [Sentence(t.why_not, by_id[t.code]) for t in card.scenario.tempting if t.code in by_id]
    for right in card.entries:
        sentences += [
            Sentence(pair.difference) for pair in catalogue.pairs_of(right.id) if pair.other(right.id) in by_id
        ]
    return tuple(sentences) or (OwnMeaning(given[0]),)
