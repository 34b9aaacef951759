"""The kinds of cards."""

from enum import Enum


class CardKind(Enum):
    """What a card asks for. The value is the start of the card's id, which saved reviews refer to: never change it."""

    MEANING = "meaning"
    CODE = "code"
    PAIR = "pair"
    SCENARIO = "scenario"
    MISCONCEPTION = "misconception"
