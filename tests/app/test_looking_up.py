"""Looking up: from a number, a word or a class to its page, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import code_link, note_link
from statusref.pages import LOOKUP
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, Driver


def test_the_first_start_shows_the_overview_and_every_code(driver: Driver, catalogue: Catalogue) -> None:
    assert driver.title == "HTTP status codes – StatusRef"
    assert len(driver.ids) == len(catalogue.entries) == 103
    assert driver.ids[0] == "100"
    assert driver.selected is None
    assert "class:4xx" in driver.links
    assert driver.has_keyboard(driver.field)
    assert driver.field.query == ""
    assert not driver.window.lookup.recent_strip.isVisible()
    assert driver.messages == ""


def test_typing_a_number_shows_its_page(driver: Driver) -> None:
    driver.write("404")
    assert driver.ids[0] == driver.selected == "404"
    assert driver.title == "404 Not Found – StatusRef"
    header = driver.window.lookup.detail.header
    assert header.accessibleName() == "404 Not Found"
    assert header.accessibleDescription().startswith("찾을 수 없음, ")
    assert "On the server's side" in driver.page_text
    assert "HttpStatus.NOT_FOUND" in driver.page_text
    assert driver.has_keyboard(driver.field)


@pytest.mark.parametrize("query", ["not found", "NOT_FOUND", "찾을 수 없음", "ㅊㅇㅅㅇㅇ"])
def test_any_name_leads_to_the_page(driver: Driver, query: str) -> None:
    driver.write(query)
    assert driver.title == "404 Not Found – StatusRef"


def test_arrows_move_while_the_keyboard_stays_in_the_field(driver: Driver) -> None:
    driver.write("40")
    assert driver.selected == driver.ids[0]
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Down)
    assert driver.selected == driver.ids[2]
    assert driver.title.startswith(f"{driver.ids[2]} ")
    driver.press(Qt.Key.Key_Up)
    assert driver.selected == driver.ids[1]
    assert driver.has_keyboard(driver.field)
    assert driver.field.text() == "40"
    for _ in range(len(driver.ids)):
        driver.press(Qt.Key.Key_PageDown)
    assert driver.selected == driver.ids[-1]
    for _ in range(len(driver.ids)):
        driver.press(Qt.Key.Key_Up)
    assert driver.selected == driver.ids[0]


def test_enter_gives_the_page_the_keyboard_and_a_letter_gives_it_back(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert driver.has_keyboard(driver.reader)
    driver.write("5")
    assert driver.has_keyboard(driver.field)
    assert driver.field.text() == "5"
    driver.write("03")
    assert driver.title == "503 Service Unavailable – StatusRef"


def test_a_letter_typed_in_the_list_begins_a_search(driver: Driver) -> None:
    driver.window.lookup.list.setFocus()
    driver.write("4")
    assert driver.has_keyboard(driver.field)
    assert driver.field.text() == "4"


def test_slash_and_ctrl_k_lead_to_the_field(driver: Driver) -> None:
    driver.write("404")
    for key, modifiers in ((Qt.Key.Key_Slash, None), (Qt.Key.Key_K, CTRL)):
        driver.reader.setFocus()
        driver.press(key, modifiers or Qt.KeyboardModifier.NoModifier)
        assert driver.has_keyboard(driver.field)
        assert driver.field.selectedText() == "404"
    driver.write("a/b")
    assert driver.field.text() == "a/b"


def test_escape_clears_then_goes_back(driver: Driver) -> None:
    driver.app.navigation.follow(code_link("404"))
    driver.search("410")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Escape)
    assert driver.field.query == ""
    assert driver.has_keyboard(driver.field)
    assert len(driver.ids) == 103
    driver.press(Qt.Key.Key_Escape)
    assert driver.title == "404 Not Found – StatusRef"


def test_clicking_a_row_opens_it(driver: Driver) -> None:
    driver.click_row("418")
    assert driver.title == "418 (Unused) – StatusRef"
    assert driver.has_keyboard(driver.reader)


# Classes


def test_counts_on_the_class_buttons(driver: Driver, catalogue: Catalogue) -> None:
    counts = driver.class_counts()
    assert counts[ClassFilter.ALL] == 103
    assert counts[ClassFilter.ESSENTIAL] == 27
    assert counts[ClassFilter.UNOFFICIAL] == 39
    for choice, first in zip(list(ClassFilter)[2:7], (1, 2, 3, 4, 5), strict=True):
        assert counts[choice] == sum(entry.code // 100 == first for entry in catalogue.entries)


def test_counts_follow_the_search(driver: Driver) -> None:
    driver.write("5xx")
    counts = driver.class_counts()
    assert counts[ClassFilter.ALL] == len(driver.ids)
    for choice in list(ClassFilter)[2:7]:
        assert counts[choice] == sum(entry_id.startswith(choice.value[0]) for entry_id in driver.ids)


def test_a_class_and_a_search_together(driver: Driver) -> None:
    driver.write("timeout")
    everything = driver.ids
    driver.click(driver.filter_button(ClassFilter.SERVER_ERROR))
    assert driver.ids == [entry_id for entry_id in everything if entry_id.startswith("5")]
    assert 0 < len(driver.ids) < len(everything)
    assert driver.title.startswith(driver.ids[0][:3])
    driver.click(driver.filter_button(ClassFilter.ALL))
    assert driver.ids == everything


def test_a_class_without_a_search_shows_its_overview(driver: Driver, catalogue: Catalogue) -> None:
    driver.click(driver.filter_button(ClassFilter.CLIENT_ERROR))
    assert driver.title == "4xx Client error – StatusRef"
    assert set(driver.ids) == {entry.id for entry in catalogue.entries if entry.code // 100 == 4}
    assert "418" not in driver.page_text.split("Unassigned")[-1].split()
    assert "432" in driver.page_text
    assert driver.selected is None


@pytest.mark.parametrize("choice", list(ClassFilter))
def test_every_class_by_key(driver: Driver, choice: ClassFilter) -> None:
    key = Qt.Key(Qt.Key.Key_1 + list(ClassFilter).index(choice))
    driver.press(key, CTRL)
    assert driver.filter_button(choice).isChecked()
    assert len(driver.ids) == driver.class_counts()[choice]
    assert driver.page_text


def test_a_class_with_no_match_says_so(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, CTRL)
    driver.write("404")
    assert driver.ids == [] or all(entry_id.startswith("1") for entry_id in driver.ids)
    driver.window.lookup.list.grab()
    driver.press(Qt.Key.Key_1, CTRL)
    assert driver.ids[0] == "404"


def test_the_arrow_keys_go_along_the_class_buttons(driver: Driver) -> None:
    driver.filter_button(ClassFilter.ALL).setFocus()
    driver.press(Qt.Key.Key_Right)
    assert driver.filter_button(ClassFilter.ESSENTIAL).isChecked()
    assert len(driver.ids) == 27


def test_the_line_at_the_bottom_says_how_many(driver: Driver) -> None:
    assert driver.said == "103 codes"
    driver.write("404")
    assert driver.said == f"{len(driver.ids)} codes"


# Numbers


def test_an_unassigned_number_has_a_page(driver: Driver) -> None:
    driver.write("299")
    assert driver.ids[0] == driver.selected == "299"
    assert driver.title == "299 Unassigned – StatusRef"
    assert "200" in driver.page_text
    assert "RFC 9110" in driver.page_text
    assert "code:200" in driver.links
    driver.click_link("code:200")
    assert driver.title == "200 OK – StatusRef"


def test_a_number_that_is_no_status_code_has_a_page(driver: Driver) -> None:
    driver.write("742")
    assert driver.title == "742 Not a valid code – StatusRef"
    assert "5xx" in driver.page_text
    assert "RFC 9110" in driver.page_text


def test_a_vendor_that_uses_an_invalid_number_comes_first(driver: Driver) -> None:
    driver.write("999")
    assert driver.ids[0] == driver.selected == "999-linkedin"
    assert driver.title.startswith("999 ")


@pytest.mark.parametrize("number", ["000", "099", "100", "199", "599", "600", "998"])
def test_any_number_has_an_answer(driver: Driver, number: str) -> None:
    driver.write(number)
    assert driver.title.startswith(f"{number} ")
    assert len(driver.page_text) > 80


def test_several_meanings_of_one_number(driver: Driver) -> None:
    driver.write("451")
    assert driver.ids[:2] == ["451", "451-exchange"]
    assert driver.title == "451 Unavailable For Legal Reasons – StatusRef"
    assert "code:451-exchange" in driver.links
    driver.click_link("code:451-exchange")
    assert driver.title == "451 Redirect – StatusRef"
    assert "code:451" in driver.links
    driver.click_link("code:451")
    assert driver.title == "451 Unavailable For Legal Reasons – StatusRef"


# Back and forward


def test_back_and_forward(driver: Driver) -> None:
    top = driver.window.top
    assert not top.back.isEnabled()
    for entry_id in ("404", "410", "301"):
        driver.app.navigation.follow(code_link(entry_id))
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "410 Gone – StatusRef"
    driver.click(top.back)
    assert driver.title == "404 Not Found – StatusRef"
    driver.click(top.forward)
    assert driver.title == "410 Gone – StatusRef"
    assert driver.selected == "410"
    driver.press(Qt.Key.Key_Right, ALT)
    assert driver.title == "301 Moved Permanently – StatusRef"
    assert not top.forward.isEnabled()


def test_back_from_the_first_link_that_was_followed(driver: Driver) -> None:
    driver.write("404")
    driver.click_link("code:410")
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "404 Not Found – StatusRef"
    assert driver.window.top.forward.isEnabled()


def test_back_goes_through_classes_and_notes_too(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)
    driver.app.navigation.follow(code_link("301"))
    driver.app.navigation.follow(note_link("redirects"))
    assert driver.shows("notes")
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "301 Moved Permanently – StatusRef"
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "4xx Client error – StatusRef"
    assert driver.filter_button(ClassFilter.CLIENT_ERROR).isChecked()


def test_a_new_place_forgets_what_lay_ahead(driver: Driver) -> None:
    for entry_id in ("404", "410"):
        driver.app.navigation.follow(code_link(entry_id))
    driver.press(Qt.Key.Key_Left, ALT)
    driver.app.navigation.follow(code_link("200"))
    assert not driver.window.top.forward.isEnabled()
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "404 Not Found – StatusRef"


def test_a_link_out_of_a_class_shows_all_classes_again(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)
    driver.app.navigation.follow(code_link("301"))
    assert driver.filter_button(ClassFilter.ALL).isChecked()
    assert driver.selected == "301"


@pytest.mark.parametrize("link", ["code:1234", "code:nothing", "note:nothing", "class:6xx", "file:///etc/passwd", ""])
def test_a_link_to_nowhere_does_nothing(driver: Driver, link: str) -> None:
    driver.write("404")
    driver.window.page.follow(link)
    driver.settle()
    assert driver.title == "404 Not Found – StatusRef"


# Recent codes


def test_recent_codes_show_only_while_the_field_is_empty(driver: Driver) -> None:
    strip = driver.window.lookup.recent_strip
    for entry_id in ("404", "410"):
        driver.app.navigation.follow(code_link(entry_id))
    driver.settle()
    driver.window.lookup.panel.refresh_recent()
    assert strip.isVisible()
    assert strip._ids == ["410", "404"]
    driver.field.setFocus()
    driver.write("5")
    assert not strip.isVisible()
    driver.press(Qt.Key.Key_Escape)
    assert strip.isVisible()
    # On a slow machine what "5" showed may have stayed long enough to be the most recent one.
    driver.click(strip._buttons[strip._ids.index("404")])
    assert driver.title == "404 Not Found – StatusRef"
    assert strip._ids[0] == "404"


def test_a_code_that_was_read_is_among_the_recent_ones_after_clearing(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    assert not driver.window.lookup.recent_strip.isVisible()
    driver.press(Qt.Key.Key_Escape)
    assert driver.window.lookup.recent_strip.isVisible()


def test_recent_codes_are_kept(launch: Launch) -> None:
    driver = launch()
    driver.click_row("404")
    driver.quit()
    again = launch()
    assert again.window.lookup.recent_strip._ids == ["404"]
    assert again.window.lookup.recent_strip.isVisible()


def test_a_page_that_stays_counts_as_opened(driver: Driver) -> None:
    driver.window.lookup._dwell.setInterval(0)
    driver.write("404")
    driver.wait(lambda: not driver.window.lookup._dwell.isActive())
    driver.press(Qt.Key.Key_Escape)
    assert driver.window.lookup.recent_strip._ids == ["404"]


# Other pages


def test_searching_from_another_page_shows_the_results(driver: Driver) -> None:
    for page in ("notes", "settings", "about"):
        driver.app.navigation.show_page(page)
        driver.field.setFocus()
        driver.field.selectAll()
        driver.write("404")
        assert driver.shows(LOOKUP)
        assert driver.title == "404 Not Found – StatusRef"
        assert driver.has_keyboard(driver.field)
        driver.field.clear()


# Find in page


def test_find_in_page(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_F, CTRL)
    bar = driver.window.lookup.detail.find_bar
    assert bar.isVisible()
    driver.write("representation")
    assert len(driver.reader.extraSelections()) > 0
    assert driver.field.text() == "404"
    driver.press(Qt.Key.Key_F3)
    assert driver.reader.textCursor().selectedText() == "representation"
    driver.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert driver.field.text() == "404"
    assert driver.has_keyboard(driver.reader)


def test_escape_on_the_page_closes_the_find_bar_first(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F, CTRL)
    driver.reader.setFocus()
    driver.press(Qt.Key.Key_Escape)
    assert not driver.window.lookup.detail.find_bar.isVisible()
    assert driver.field.text() == "404"


def test_a_text_field_keeps_its_keys(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(driver.focused, "a/b")
    assert driver.field.text() == "404"
