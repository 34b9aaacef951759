"""The choices that settings offer. The values are what the settings file says."""

from enum import Enum


class Appearance(Enum):
    """Which colours are used."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FontChoice(Enum):
    """Which font the interface is set in."""

    BUNDLED = "pretendard"
    SYSTEM = "system"


class CopyFormat(Enum):
    """What copying a code puts on the clipboard."""

    NUMBER_PHRASE = "number-phrase"
    NUMBER = "number"
    NUMBER_KOREAN = "number-korean"
    FULL = "full"


TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""The text sizes on offer, in percent."""
