"""Shades of a colour in five steps, for charts that show how much there is of something."""

from functools import cache

from PySide6.QtGui import QColor

from statusref.theme.tokens import Tokens, Tone, color

_MIXED = (0.0, 0.3, 0.7, 1.0)
"""How much of the full colour is mixed into the tint, per step. With ``ink``, text has a contrast of 4.5:1 on each."""

STEPS = len(_MIXED) + 1


def step_of(level: float) -> int:
    """Return the step, 0 to 4, of a level from 0 to 1. Only the level 0 is step 0."""
    if level <= 0:
        return 0
    return min(1 + int(level * len(_MIXED)), len(_MIXED))


def shade(tokens: Tokens, tint: str, full: str, step: int) -> QColor:
    """Return the colour of a step. ``tint`` and ``full`` are the lightest and the strongest colour."""
    return color(tokens.tint(Tone.UNOFFICIAL)) if step == 0 else _mix(tint, full, _MIXED[step - 1])


def ink(tokens: Tokens, step: int) -> QColor:
    """Return the colour for text on a step: dark or light, whichever has more contrast."""
    if step == 0:
        return color(tokens.text3)
    return color(tokens.text1 if step < 3 else _strong_ink(tokens, step))


def _strong_ink(tokens: Tokens, step: int) -> str:
    """In the light theme, white has more contrast on the full colour only."""
    return tokens.text1 if not tokens.dark and step == 3 else tokens.on_accent


@cache
def _mix(start: str, end: str, share: float) -> QColor:
    one, other = QColor(start), QColor(end)
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
