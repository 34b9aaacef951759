"""From page to page: where the keyboard is, what the status line says, what a search without a match shows."""

import pytest
from PySide6.QtCore import Qt

from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import class_link, code_link, note_link
from statusref.domain.text import Language
from statusref.pages import LOOKUP
from statusref.widgets.text_button import TextButton
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, SHIFT, Driver


def test_the_keyboard_goes_with_the_page(driver: Driver) -> None:
    """From the search field to each page, and along a link and back again."""
    driver.press(Qt.Key.Key_2, ALT)
    first = driver.notes.title
    driver.press(Qt.Key.Key_Down)
    assert driver.notes.title != first
    driver.press(Qt.Key.Key_Comma, CTRL)
    assert driver.settings_page.isAncestorOf(driver.focused)
    driver.app.navigation.follow(code_link("404"))
    driver.settle()
    assert driver.has_keyboard(driver.reader)
    driver.app.navigation.follow(note_link("redirects"))
    assert driver.has_keyboard(driver.notes.reader)
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "404 Not Found – StatusRef"
    assert driver.has_keyboard(driver.reader)


def test_from_the_map_of_mastery_to_the_page_of_a_code(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, ALT)
    driver.press(Qt.Key.Key_G)
    driver.press(Qt.Key.Key_Return)
    assert driver.shows(LOOKUP)
    assert driver.has_keyboard(driver.reader)


def test_a_key_of_a_class_goes_to_the_list(driver: Driver) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    driver.press(Qt.Key.Key_6, CTRL)
    assert driver.shows(LOOKUP)
    assert driver.ids[0] == "400"
    assert driver.has_keyboard(driver.field)
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows("notes")


def test_the_keys_of_the_search_field_go_to_the_list(driver: Driver) -> None:
    driver.app.navigation.show_page("notes")
    driver.field.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert driver.shows(LOOKUP)
    assert driver.selected == driver.ids[0]


def test_the_status_line_counts_what_is_shown(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, CTRL)
    assert driver.said == "5 codes"
    driver.press(Qt.Key.Key_2, ALT)
    assert driver.said == ""
    driver.app.preferences.use_language(Language.KOREAN)
    assert driver.said == ""
    driver.press(Qt.Key.Key_1, ALT)
    assert driver.said == "5개 코드"


def test_the_copy_button_of_a_class_copies_its_name(driver: Driver) -> None:
    header = driver.window.lookup.detail.header
    assert not header.copy_button.isVisible()
    driver.press(Qt.Key.Key_6, CTRL)
    assert not header.bookmark_button.isVisible()
    driver.click(header.copy_button)
    assert driver.clipboard == "4xx Client error"


def test_another_class_begins_at_its_top(driver: Driver) -> None:
    bar = driver.window.lookup.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    driver.press(Qt.Key.Key_6, CTRL)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    driver.app.navigation.follow(class_link("5xx"))
    assert bar.value() == 0


@pytest.mark.parametrize(
    ("language", "title", "tip"),
    [
        (Language.ENGLISH, "No match for “qqqqzzzz”", "Several lines of a log"),
        (Language.KOREAN, "“qqqqzzzz” 검색 결과 없음", "로그에서 복사한"),
    ],
)
def test_no_match(driver: Driver, language: Language, title: str, tip: str) -> None:
    driver.app.preferences.use_language(language)
    driver.search("qqqqzzzz")
    assert driver.title == f"{title} – StatusRef"
    assert tip in driver.page_text
    assert driver.said in {"0 results", "결과 0개"}
    # The codes that everybody meets are offered, and none of them is chosen.
    assert driver.ids[0] == "200"
    assert driver.selected is None
    header = driver.window.lookup.detail.header
    assert not header.copy_button.isVisible()
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    driver.press(Qt.Key.Key_Down)
    assert driver.selected == "200"
    assert driver.title.startswith("200 OK")
    driver.search("qqqqzzzz")
    driver.press(Qt.Key.Key_Escape)
    assert "StatusRef" in driver.title
    assert title not in driver.title


def test_what_the_class_hides_is_told(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, CTRL)
    driver.write("404")
    assert driver.title.startswith("No match for “404”")
    assert "Ctrl+1" in driver.page_text
    driver.press(Qt.Key.Key_1, CTRL)
    assert driver.title.startswith("404 Not Found")


def test_what_can_be_searched_for_is_found(driver: Driver) -> None:
    """The page on a search without a match promises nothing in vain."""
    for query in (
        "404",
        "50",
        "4xx",
        "not found",
        "찾을 수 없음",
        "ㅊㅇ",
        "Retry-After",
        "login expired",
        "로그인 만료",
    ):
        driver.field.setText(query)
        assert driver.window.lookup.panel.no_match is None, query


def test_narrow_a_key_of_a_class_brings_the_list_up(launch: Launch) -> None:
    driver = launch(size=(640, 480))
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_6, CTRL)
    assert driver.window.lookup.list.isVisible()
    assert driver.filter_button(ClassFilter.CLIENT_ERROR).isChecked()
    assert driver.has_keyboard(driver.field)


def test_narrow_a_click_leads_back_to_the_list(launch: Launch) -> None:
    driver = launch(size=(640, 480))

    def back() -> TextButton:
        (button,) = (found for found in driver.visible(TextButton) if found.text() == "Back to the list")
        return button

    driver.click_row("102")
    driver.press(Qt.Key.Key_F, CTRL)
    driver.click(back())
    assert driver.window.lookup.list.isVisible()
    assert driver.has_keyboard(driver.field)
    driver.app.navigation.follow(note_link("redirects"))
    driver.settle()
    assert driver.has_keyboard(driver.notes.reader)
    driver.click(back())
    assert driver.notes.list.isVisible()
    assert driver.has_keyboard(driver.notes.list)
    driver.app.navigation.follow(code_link("404"))
    driver.settle()
    for _ in ("copy", "bookmark", "back"):
        driver.press(Qt.Key.Key_Backtab, SHIFT)
    assert driver.has_keyboard(back())
    driver.app.preferences.use_language(Language.KOREAN)
    assert "목록으로" in driver.visible_texts()
    driver.resize(1180, 780)
    assert "목록으로" not in driver.visible_texts()
