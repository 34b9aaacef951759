"""Steps of a colour: how much of something there is."""

from functools import cache

from PySide6.QtGui import QColor

from statusref.theme.tokens import Tokens, color

_MIXED = (0.0, 0.3, 0.7, 1.0)
"""How far each step lies from the tint to the full colour. Text in one of two inks reaches 4.5 : 1 on every one."""

STEPS = len(_MIXED) + 1


def step_of(level: float) -> int:
    """Return the step, 0 to 4, of a level from 0 to 1. Only nothing at all is step 0."""
    if level <= 0:
        return 0
    return min(1 + int(level * len(_MIXED)), len(_MIXED))


def shade(tokens: Tokens, tint: str, full: str, step: int) -> QColor:
    """The colour of a step."""
    return color(tokens.rail) if step == 0 else _mix(tint, full, _MIXED[step - 1])


def ink(tokens: Tokens, step: int) -> QColor:
    """The colour of text on a step: dark on light or the other way round, whichever reads better."""
    if step == 0:
        return color(tokens.text3)
    return color(tokens.text1 if step < 3 else _strong_ink(tokens, step))


def _strong_ink(tokens: Tokens, step: int) -> str:
    """On the stronger steps of the light theme white is better only on the full colour."""
    return tokens.text1 if not tokens.dark and step == 3 else tokens.on_accent


@cache
def _mix(start: str, end: str, share: float) -> QColor:
    one, other = QColor(start), QColor(end)
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
