"""Typed answers: the code in a text, and whether it is right."""

import re
import unicodedata

from statusref.study.cards import Card, CodeCard, ScenarioCard

_NUMBER = re.compile(r"(?<!\d)(\d{3})(?!\d)")


def may_be_typed(card: Card) -> bool:
    """Whether the answer to a card is a code."""
    return isinstance(card, CodeCard | ScenarioCard)


def typed_numbers(text: str) -> frozenset[int]:
    """Return the numbers of three digits in a text such as ``404``, ``404 Not Found``, ``HTTP 404`` or ``４０４``."""
    return frozenset(map(int, _NUMBER.findall(unicodedata.normalize("NFKC", text[:200]))))


def has_number(text: str) -> bool:
    """Whether there is a digit in a text, so that it may be meant as a code."""
    return any(character.isdecimal() for character in text)


def typed_number(text: str) -> int | None:
    """Return the code in a text; None for no code or several."""
    found = typed_numbers(text)
    return next(iter(found)) if len(found) == 1 else None


def is_right(card: Card, text: str) -> bool:
    """Whether a typed text has a code that the card accepts. Always False for a card that does not ask for a code."""
    number = typed_number(text)
    return may_be_typed(card) and number is not None and any(entry.code == number for entry in card.entries)
