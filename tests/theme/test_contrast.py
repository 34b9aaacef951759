"""The contrast of text and signs, as WCAG 2.2 (1.4.3, 1.4.11) demands, computed from the tokens."""

import re

import pytest
from PySide6.QtGui import QPalette

from statusref.resources import resource_root
from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT, Tokens, Tone

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXT = 4.5
SIGN = 3.0

# Every pair of text and background that some widget paints; "tint" stands for the tint of each class.
TEXT_ON = {
    "text1": ("background", "surface", "selection", "hover", "code", "mark", "tint", "rail", "line"),
    "text2": ("background", "surface", "rail", "selection", "hover", "code", "tint", "line"),
    "text3": ("background", "surface", "selection", "hover", "tint"),
    "accent": ("background", "surface", "selection", "hover", "code", "tint"),
    "on_accent": ("accent",),
}
# Numbers and chips in the colour of their class.
TONE_ON = ("surface", "selection", "hover")
# Focus rings, edges of fields and icons, which need less contrast than text.
SIGN_ON = {
    "accent": ("background", "surface", "rail", "selection", "hover", "line"),
    "on_accent": ("accent",),
    "text3": ("background", "surface"),
    "text2": ("background", "surface", "rail", "selection", "line"),
}


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def backgrounds(tokens: Tokens, names: tuple[str, ...]) -> dict[str, str]:
    found = {name: getattr(tokens, name) for name in names if name != "tint"}
    if "tint" in names:
        found |= {f"tint {tone.value}": tokens.tint(tone) for tone in Tone}
    return found


def too_weak(foreground: str, behind: dict[str, str], least: float) -> dict[str, float]:
    found = {name: round(contrast(foreground, color), 2) for name, color in behind.items()}
    return {name: ratio for name, ratio in found.items() if ratio < least}


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@BOTH
@pytest.mark.parametrize("name", TEXT_ON)
def test_text_can_be_read_on_everything_it_stands_on(tokens: Tokens, name: str) -> None:
    assert too_weak(getattr(tokens, name), backgrounds(tokens, TEXT_ON[name]), TEXT) == {}


@BOTH
@pytest.mark.parametrize("tone", Tone)
def test_class_colours_can_be_read(tokens: Tokens, tone: Tone) -> None:
    behind = backgrounds(tokens, TONE_ON) | {"its tint": tokens.tint(tone)}
    assert too_weak(tokens.tone(tone), behind, TEXT) == {}


@BOTH
@pytest.mark.parametrize("name", SIGN_ON)
def test_rings_edges_and_icons_can_be_seen(tokens: Tokens, name: str) -> None:
    assert too_weak(getattr(tokens, name), backgrounds(tokens, SIGN_ON[name]), SIGN) == {}


@BOTH
def test_the_selected_row_can_be_told(tokens: Tokens) -> None:
    """The selection has little contrast; the bar in the class colour shows it, and is visible on every background."""
    assert tokens.selection not in {tokens.surface, tokens.hover}
    for tone in Tone:
        assert contrast(tokens.tone(tone), tokens.selection) >= SIGN


@BOTH
def test_standard_controls_can_be_read(qapp: object, tokens: Tokens) -> None:
    palette = Theme(resource_root() / "icons", tokens).palette()
    roles = QPalette.ColorRole
    for text, behind in [
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.PlaceholderText, roles.Base),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.HighlightedText, roles.Highlight),
        (roles.Link, roles.Base),
        (roles.LinkVisited, roles.Window),
    ]:
        ratio = contrast(palette.color(text).name(), palette.color(behind).name())
        assert ratio >= TEXT, (text, behind, ratio)


@BOTH
def test_every_token_is_a_colour_of_its_appearance(tokens: Tokens) -> None:
    plain = {name: value for name, value in tokens._asdict().items() if name not in {"dark", "tones"}}
    assert not [name for name, value in plain.items() if not re.fullmatch("#[0-9a-f]{6}", value)]
    assert tokens.tones.keys() == set(Tone)
    assert (luminance(tokens.surface) < 0.1) is tokens.dark
    assert (luminance(tokens.text1) > 0.5) is tokens.dark


@BOTH
def test_the_classes_have_colours_of_their_own(tokens: Tokens) -> None:
    assert len({tokens.tone(tone) for tone in Tone}) == len({tokens.tint(tone) for tone in Tone}) == len(Tone)


def test_one_appearance_is_dark() -> None:
    assert (LIGHT.dark, DARK.dark) == (False, True)
