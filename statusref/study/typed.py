"""Typed answers: the code in a text, and whether it is right."""

import re
import unicodedata

from statusref.study.cards import Card, CodeCard, ScenarioCard

_NUMBER = re.compile(r"(?<!\d)(\d{3})(?!\d)")


def may_be_typed(card: Card) -> bool:
    """Whether the answer to a card is a code, so that it may be typed."""
    return isinstance(card, CodeCard | ScenarioCard)


def typed_numbers(text: str) -> frozenset[int]:
    """Return the numbers of three digits in a text such as ``404``, ``404 Not Found``, ``HTTP 404`` or ``４０４``."""
    return frozenset(map(int, _NUMBER.findall(unicodedata.normalize("NFKC", text[:200]))))


def has_number(text: str) -> bool:
    """Whether there is a digit in a text, so that it may be meant as a code."""
    return any(character.isdecimal() for character in text)


def typed_number(text: str) -> int | None:
    """Return the number of three digits in a text; None if there is none, or more than one."""
    found = typed_numbers(text)
    return next(iter(found)) if len(found) == 1 else None


def is_right(card: Card, text: str) -> bool:
    """Whether the number in a typed text is a right answer. False for every card that does not ask for a code."""
    number = typed_number(text)
    return may_be_typed(card) and number is not None and any(entry.code == number for entry in card.entries)
