"""The choices of the settings. The enum values are the values in the settings file."""

from enum import Enum


class Appearance(Enum):
    """Light or dark colours, or those of the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FontChoice(Enum):
    """The font of the user interface."""

    BUNDLED = "pretendard"
    SYSTEM = "system"


class CopyFormat(Enum):
    """The text that copying a code puts on the clipboard."""

    NUMBER_PHRASE = "number-phrase"
    NUMBER = "number"
    NUMBER_KOREAN = "number-korean"
    FULL = "full"


class Closing(Enum):
    """What closing the last window does to the program."""

    QUIT = "quit"
    STAY = "stay"


TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""The text sizes to choose from, in percent."""
