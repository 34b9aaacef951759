"""The bundled font: unmodified, with its licence, with glyphs for every Hangul syllable and all text of the pages."""

import hashlib
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QRawFont
from pytestqt.qtbot import QtBot

from statusref.theme.fonts import FAMILY, TextStyle, load_bundled_fonts, make_font
from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT

# npm package pretendard 1.3.9, dist/public/static and dist/LICENSE.txt.
SHA256 = {
    "LICENSE.txt": "b04538c9abec39a3db75108cf0af0fd9c77032fe8aa2cf38345b4d250e98e38e",
    "Pretendard-Bold.otf": "2e91915fab54df71cc9598ebf608b2bdb54c6fe3c066ac61dff0bc44fca71cc7",
    "Pretendard-Medium.otf": "d39e50e4bb52b4993b6a4eeb821a171254745bd824446af01e1f616b89fface0",
    "Pretendard-Regular.otf": "3ffbacde6ab8411f1d2db54bb9b1f0b3ee2a738932033722cf0388c06aed1c93",
    "Pretendard-SemiBold.otf": "c89bc43027dc7cde5726e96223376f8eec09302b2fc1f8147fd5b57cfc376118",
}
WEIGHTS = {
    "Regular": QFont.Weight.Normal,
    "Medium": QFont.Weight.Medium,
    "SemiBold": QFont.Weight.DemiBold,
    "Bold": QFont.Weight.Bold,
}
SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
JAMO = [chr(code) for code in range(ord("ㄱ"), ord("ㅣ") + 1)]


@pytest.fixture(scope="session")
def fonts(resources: Path) -> Path:
    return resources / "fonts"


def test_the_files_are_the_published_ones_with_their_licence(fonts: Path) -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in fonts.iterdir()}
    assert found == SHA256


def test_the_licence_is_the_open_font_license(fonts: Path) -> None:
    text = (fonts / "LICENSE.txt").read_text("utf-8")
    assert "SIL Open Font License, Version 1.1" in text
    assert "Reserved Font Name Pretendard" in text


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_weight_shows_all_of_hangul(qapp: object, fonts: Path, name: str) -> None:
    font = QRawFont(str(fonts / f"Pretendard-{name}.otf"), 16)
    assert font.isValid()
    assert font.familyName() in {FAMILY, f"{FAMILY} {name}"}
    assert not [char for char in SYLLABLES + JAMO if not font.supportsCharacter(ord(char))]


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_weight_draws_hangul(qapp: object, fonts: Path, name: str) -> None:
    """A glyph could exist but be empty."""
    font = QRawFont(str(fonts / f"Pretendard-{name}.otf"), 16)
    glyphs = font.glyphIndexesForString("찾을수없음게이트웨이")
    assert 0 not in glyphs
    assert all(not font.pathForGlyph(glyph).isEmpty() for glyph in glyphs)


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_weight_shows_what_the_pages_say(qapp: object, resources: Path, fonts: Path, name: str) -> None:
    written = "".join(
        path.read_text("utf-8")
        for folder in ("codes", "notes", "classes")
        for path in (resources / folder).glob("*.md")
    ) + "".join((resources / file).read_text("utf-8") for file in ("registry.json", "i18n/words.json"))
    font = QRawFont(str(fonts / f"Pretendard-{name}.otf"), 16)
    assert [char for char in sorted(set(written) - {"\n"}) if not font.supportsCharacter(ord(char))] == []


def test_all_four_weights_are_loaded_as_one_family(qtbot: QtBot, fonts: Path) -> None:
    assert load_bundled_fonts(fonts)
    assert FAMILY in QFontDatabase.families()
    for weight in WEIGHTS.values():
        font = QFont(FAMILY)
        font.setWeight(weight)
        info = QFontInfo(font)
        assert (info.family(), info.weight()) == (FAMILY, weight)


def test_a_font_that_is_missing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    assert not load_bundled_fonts(tmp_path)


@pytest.mark.parametrize("family", [FAMILY, None], ids=["bundled", "system"])
@pytest.mark.parametrize("style", TextStyle)
def test_every_text_style_shows_hangul(qtbot: QtBot, fonts: Path, style: TextStyle, family: str | None) -> None:
    """Also with the system's fonts, on a machine without a Korean font."""
    load_bundled_fonts(fonts)
    font = make_font(style.value, family, 1.0)
    assert font.pixelSize() == style.value.size
    if family is not None and not style.value.mono:
        assert QFontInfo(font).family() == FAMILY
        assert all(QFontMetrics(font).inFontUcs4(ord(char)) for char in "찾을 수 없음 404")
    else:
        assert FAMILY in font.families()


@pytest.mark.parametrize("style", [style for style in TextStyle if style.value.tabular])
def test_numbers_in_the_list_stand_under_each_other(qtbot: QtBot, fonts: Path, style: TextStyle) -> None:
    load_bundled_fonts(fonts)
    metrics = QFontMetrics(make_font(style.value, FAMILY, 1.0))
    assert len({metrics.horizontalAdvance(digit * 3) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(("factor", "size"), [(0.5, 9), (1.0, 15), (1.5, 22), (2.0, 30)])
def test_text_grows_in_whole_pixels_and_never_shrinks_away(qtbot: QtBot, factor: float, size: int) -> None:
    assert make_font(TextStyle.BODY.value, FAMILY, factor).pixelSize() == size


def test_the_theme_tells_once_that_it_changed(qtbot: QtBot, resources: Path) -> None:
    theme = Theme(resources / "icons")
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.px(10)))
    theme.apply(tokens=LIGHT, bundled=True, factor=1.0)
    assert told == []
    theme.apply(tokens=DARK, factor=1.5)
    assert told == [15]
    assert theme.tokens is DARK
    assert theme.px(10) == 15
    assert theme.font(TextStyle.BODY).pixelSize() == 22
    theme.apply(bundled=False)
    assert told == [15, 15]
    assert FAMILY in theme.font(TextStyle.BODY).families()


def test_only_the_tokens_name_colours() -> None:
    """A colour in any other module would not change with the appearance."""
    package = Path(__file__).resolve().parents[2] / "statusref"
    named = [
        path.name
        for path in package.rglob("*.py")
        if re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']|GlobalColor\.(?!transparent)", path.read_text("utf-8"))
    ]
    assert named == ["tokens.py"]
