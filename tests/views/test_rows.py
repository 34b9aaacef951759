"""The rows of the list are kept as pictures: whatever a row shows must be seen at once when it changes."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import Entry
from statusref.domain.text import Language, Text
from statusref.domain.words import Words
from statusref.models.code_list_model import CodeListModel
from statusref.models.result_rows import More, Row
from statusref.resources import resource_root
from statusref.search.results import Field, Mark, Match, Tier
from statusref.theme.fonts import load_bundled_fonts
from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT
from statusref.views.localizer import Localizer
from statusref.views.result_list import ResultList
from statusref.views.row_delegate import RowDelegate
from statusref.views.row_layout import RowFace, RowLayouts
from statusref.views.row_pictures import RowPictures
from statusref.views.row_words import RowLines, RowWords
from statusref.views.tones import tone_of


class Shown:
    """The list of codes, and what of it can be seen."""

    def __init__(self, bot: QtBot, words: Words, catalogue: Catalogue) -> None:
        load_bundled_fonts(resource_root() / "fonts")
        self.catalogue = catalogue
        self.theme = Theme(resource_root() / "icons")
        self.localizer = Localizer(words, Language.ENGLISH)
        self.words = RowWords(self.localizer, lambda name: Text(name, name))
        self.model = CodeListModel(self.words.spoken)
        delegate = RowDelegate(self.theme, self.words)
        delegate.setParent(self.model)
        self.view = ResultList(self.theme, self.model, delegate)
        bot.addWidget(self.view)
        self.view.resize(360, 600)
        self.view.show()

    def entry(self, entry_id: str) -> Entry:
        entry = self.catalogue.get(entry_id)
        assert entry is not None
        return entry

    def show(self, *rows: Row) -> None:
        self.model.show(rows)

    def find(self, entry_id: str, *marks: Mark) -> Row:
        """Return the row of a code that a search found."""
        entry = self.entry(entry_id)
        return Row(entry, Match(entry, Tier.INSIDE, 1.0, lambda: marks))

    def image(self, row: int = 0) -> QImage:
        QApplication.processEvents()
        place = self.view.visualRect(self.model.index(row, 0))
        # The second time it is painted from a new picture, from then on from that picture.
        images = [self.view.viewport().grab(place).toImage() for _ in range(3)]
        assert images[0] == images[1] == images[2]
        return images[0]

    def marked(self, row: int = 0) -> int:
        """Return how many pixels of a row have the colour of a mark."""
        return count(self.image(row), self.theme.tokens.mark)


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, words: Words, catalogue: Catalogue) -> Shown:
    return Shown(qtbot, words, catalogue)


def phrase_mark(end: int) -> Mark:
    return Mark(Field.PHRASE, "Not Found", ((0, end),))


def test_marks_follow_the_query(shown: Shown) -> None:
    sizes = []
    for marks in ((), (phrase_mark(1),), (phrase_mark(3),), (phrase_mark(1),), ()):
        shown.show(shown.find("404", *marks))
        sizes.append(shown.marked())
    assert 0 == sizes[0] < sizes[1] < sizes[2]
    assert sizes[3:] == [sizes[1], 0]


def test_two_marks_in_one_row(shown: Shown) -> None:
    korean = Mark(Field.KOREAN, shown.entry("404").korean, ((0, 2),))
    shown.show(shown.find("404", phrase_mark(3)), shown.find("404", korean), shown.find("404", phrase_mark(3), korean))
    assert shown.marked(2) == shown.marked(0) + shown.marked(1)


def test_what_else_matched_is_told_with_its_mark(shown: Shown) -> None:
    shown.show(shown.find("404"))
    plain = shown.image()
    shown.show(shown.find("404", Mark(Field.KEYWORD, "missing page", ((0, 7),))))
    first = shown.image()
    shown.show(shown.find("404", Mark(Field.KEYWORD, "gone away page", ((0, 4),))))
    assert plain != first != shown.image() != plain
    assert shown.marked()


def test_the_same_code_with_another_count(shown: Shown) -> None:
    images = []
    for times in (None, 1, 2, 1):
        shown.show(Row(shown.entry("404"), count=times))
        images.append(shown.image())
    assert images[0] != images[1] != images[2] != images[0]
    assert images[3] == images[1]


def test_the_selection_and_the_pointer_move_on(shown: Shown) -> None:
    shown.show(*(shown.find(code) for code in ("404", "200", "500")))
    for row in (0, 2, 0):
        shown.view.select_row(row)
        assert [count(shown.image(n), LIGHT.selection) > 9000 for n in range(3)] == [n == row for n in range(3)]
    shown.view.hovered_row = 1
    assert count(shown.image(1), LIGHT.hover) > 9000
    shown.view.hovered_row = -1
    assert not count(shown.image(1), LIGHT.hover)


def test_colours_change_at_once(shown: Shown) -> None:
    shown.show(shown.find("404", phrase_mark(3)), shown.find("200"))
    shown.view.select_row(1)
    light = [shown.image(row) for row in range(2)]
    shown.theme.apply(tokens=DARK)
    assert count(shown.image(0), DARK.surface) > 9000
    assert count(shown.image(1), DARK.selection) > 9000
    assert shown.marked()
    assert not any(count(shown.image(row), colour) for row in range(2) for colour in (LIGHT.surface, LIGHT.mark))
    shown.theme.apply(tokens=LIGHT)
    assert [shown.image(row) for row in range(2)] == light


def test_text_of_twice_the_size(shown: Shown) -> None:
    shown.show(shown.find("404", phrase_mark(3)))
    before, marked = shown.image(), shown.marked()
    shown.theme.apply(factor=2.0)
    assert shown.image().height() == 2 * before.height()
    assert shown.marked() > 3 * marked
    shown.theme.apply(factor=1.0)
    assert shown.image() == before


def test_the_language_changes(shown: Shown) -> None:
    entry = next(entry for entry in shown.catalogue.entries if entry.vendor and entry.vendor.ko != entry.vendor.en)
    shown.show(Row(entry))
    english = shown.image()
    shown.localizer.use(Language.KOREAN)
    assert shown.image() != english


def test_a_narrow_list_cuts_the_text_before_its_mark(shown: Shown) -> None:
    entry = shown.entry("511")
    end = len(entry.phrase)
    shown.show(shown.find("511", Mark(Field.PHRASE, entry.phrase, ((end - 8, end),))))
    wide = shown.marked()
    shown.view.resize(200, 600)
    assert shown.marked() > wide // 2 > 0
    shown.view.resize(360, 600)
    assert shown.marked() == wide


def test_what_else_matched_is_seen_beside_a_long_meaning(shown: Shown) -> None:
    shown.view.resize(336, 600)
    shown.show(shown.find("463-aws", Mark(Field.KEYWORD, "프록시 체인", ((4, 6),))))
    assert shown.marked() > 100
    text = "리소스가 없으면 404입니다."
    shown.show(shown.find("405", Mark(Field.PROSE, text, ((9, 12),))))
    assert shown.marked() > 100


Paint = Callable[[QPainter, QRect, float], None]


@pytest.fixture
def paint(shown: Shown) -> Paint:
    """A function that paints the row of 404 at a place, on a screen with so many pixels per pixel."""
    entry, layouts, pictures = shown.entry("404"), RowLayouts(shown.theme), RowPictures(shown.theme)
    face = RowFace("404", None, tone_of(entry), RowLines(entry.phrase, "", entry.korean), None, None)

    def paint(painter: QPainter, rect: QRect, ratio: float) -> None:
        pictures.paint(painter, rect, face, layouts.layout(face, rect.size()), "surface", ratio, is_found=True)

    return paint


def painted(paint: Paint, ratios: Sequence[float], scale: float) -> list[QImage]:
    images = []
    for ratio in ratios:
        image = QImage(QSize(300, 70) * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint(painter, QRect(QPoint(5, 7), QSize(280, 56)), ratio)
        painter.end()
        images.append(image)
    return images


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_picture_is_as_sharp_as_the_text(paint: Paint, ratio: float) -> None:
    """Of 1.5 no picture is made: the row is painted straight away."""
    straight, *others = painted(paint, (1.5, *[ratio] * 3), ratio)
    assert others == [straight] * 3


def test_the_window_moves_to_a_sharper_screen(paint: Paint) -> None:
    before, *_ = painted(paint, [1.0] * 3, 1.0)
    straight, *sharp = painted(paint, (1.5, *[2.0] * 3), 2.0)
    assert sharp == [straight] * 3
    assert painted(paint, [1.0] * 3, 1.0) == [before] * 3


def test_a_row_is_painted_right_after_more_rows_than_there_are_pictures_kept(shown: Shown) -> None:
    layouts, pictures = RowLayouts(shown.theme), RowPictures(shown.theme)
    entries = shown.catalogue.entries

    def paint_of(entry: Entry, *, is_found: bool = True) -> Paint:
        face = RowFace(entry.number, None, tone_of(entry), RowLines(entry.phrase, "", entry.korean), None, None)

        def paint(painter: QPainter, rect: QRect, ratio: float) -> None:
            layout = layouts.layout(face, rect.size())
            pictures.paint(painter, rect, face, layout, "surface", ratio, is_found=is_found)

        return paint

    straight = [painted(paint_of(entry, is_found=False), [2.0], 2.0) for entry in entries]
    found = [painted(paint_of(entry), [2.0], 2.0) for entry in (*entries, *entries)]
    assert found == straight * 2


def test_a_row_speaks_all_that_it_shows(shown: Shown) -> None:
    keyword = Mark(Field.KEYWORD, "missing page", ((0, 7),))
    found = shown.find("404", keyword)
    shown.show(found, Row(shown.entry("520-cloudflare"), count=1200), Row(shown.catalogue.explain(299)))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [shown.model.index(row, 0).data(role) for row in range(3)] == [
        "404 Not Found, 찾을 수 없음, Keyword: missing page",
        "520 Web Server Returned an Unknown Error, Cloudflare, 알 수 없는 원본 서버 오류, ×1,200",
        "299, Unassigned",
    ]
    assert shown.words.spoken(More(7)) == "7 more"
