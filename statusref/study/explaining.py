"""What there is to say to an answer: whether it is right, and what tells a wrong code from the right one."""

from dataclasses import dataclass
from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.domain.text import Text
from statusref.study.cards import Card, MisconceptionCard, ScenarioCard
from statusref.study.typed import has_number, is_right, typed_number

Given = str | bool | None
"""A typed text, or "true" or "false"; None if nothing was answered."""


class Judgement(Enum):
    """What an answer is. The values are part of keys of words."""

    RIGHT = "right"
    WRONG = "wrong"
    NO_NUMBER = "no-number"


@dataclass(frozen=True, slots=True)
class WrongCode:
    """The entry of a wrong code, and the sentence that tells it from the right one, if there is one."""

    entry: Entry
    difference: Text | None


def judge(card: Card, given: Given) -> Judgement | None:
    """Judge an answer; None if nothing was answered, which is not wrong."""
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


def wrong_code(card: Card, given: Given, catalogue: Catalogue) -> WrongCode | None:
    """Return the wrong code that was typed; None if it was not wrong, or if no entry has the number.

    Of several uses of a number it is the one that people mix up with the right code.
    """
    code = typed_number(given) if isinstance(given, str) and judge(card, given) is Judgement.WRONG else None
    if code is None:
        return None
    differences: dict[str, Text] = {}
    if isinstance(card, ScenarioCard):
        differences |= {tempting.code: tempting.why_not for tempting in card.scenario.tempting}
    for right in reversed(card.entries):
        differences |= {pair.other(right.id): pair.difference for pair in catalogue.pairs_of(right.id)}
    uses = catalogue.with_code(code)
    mixed_up = (WrongCode(use, differences[use.id]) for use in uses if use.id in differences)
    return next(mixed_up, WrongCode(uses[0], None) if uses else None)
