"""The colour tokens, light and dark. The window takes all its colours from here."""

from enum import Enum
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor


class Tone(Enum):
    """The colour groups: one for each status class, and one for unofficial codes and numbers that no entry has."""

    INFORMATIONAL = "1xx"
    SUCCESSFUL = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    UNOFFICIAL = "unofficial"


class Tokens(NamedTuple):
    """The colours of one appearance, each as ``#rrggbb``.

    Text colours have a contrast of at least 4.5 : 1 with every background they are used on.
    """

    dark: bool
    background: str
    surface: str
    rail: str
    line: str
    text1: str
    text2: str
    text3: str
    accent: str
    selection: str
    hover: str
    mark: str
    on_accent: str
    code: str
    scroll: str
    tones: dict[Tone, tuple[str, str]]

    def tone(self, tone: Tone) -> str:
        """Return the text colour of a class."""
        return self.tones[tone][0]

    def tint(self, tone: Tone) -> str:
        """Return the light background of a class's chips and cautions."""
        return self.tones[tone][1]


LIGHT = Tokens(
    dark=False,
    background="#f4f5f8",
    surface="#ffffff",
    rail="#eceef3",
    line="#e1e4ea",
    text1="#1a1d23",
    text2="#535b69",
    text3="#626a79",
    accent="#3b5bdb",
    selection="#e8edfd",
    hover="#f4f6fa",
    mark="#ffe58f",
    on_accent="#ffffff",
    code="#f6f7fa",
    scroll="#c3c8d2",
    tones={
        Tone.INFORMATIONAL: ("#0b7285", "#e3f4f7"),
        Tone.SUCCESSFUL: ("#1f7a3a", "#e4f4e9"),
        Tone.REDIRECTION: ("#6741d9", "#efeafd"),
        Tone.CLIENT_ERROR: ("#a85200", "#fdf0e1"),
        Tone.SERVER_ERROR: ("#c92a2a", "#fce8e8"),
        Tone.UNOFFICIAL: ("#5c6470", "#eceef2"),
    },
)

DARK = Tokens(
    dark=True,
    background="#14161b",
    surface="#1b1e25",
    rail="#111318",
    line="#2a2f39",
    text1="#e8eaf0",
    text2="#aab2c0",
    text3="#959dac",
    accent="#91a7ff",
    selection="#262d42",
    hover="#20242d",
    mark="#6b5a1d",
    on_accent="#14161b",
    code="#15181e",
    scroll="#434a57",
    tones={
        Tone.INFORMATIONAL: ("#5cc8db", "#12313a"),
        Tone.SUCCESSFUL: ("#6fcf8b", "#14321f"),
        Tone.REDIRECTION: ("#b197fc", "#2a2145"),
        Tone.CLIENT_ERROR: ("#ffb366", "#3a2912"),
        Tone.SERVER_ERROR: ("#ff8787", "#3d1d1f"),
        Tone.UNOFFICIAL: ("#a0a8b5", "#262a33"),
    },
)


@cache
def color(value: str) -> QColor:
    """Return the QColor of ``#rrggbb``, from a cache."""
    return QColor(value)
