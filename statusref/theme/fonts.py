"""The bundled font and the text styles."""

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from statusref.system.fonts import fixed_width_families

FAMILY = "Pretendard"
_FILES = ("Regular", "Medium", "SemiBold", "Bold")


class Face(NamedTuple):
    """The font of a text style. ``size`` and ``line`` (line height, 0 for the font's own) are pixels at 100 %."""

    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    line: int = 0
    tabular: bool = False
    mono: bool = False


class TextStyle(Enum):
    """The text styles. All text of the window is in one of them."""

    # Enum computes its hash in slow Python code, and every painted row looks these members up in a dict.
    __hash__ = object.__hash__

    CODE_NUMBER = Face(52, QFont.Weight.Bold)
    PHRASE = Face(25, QFont.Weight.DemiBold)
    KOREAN = Face(18)
    HEADING = Face(17, QFont.Weight.DemiBold, 26)
    SUMMARY = Face(17, QFont.Weight.Medium, 27)
    BODY = Face(15, line=25)
    LABEL = Face(13, QFont.Weight.DemiBold, 20)
    CODE = Face(13, line=20, mono=True)
    ROW_NUMBER = Face(19, QFont.Weight.Bold, tabular=True)
    ROW_PHRASE = Face(14, QFont.Weight.Medium)
    ROW_KOREAN = Face(13)
    FIELD = Face(15)
    CONTROL = Face(14)
    CHIP = Face(12, QFont.Weight.Medium)
    CHIP_STRONG = Face(12, QFont.Weight.DemiBold)
    SMALL = Face(12, line=19)
    CELL = Face(13, line=20)


def load_bundled_fonts(folder: Path) -> bool:
    """Register the four weights of Pretendard in ``folder``. Return False if one of them cannot be loaded."""
    ids = [QFontDatabase.addApplicationFont(str(folder / f"{FAMILY}-{name}.otf")) for name in _FILES]
    return -1 not in ids


def make_font(face: Face, family: str | None, factor: float) -> QFont:
    """Return the font of a text style. ``family`` None means the system's font. ``factor`` 1.0 is 100 %."""
    if face.mono:
        font = _with_hangul(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), *fixed_width_families())
    elif family is None:
        font = _with_hangul(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    else:
        font = QFont(family)
    font.setPixelSize(max(9, round(face.size * factor)))
    font.setWeight(face.weight)
    if face.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _with_hangul(system: QFont, *better: str) -> QFont:
    """Add the bundled font as fallback, so that Hangul is shown even if the system has no Korean font.

    ``better`` families come first. A generic name such as ``monospace`` does not work in a list of families, so the
    real family is looked up.
    """
    system.setFamilies([*better, QFontInfo(system).family(), FAMILY])
    return system
