"""What stands beside the codes in the window: neighbours, messages, notes, numbers of other systems, comparisons."""

from PySide6.QtCore import Qt

from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import neighbour_link
from statusref.pages import LOOKUP
from tests.app.driving import ALT, CTRL, SHIFT, Driver


def test_a_neighbour_has_a_row_and_a_page(driver: Driver) -> None:
    driver.write("curl: (52)")
    assert driver.ids[0] == "curl-52"
    assert driver.title == "52 CURLE_GOT_NOTHING – StatusRef"
    assert "Check first" in driver.page_text
    assert driver.said == "1 result"
    header = driver.window.lookup.detail.header
    assert header.copy_button.isVisible()
    assert not header.bookmark_button.isVisible()
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert driver.clipboard == "52 CURLE_GOT_NOTHING"


def test_a_neighbour_cannot_be_bookmarked_and_has_no_memo(driver: Driver) -> None:
    driver.write("curl: (52)")
    driver.press(Qt.Key.Key_D, CTRL)
    driver.press(Qt.Key.Key_M, CTRL)
    assert driver.app.core.data.bookmarks.all() == ()
    assert "Memo" not in driver.page_text


def test_all_neighbours_by_key(driver: Driver) -> None:
    button = driver.filter_button(ClassFilter.NEIGHBOUR)
    driver.press(Qt.Key.Key_9, CTRL)
    assert button.isChecked()
    assert {"curl-52", "iis-404.13", "cloudflare-1020"} <= set(driver.ids)
    assert driver.said == f"{len(driver.ids)} neighbours"
    assert "taken for" in driver.page_text
    driver.click_row("curl-52")
    assert driver.title == "52 CURLE_GOT_NOTHING – StatusRef"
    driver.press(Qt.Key.Key_1, CTRL)
    assert len(driver.ids) == 103


def test_the_button_has_its_count_before_it_is_pressed(driver: Driver) -> None:
    count = driver.filter_button(ClassFilter.NEIGHBOUR)._count
    driver.press(Qt.Key.Key_9, CTRL)
    assert len(driver.ids) == count


def test_a_message_is_followed_by_the_code_that_it_means(driver: Driver) -> None:
    driver.write("upstream timed out")
    assert driver.ids[:2] == ["nginx-upstream-timed-out", "504"]
    assert "code:504" in driver.links


def test_a_comparison_is_told_above_the_list(driver: Driver) -> None:
    driver.write("401 vs 403")
    assert driver.ids[:2] == ["401", "403"]
    assert driver.window.lookup.caption.text().startswith("401")
    driver.search("not found")
    assert "401" not in driver.window.lookup.caption.text()


def test_the_row_of_a_note_leads_to_the_note(driver: Driver) -> None:
    driver.write("401 vs 403")
    note = next(entry_id for entry_id in driver.ids if not entry_id[:3].isdigit())
    driver.click_row(note)
    assert driver.shows("notes")
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows(LOOKUP)


def test_the_row_of_a_choice_shows_the_reason_and_leads_to_its_end(driver: Driver) -> None:
    driver.write("duplicate email")
    code, choice = driver.ids[:2]
    assert (code, choice) == ("409", "answer/client-fault/state/duplicate")
    driver.press(Qt.Key.Key_Down)
    assert "clashes with what is there already" in driver.page_text
    assert "code:422" in driver.links
    driver.click_row(choice)
    assert driver.shows("choose")
    assert str(driver.window.page.location) == f"choose:{choice}"
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.shows(LOOKUP)


def test_a_number_of_another_system_is_said_to_be_one(driver: Driver) -> None:
    driver.write("550 5.1.1 The email account that you tried to reach does not exist")
    assert len(driver.ids) == 1
    assert "mail server" in driver.page_text


def test_history_keeps_neighbours(driver: Driver) -> None:
    driver.app.navigation.go(neighbour_link("curl-52"))
    driver.app.navigation.go(neighbour_link("iis-404.13"))
    driver.press(Qt.Key.Key_Left, ALT)
    driver.settle()
    assert driver.title == "52 CURLE_GOT_NOTHING – StatusRef"
    assert not driver.app.navigation.go(neighbour_link("curl-9999"))
