"""Judges an answer: whether it is right, and which entry a wrong one belongs to."""

from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.study.cards import Card, MisconceptionCard, ScenarioCard
from statusref.study.typed import has_number, is_right, typed_number

Given = str | bool | None
"""A typed text, or "true" or "false"; None if nothing was answered."""


class Judgement(Enum):
    """Whether an answer is right. The values are part of the keys in ``Words``.

    NO_NUMBER: the typed text has no digit, so that it cannot be meant as a code.
    """

    RIGHT = "right"
    WRONG = "wrong"
    NO_NUMBER = "no-number"


def judge(card: Card, given: Given) -> Judgement | None:
    """Judge an answer. No answer is not a wrong answer: the result is then None."""
    match given:
        case bool():
            right = isinstance(card, MisconceptionCard) and card.misconception.truth is given
        case str() if given.strip():
            if not has_number(given):
                return Judgement.NO_NUMBER
            right = is_right(card, given)
        case _:
            return None
    return Judgement.RIGHT if right else Judgement.WRONG


def mistaken_for(card: Card, given: Given, catalogue: Catalogue) -> Entry | None:
    """Return the entry of the wrong code that was typed; None if it was not wrong, or if no entry has the number.

    If several entries have the number, it is the one that people mix up with the right code, else the first.
    """
    code = typed_number(given) if isinstance(given, str) and judge(card, given) is Judgement.WRONG else None
    if code is None:
        return None
    mixed_up = {pair.other(right.id) for right in card.entries for pair in catalogue.pairs_of(right.id)}
    if isinstance(card, ScenarioCard):
        mixed_up.update(tempting.code for tempting in card.scenario.tempting)
    uses = catalogue.with_code(code)
    return next((use for use in uses if use.id in mixed_up), uses[0] if uses else None)
