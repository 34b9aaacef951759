"""Bookmarks, copying and settings: what they do at once, and what is kept after a restart."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import note_link
from statusref.domain.text import Language
from statusref.pages import LOOKUP
from statusref.settings.options import CopyFormat
from statusref.system.paths import Paths
from statusref.views.about_page import AboutPage
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.filter_button import FilterButton
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, NONE, SHIFT, Driver


def _choice(driver: Driver, title: str, choice: str) -> FilterButton:
    for row in driver.settings_page.findChildren(ChoiceRow):
        for button in row.findChildren(FilterButton):
            if button.accessibleName() == f"{title}: {choice}":
                return button
    raise AssertionError(f"no choice {choice}")


# Bookmarks


def test_the_star_bookmarks_the_code_that_is_shown(driver: Driver) -> None:
    star = driver.window.lookup.detail.header.bookmark_button
    driver.write("404")
    assert not star.isChecked()
    driver.click(star)
    assert star.isChecked()
    assert driver.said == "Bookmarked 404"
    driver.press(Qt.Key.Key_D, CTRL)
    assert not star.isChecked()
    assert driver.said == "Bookmark of 404 removed"


def test_only_bookmarks(driver: Driver) -> None:
    for number in ("404", "503", "499"):
        driver.search(number)
        driver.press(Qt.Key.Key_D, CTRL)
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_B, CTRL)
    assert driver.window.top.bookmarks.isChecked()
    assert sorted(driver.ids) == ["404", "499-nginx", "503"]
    assert driver.class_counts()[ClassFilter.ALL] == 3
    assert driver.class_counts()[ClassFilter.UNOFFICIAL] == 1
    driver.click(driver.filter_button(ClassFilter.SERVER_ERROR))
    assert driver.ids == ["503"]
    driver.click(driver.filter_button(ClassFilter.ALL))
    driver.search("not found")
    assert driver.ids[0] == "404"
    assert "503" not in driver.ids
    driver.press(Qt.Key.Key_B, CTRL)
    assert len(driver.ids) > 3


def _bookmark(driver: Driver, *numbers: str) -> None:
    """Bookmark codes and show nothing but the bookmarks."""
    for number in numbers:
        driver.search(number)
        driver.press(Qt.Key.Key_D, CTRL)
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_B, CTRL)


def test_bookmarks_stand_in_an_order_of_the_users_own(launch: Launch) -> None:
    driver = launch()
    _bookmark(driver, "503", "404", "299", "200")
    assert driver.ids == ["503", "404", "299", "200"]
    driver.press(Qt.Key.Key_End, CTRL)
    assert driver.selected == "200"
    driver.press(Qt.Key.Key_Up, ALT)
    assert driver.ids == ["503", "404", "200", "299"]
    assert (driver.selected, driver.said) == ("200", "Moved 200: 3 of 4")
    driver.press(Qt.Key.Key_Home, CTRL)
    driver.press(Qt.Key.Key_Up, ALT)
    assert driver.ids == ["503", "404", "200", "299"]
    for _ in range(3):
        driver.press(Qt.Key.Key_Down, ALT)
    assert (driver.ids, driver.selected) == (["404", "200", "299", "503"], "503")
    driver.press(Qt.Key.Key_Down, ALT)
    assert driver.ids == ["404", "200", "299", "503"]
    driver.quit()
    again = launch()
    again.press(Qt.Key.Key_B, CTRL)
    assert again.ids == ["404", "200", "299", "503"]


@pytest.mark.parametrize("number", range(2, 7))
def test_bookmarks_only_from_another_page_has_the_keyboard(driver: Driver, number: int) -> None:
    driver.press(Qt.Key(Qt.Key.Key_0.value + number), ALT)
    driver.press(Qt.Key.Key_B, CTRL)
    assert driver.shows(LOOKUP)
    assert driver.has_keyboard(driver.field)


def test_where_a_class_is_chosen_a_bookmark_passes_those_that_are_hidden(driver: Driver) -> None:
    _bookmark(driver, "503", "404", "500", "410")
    driver.click(driver.filter_button(ClassFilter.CLIENT_ERROR))
    assert driver.ids == ["404", "410"]
    driver.press(Qt.Key.Key_End, CTRL)
    driver.press(Qt.Key.Key_Up, ALT)
    assert driver.ids == ["410", "404"]
    driver.click(driver.filter_button(ClassFilter.ALL))
    assert driver.ids == ["503", "410", "404", "500"]


def test_only_bookmarks_can_be_moved(driver: Driver) -> None:
    _bookmark(driver, "503", "404")
    driver.search("4")
    driver.press(Qt.Key.Key_Down, ALT)
    assert "while the bookmarks alone are shown" in driver.said
    driver.search("")
    driver.press(Qt.Key.Key_B, CTRL)
    before = driver.ids
    driver.press(Qt.Key.Key_Down, ALT)
    assert "while the bookmarks alone are shown" in driver.said
    assert driver.ids == before


@pytest.mark.parametrize(
    ("moved", "onto", "part", "expected"),
    [
        ("503", "299", 0.75, ["404", "299", "503", "200"]),
        ("503", "299", 0.25, ["404", "503", "299", "200"]),
        ("200", "503", 0.25, ["200", "503", "404", "299"]),
        ("404", "404", 0.75, ["503", "404", "299", "200"]),
        ("404", "299", 0.25, ["503", "404", "299", "200"]),
        ("404", "outside", 0.5, ["503", "404", "299", "200"]),
        ("404", "escape", 0.5, ["503", "404", "299", "200"]),
    ],
)
def test_a_bookmark_is_dragged(driver: Driver, moved: str, onto: str, part: float, expected: list[str]) -> None:
    _bookmark(driver, "503", "404", "299", "200")
    rows = driver.window.lookup.list
    ids = {"outside": "200", "escape": "503"}
    begin = rows.visualRect(driver.row_index(moved)).center()
    target = rows.visualRect(driver.row_index(ids.get(onto, onto)))
    end = QPoint(target.center().x(), target.top() + round(target.height() * part))
    if onto == "outside":
        end.setX(rows.viewport().width() + 50)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, NONE, begin)
    QTest.mouseMove(rows.viewport(), (begin + end) / 2)
    QTest.mouseMove(rows.viewport(), end)
    if onto == "299":
        edge = target.bottom() if part > 0.5 else target.top() - 1
        seen = rows.viewport().grab(QRect(0, edge, 20, 2)).toImage().pixelColor(10, 1)
        assert seen == driver.app.theme.color("accent")
    if onto == "escape":
        driver.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, NONE, end)
    driver.settle()
    assert driver.ids == expected
    assert not [line for line in rows.viewport().children() if isinstance(line, QWidget) and line.isVisible()]


def test_without_bookmarks_rows_are_not_dragged(driver: Driver) -> None:
    rows = driver.window.lookup.list
    before = driver.ids
    begin, end = (rows.visualRect(rows.model().index(row, 0)).center() for row in (0, 3))
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, NONE, begin)
    QTest.mouseMove(rows.viewport(), end)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, NONE, end)
    assert driver.ids == before


def test_taking_a_bookmark_away_takes_it_out_of_the_list(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_D, CTRL)
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_B, CTRL)
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.ids == []
    assert "No bookmarks yet" in driver.window.lookup.list._empty


def test_bookmarks_are_kept(launch: Launch) -> None:
    driver = launch()
    driver.write("404")
    driver.press(Qt.Key.Key_D, CTRL)
    driver.quit()
    again = launch()
    again.press(Qt.Key.Key_B, CTRL)
    assert again.ids == ["404"]
    again.click_row("404")
    assert again.window.lookup.detail.header.bookmark_button.isChecked()


def test_an_overview_cannot_be_bookmarked(driver: Driver) -> None:
    assert not driver.window.lookup.detail.header.bookmark_button.isVisible()
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.app.core.data is not None
    assert driver.app.core.data.bookmarks.all() == ()
    assert driver.said == "Only status codes can be bookmarked; open the page of one first."


@pytest.mark.parametrize("number", range(1, 7))
def test_where_no_code_is_shown_a_memo_is_refused_in_words(driver: Driver, number: int) -> None:
    driver.press(Qt.Key(Qt.Key.Key_0.value + number), ALT)
    driver.press(Qt.Key.Key_M, CTRL)
    assert driver.said == "Notes can only be written on status codes; open the page of one first."


def test_a_number_without_an_entry_can_be_bookmarked(driver: Driver) -> None:
    driver.write("299")
    driver.press(Qt.Key.Key_D, CTRL)
    assert driver.window.lookup.detail.header.bookmark_button.isChecked()


def test_nothing_is_written_after_the_end(launch: Launch) -> None:
    """A page counts as opened after a moment. The timer for that must not write after the program has ended."""
    driver = launch()
    dwell = driver.window.lookup._dwell
    dwell.setInterval(3_600_000)
    driver.write("404")
    dwell.start(0)
    driver.quit()
    driver.settle()
    assert launch().window.lookup.recent_strip._ids == []


# Copying


@pytest.mark.parametrize(
    ("copy_format", "expected"),
    [
        (CopyFormat.NUMBER_PHRASE, "404 Not Found"),
        (CopyFormat.NUMBER, "404"),
        (CopyFormat.NUMBER_KOREAN, "404 찾을 수 없음"),
        (CopyFormat.FULL, "404 Not Found (찾을 수 없음)"),
    ],
)
def test_what_copying_copies(driver: Driver, copy_format: CopyFormat, expected: str) -> None:
    driver.app.preferences.use_copy_format(copy_format)
    driver.write("404")
    driver.press(Qt.Key.Key_C, CTRL)
    assert driver.clipboard == expected
    assert driver.said == f"Copied: {expected}"


def test_every_way_to_copy_a_code(driver: Driver) -> None:
    driver.write("410")
    for widget in (driver.field, driver.window.lookup.list, driver.reader):
        driver.app.clipboard.copy("something else")
        widget.setFocus()
        driver.press(Qt.Key.Key_C, CTRL)
        assert driver.clipboard == "410 Gone"
    driver.app.clipboard.copy("something else")
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.clipboard == "410 Gone"
    driver.app.clipboard.copy("something else")
    driver.click(driver.window.lookup.detail.header.copy_button)
    assert driver.clipboard == "410 Gone"


def test_copying_a_selection_copies_that(driver: Driver) -> None:
    driver.write("404")
    driver.reader.setFocus()
    cursor = driver.reader.document().find("representation")
    driver.reader.setTextCursor(cursor)
    driver.press(Qt.Key.Key_C, CTRL)
    assert driver.clipboard == "representation"


def test_a_number_without_a_name_is_copied_as_it_is(driver: Driver) -> None:
    driver.write("299")
    driver.press(Qt.Key.Key_C, CTRL)
    assert driver.clipboard == "299"


def test_a_constant_is_copied_with_its_type(driver: Driver) -> None:
    driver.write("404")
    driver.click_link("copy:HttpStatus.NOT_FOUND")
    assert driver.clipboard == "HttpStatus.NOT_FOUND"
    assert driver.said == "Copied: HttpStatus.NOT_FOUND"


def test_a_correction_names_file_and_sentence(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    summary = driver.page_text.split("\n", 1)[0]
    assert driver.clipboard == f"resources/codes/404.en.md\n> {summary}\n→ "
    driver.press(Qt.Key.Key_L, CTRL)
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.clipboard.startswith("resources/codes/404.ko.md\n> ")
    assert driver.clipboard.split("> ")[1].split("\n")[0] == driver.page_text.split("\n", 1)[0]


def test_a_correction_of_the_selected_sentence(driver: Driver) -> None:
    driver.write("404")
    driver.reader.setTextCursor(driver.reader.document().find("representation"))
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.clipboard == "resources/codes/404.en.md\n> representation\n→ "


def test_a_correction_of_an_overview(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.clipboard.startswith("resources/classes/4xx.en.md\n> ")


def test_a_correction_of_a_note_names_the_note(driver: Driver) -> None:
    driver.app.navigation.follow(note_link("redirects"))
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.clipboard.startswith("resources/notes/redirects.en.md\n> ")


def test_a_number_without_a_file_has_its_words_elsewhere(driver: Driver) -> None:
    driver.write("299")
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert driver.clipboard.startswith("resources/i18n/words.json\n> ")


def test_the_status_line_keeps_its_buttons_whatever_it_says(driver: Driver) -> None:
    driver.resize(640, 480)
    driver.write("404")
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    status = driver.window.status
    assert status.width() == driver.window.width()
    status.show_message("word " * 300)
    driver.settle()
    assert driver.said.endswith("…"), "what is cut off is seen to be"
    assert status._said.toolTip() == status._said.accessibleName() == "word " * 300
    for button in (status._language_button, status._appearance_button):
        assert button.size() == button.sizeHint()
        assert status.rect().contains(button.geometry())


@pytest.mark.parametrize("size", [100, 200])
def test_a_sentence_in_the_status_line_is_whole(driver: Driver, size: int) -> None:
    driver.app.preferences.use_text_size(size)
    driver.resize(640, 700)
    said, line = driver.window.status._said, driver.window.status
    height = line.height()
    driver.press(Qt.Key.Key_Up, ALT)
    assert "nothing searched for." in said.text()
    assert said.height() >= said.heightForWidth(said.width())
    assert line.height() > height
    driver.press(Qt.Key.Key_K, CTRL)
    driver.write("404")
    assert line.height() == height, "a short one gives the room back"


# Settings


def test_settings_open_by_key_and_by_button(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Comma, CTRL)
    assert driver.shows("settings")
    driver.press(Qt.Key.Key_Escape)
    assert driver.shows(LOOKUP)
    driver.click(driver.window.top.settings)
    assert driver.shows("settings")


def test_settings_say_where_the_data_lies(driver: Driver, paths: Paths) -> None:
    driver.press(Qt.Key.Key_Comma, CTRL)
    assert any(str(paths.data) in label.text() for label in driver.visible(QLabel))


def test_settings_take_effect_at_once_and_are_kept(launch: Launch) -> None:
    driver = launch()
    driver.press(Qt.Key.Key_Comma, CTRL)
    light = driver.window.grab().toImage().pixelColor(4, 4)
    driver.click(_choice(driver, "Appearance", "Dark"))
    dark = driver.window.grab().toImage().pixelColor(4, 4)
    assert dark.lightness() < 60
    assert light.lightness() > 200
    height = driver.window.top.height()
    driver.click(_choice(driver, "Text size", "150 %"))
    assert driver.window.top.height() == round(height * 1.5)
    assert driver.field.font().family() == "Pretendard"
    # On a machine without any fonts, the system font is Pretendard too.
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    driver.click(_choice(driver, "Font", "System font"))
    assert driver.field.font().family() == system
    driver.click(_choice(driver, "What copying a code copies", "404"))
    driver.click(_choice(driver, "Language", "한국어"))
    assert _choice(driver, "언어", "한국어").isChecked()
    driver.quit()

    again = launch()
    assert again.window.grab().toImage().pixelColor(4, 4) == dark
    assert again.window.top.height() == round(height * 1.5)
    assert again.field.font().family() == system
    assert again.field.accessibleName() == "찾기"
    again.write("404")
    again.press(Qt.Key.Key_C, CTRL)
    assert again.clipboard == "404"
    again.press(Qt.Key.Key_Comma, CTRL)
    for title, choice in (("화면 밝기", "어둡게"), ("글자 크기", "150 %"), ("글꼴", "시스템 글꼴"), ("언어", "한국어")):
        assert _choice(again, title, choice).isChecked()


def test_the_place_is_kept(launch: Launch) -> None:
    driver = launch()
    driver.press(Qt.Key.Key_6, CTRL)
    driver.click_row("410")
    driver.resize(1000, 700)
    driver.quit()
    again = launch(size=(1000, 700))
    assert again.title == "410 Gone – StatusRef"
    assert again.filter_button(ClassFilter.CLIENT_ERROR).isChecked()
    assert again.selected == "410"


def test_a_place_that_is_gone_is_passed_over(launch: Launch, paths: Paths) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text(
        "[General]\nlanguage=xx\ntext_size=9999\nappearance=pink\n"
        "[window]\nlocation=888-nobody\nclass_filter=9xx\nlist_width=wide\ngeometry=@@@\n"
    )
    driver = launch()
    assert driver.title == "HTTP status codes – StatusRef"
    assert driver.app.localizer.language is Language.ENGLISH
    assert len(driver.ids) == 103


def test_the_first_language_is_that_of_the_locale(launch: Launch) -> None:
    assert launch(locale="ko_KR.UTF-8").field.accessibleName() == "찾기"


def test_any_other_locale_means_english(launch: Launch) -> None:
    assert launch(locale="C").field.accessibleName() == "Search"


# About


def test_about(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F1, SHIFT)
    assert driver.shows("about")
    page = driver.window.page_called("about")
    assert isinstance(page, AboutPage)
    text = page.reader.toPlainText()
    for words in ("2025-09-15", "MIT", "GNU LGPL 3.0", "SIL Open Font License 1.1", "never opens a network connection"):
        assert words in text
    page.reader.setFocus()
    driver.write("4")
    assert driver.field.text() == ""


def test_a_correction_from_the_about_page(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F1, SHIFT)
    page = driver.window.page_called("about")
    assert isinstance(page, AboutPage)
    QTest.keyClick(page.reader, Qt.Key.Key_Tab)
    QTest.keyClick(page.reader, Qt.Key.Key_Return)
    assert driver.clipboard.startswith("resources/codes/404.en.md\n> ")
