"""What a designer would look for: raised chips, what is marked as current, columns in the middle, rows of notes."""

import pytest
from PySide6.QtGui import QColor, QImage

from statusref.domain.class_filter import ClassFilter
from statusref.domain.notes import NoteStore
from statusref.domain.text import Language
from statusref.theme.fonts import TextStyle
from statusref.theme.tokens import DARK, LIGHT, Tokens, Tone
from statusref.views.note_delegate import NoteDelegate
from statusref.widgets.framed_field import FramedField
from statusref.widgets.reader import Reader
from statusref.widgets.titled_box import TitledBox
from tests.app.driving import Driver


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_chips_stand_out_from_what_is_behind_them_and_are_no_holes(driver: Driver, tokens: Tokens) -> None:
    driver.app.theme.apply(tokens=tokens)
    chip = driver.filter_button(ClassFilter.ESSENTIAL)
    image = chip.grab().toImage()
    fill = image.pixelColor(chip.height() // 3, chip.height() // 2)
    assert fill.name() == tokens.tint(Tone.UNOFFICIAL)
    assert fill.lightness() != QColor(tokens.surface).lightness()
    if tokens.dark:
        assert fill.lightness() > QColor(tokens.surface).lightness()


def test_the_settings_are_grouped_and_their_button_is_marked(driver: Driver) -> None:
    button = driver.window.top.settings
    plain = button.grab().toImage()
    driver.click(button)
    assert driver.shows("settings")
    assert button.isChecked()
    button.repaint()
    assert LIGHT.selection in colours(button.grab().toImage())
    titles = [box.title.text() for box in driver.settings_page.findChildren(TitledBox)]
    assert titles == ["Display", "Behaviour", "Study", "Data and help"]
    driver.click(button)
    assert driver.shows("settings")
    assert button.isChecked()
    driver.click(driver.window.rail._buttons["lookup"])
    assert not button.isChecked()
    assert LIGHT.selection not in colours(plain)


@pytest.mark.parametrize("width", [1920, 3840])
def test_pages_stand_in_the_middle_of_a_wide_window(driver: Driver, width: int) -> None:
    driver.resize(width, 900)
    for name in ("lookup", "notes", "about"):
        driver.app.navigation.show_page(name)
        driver.settle()
        (reader,) = [one for one in driver.visible(Reader) if one.column != (0, 0)]
        left, right = reader.column
        assert left == pytest.approx(right, abs=1)
    driver.app.navigation.show_page("settings")
    driver.settle()
    page = driver.settings_page
    box = page.findChildren(TitledBox)[0]
    middle = box.mapTo(page, box.rect().center()).x()
    assert middle == pytest.approx(page.width() / 2, abs=8)


def test_the_field_of_the_find_bar_looks_like_the_search_field(driver: Driver) -> None:
    driver.window.lookup.detail.find_bar.open()
    driver.settle()
    field = driver.window.lookup.detail.find_bar.findChild(FramedField)
    assert isinstance(field, FramedField)
    assert field.font() == driver.field.font()
    image = field.grab().toImage()
    assert image.pixelColor(0, field.height() // 2).name() == LIGHT.accent
    assert image.pixelColor(6, field.height() // 2).name() == LIGHT.surface


def test_a_row_of_the_notes_shows_the_codes_and_the_first_sentence(driver: Driver, notes: NoteStore) -> None:
    driver.app.navigation.show_page("notes")
    driver.settle()
    page = driver.notes
    place = page.list.visualRect(page.list.model().index(1, 0))
    row = page.list.viewport().grab(place).toImage()
    assert LIGHT.tone(Tone.CLIENT_ERROR) in colours(row)
    assert LIGHT.text2 in colours(row)
    delegate = page.list.itemDelegate()
    assert isinstance(delegate, NoteDelegate)
    note = notes.notes[1]
    english = delegate._sentence(note)
    assert english.startswith("401 ")
    assert english.endswith(".")
    driver.app.preferences.use_language(Language.KOREAN)
    assert delegate._sentence(note).startswith("401은 ")


def test_the_list_grows_with_the_text(driver: Driver) -> None:
    driver.resize(1920, 900)
    before = driver.window.lookup.list.width()
    driver.app.theme.apply(factor=1.5)
    driver.settle()
    assert driver.window.lookup.list.width() == pytest.approx(before * 1.5, abs=2)


def test_the_big_number_is_not_in_figures_of_one_width(driver: Driver) -> None:
    metrics = driver.app.theme.metrics(TextStyle.CODE_NUMBER)
    assert metrics.horizontalAdvance("111") < metrics.horizontalAdvance("000")
