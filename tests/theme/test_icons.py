"""The icons: every icon that the program uses exists, draws something, and has the colour it is given."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from pytestqt.qtbot import QtBot

from statusref.resources import resource_root
from statusref.theme import svg
from statusref.theme.icons import IconSet, kept_icons
from statusref.theme.svg import draw

FOLDER = resource_root() / "icons"
NAMES = sorted(path.stem for path in FOLDER.iterdir())
PACKAGE = Path(__file__).resolve().parents[2] / "statusref"
APPLICATION = "statusref"
SIZES = (16, 20, 40, 60)


def asked_for() -> set[str]:
    """Return the icon names in the source code."""
    pattern = re.compile(
        r"(?:IconButton|RailButton)\([^()]*?\"([a-z-]+)\"|icon\(\"([a-z-]+)\"|checked_icon=\"([a-z-]+)\""
    )
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for match in pattern.finditer(path.read_text("utf-8")):
            found |= {name for name in match.groups() if name}
    return found


def pixels(svg: str, size: int) -> Counter[str]:
    """Count the colours of the drawn icon, without nearly transparent pixels at edges."""
    image = draw(svg, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert (image.width(), image.height()) == (size, size)
    colors = (QColor.fromRgba(image.pixel(x, y)) for x in range(size) for y in range(size))
    return Counter(color.name() for color in colors if color.alpha() > 127)


def test_every_icon_that_is_asked_for_exists() -> None:
    wanted = asked_for()
    assert {"star", "copy", "search", "close", "back"} <= wanted
    assert wanted <= set(NAMES)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_draws_something_at_every_size(qapp: object, name: str, size: int) -> None:
    svg = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", "#3b5bdb")
    drawn = pixels(svg, size)
    assert sum(drawn.values()) >= size / 4
    assert sum(drawn.values()) <= size * size


@pytest.mark.parametrize("name", [name for name in NAMES if name != APPLICATION])
def test_an_icon_takes_the_colour_it_is_given(qapp: object, name: str) -> None:
    """The file has no other colour, because that would not change with the appearance."""
    svg = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert "currentColor" in svg
    assert set(re.findall(r"(?:fill|stroke)=\"([^\"]+)\"", svg)) <= {"currentColor", "none"}
    for color in ("#ff0000", "#00ffff"):
        assert set(pixels(svg.replace("currentColor", color), 40)) == {color}


def test_the_application_has_an_icon_of_its_own(qapp: object) -> None:
    assert len(pixels((FOLDER / f"{APPLICATION}.svg").read_text("utf-8"), 64)) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_drawing_and_nothing_else(name: str) -> None:
    """The file has no scripts, no images, and nothing to download."""
    root = ET.parse(FOLDER / f"{name}.svg").getroot()
    assert root.get("viewBox")
    tags = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()}
    assert tags <= {"svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse"}
    assert not [name for element in root.iter() for name in element.attrib if "href" in name or name.startswith("on")]


class Screen:
    def __init__(self, ratio: float) -> None:
        self.ratio = ratio

    def devicePixelRatio(self) -> float:
        return self.ratio


def test_an_icon_is_sharp_on_every_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    icons = IconSet(FOLDER)
    assert icons.icon("star", "#123456", 20).pixmap(QSize(20, 20), 1.0).width() == 20
    # A second screen is plugged in, with twice as many pixels.
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [Screen(1.0), Screen(2.0)])
    icon = icons.icon("star", "#123456", 20)
    for ratio in (1.0, 2.0):
        image = icon.pixmap(QSize(20, 20), ratio).toImage()
        svg = (FOLDER / "star.svg").read_text("utf-8").replace("currentColor", "#123456")
        expected = draw(svg, round(20 * ratio)).toImage()
        image.setDevicePixelRatio(1.0)
        assert image == expected


def test_an_icon_is_drawn_once(qtbot: QtBot) -> None:
    icons = IconSet(FOLDER)
    assert icons.icon("star", "#123456", 20) is icons.icon("star", "#123456", 20)
    assert icons.icon("star", "#123456", 20) is not icons.icon("star", "#654321", 20)


def test_an_icon_that_is_not_there_is_told(qtbot: QtBot) -> None:
    with pytest.raises(OSError, match=r"no-such-icon\.svg"):
        IconSet(FOLDER).icon("no-such-icon", "#123456", 20)


def kept_by_an_earlier_start(cache: Path, root: Path) -> IconSet:
    """Let one start draw and keep three icons; return those of the next start."""
    first = IconSet(root / "icons", kept_icons(cache, root))
    first.icon("star", "#123456", 20)
    first.icon("copy", "#123456", 20)
    first.program_icon()
    first.keep()
    return IconSet(root / "icons", kept_icons(cache, root))


def test_what_an_earlier_start_has_drawn_is_not_drawn_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = kept_by_an_earlier_start(tmp_path, resource_root())
    drawn: list[str] = []

    def draw_and_count(text: str, side: int) -> QPixmap:
        drawn.append(text)
        return draw(text, side)

    monkeypatch.setattr(svg, "draw", draw_and_count)
    for name in NAMES:
        later.icon(name, "#123456", 20)
    assert not drawn, "other pages need icons that the earlier start did not show"
    for name in ("star", "copy"):
        shown = later.icon(name, "#123456", 20).pixmap(QSize(20, 20), 1.0).toImage()
        fresh = IconSet(FOLDER).icon(name, "#123456", 20).pixmap(QSize(20, 20), 1.0).toImage()
        assert shown == fresh.convertToFormat(shown.format())
    assert [size.width() for size in later.program_icon().availableSizes()] == [16, 32, 64, 128]
    assert len(drawn) == 2, "by the two new sets only"
    later.icon("star", "#654321", 20)
    assert len(drawn) == 3
    later.keep()
    again = IconSet(FOLDER, kept_icons(tmp_path, resource_root()))
    for color in ("#123456", "#654321"):
        again.icon("star", color, 20)
    assert len(drawn) == 3


def test_a_changed_or_damaged_file_is_drawn_again(qtbot: QtBot, tmp_path: Path) -> None:
    root = tmp_path / "resources"
    shutil.copytree(FOLDER, root / "icons")
    cache = tmp_path / "cache"
    kept_by_an_earlier_start(cache, root)
    content = (cache / "icons.bin").read_bytes()
    star = IconSet(FOLDER).icon("star", "#123456", 20).pixmap(QSize(20, 20), 1.0).toImage()
    for damaged in (b"", content[:-40], bytes(len(content)), content[:-9] + b"\0" + content[-8:]):
        (cache / "icons.bin").write_bytes(damaged)
        icons = IconSet(root / "icons", kept_icons(cache, root))
        assert icons.icon("star", "#123456", 20).pixmap(QSize(20, 20), 1.0).toImage() == star
    shutil.copy(root / "icons" / "copy.svg", root / "icons" / "star.svg")
    changed = kept_by_an_earlier_start(cache, root).icon("star", "#123456", 20)
    assert changed.pixmap(QSize(20, 20), 1.0).toImage() != star
