"""Notes: their list, their text, and the links between notes and codes."""

from PySide6.QtCore import Qt

from statusref.domain.links import note_link
from statusref.domain.notes import NoteStore
from statusref.models.roles import Role
from statusref.pages import LOOKUP
from tests.app.driving import ALT, CTRL, Driver, links_of


def _titles(driver: Driver) -> list[str]:
    model = driver.notes.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_rail_opens_the_notes(driver: Driver, notes: NoteStore) -> None:
    driver.click(driver.window.rail._buttons["notes"])
    assert driver.shows("notes")
    assert driver.title == "301 and 302 against 307 and 308, and 303 – StatusRef"
    assert _titles(driver) == [note.title.en for note in notes.notes]
    assert "method" in driver.notes.reader.toPlainText()


def test_a_note_and_its_codes_lead_to_each_other(driver: Driver) -> None:
    driver.write("308")
    assert "note:redirects" in driver.links
    driver.click_link("note:redirects")
    assert driver.shows("notes")
    assert driver.notes.location == note_link("redirects")
    driver.click_link("code:307", driver.notes.reader)
    assert driver.shows(LOOKUP)
    assert driver.title == "307 Temporary Redirect – StatusRef"
    assert "note:redirects" in driver.links
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "301 and 302 against 307 and 308, and 303 – StatusRef"
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "308 Permanent Redirect – StatusRef"


def test_every_note_is_linked_with_every_code_it_names(driver: Driver, notes: NoteStore) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    for note in notes.notes:
        driver.app.navigation.follow(note_link(note.slug))
        driver.settle()
        assert {f"code:{entry_id}" for entry_id in note.codes} <= set(links_of(driver.notes.reader))


def test_choosing_a_note_by_keyboard(driver: Driver, notes: NoteStore) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    page = driver.notes
    page.list.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert page.location == note_link(notes.notes[1].slug)
    driver.press(Qt.Key.Key_Return)
    assert driver.has_keyboard(page.reader)
    assert driver.title == f"{notes.notes[1].title.en} – StatusRef"


def test_the_title_follows_the_note_that_is_shown(driver: Driver, notes: NoteStore) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    driver.notes.list.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert driver.title == f"{notes.notes[1].title.en} – StatusRef"


def test_find_in_a_note(driver: Driver) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("POST")
    assert len(driver.notes.reader.extraSelections()) > 1
    driver.press(Qt.Key.Key_Escape)
    assert not driver.notes.find_bar.isVisible()
    assert driver.shows("notes")
    driver.press(Qt.Key.Key_Escape)
    assert driver.shows(LOOKUP)
    assert driver.has_keyboard(driver.field)


def test_a_letter_typed_on_a_note_stays_there(driver: Driver) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    driver.notes.reader.setFocus()
    driver.write("4")
    assert driver.shows("notes")
    assert driver.field.text() == ""


def test_a_row_knows_its_note(driver: Driver, notes: NoteStore) -> None:
    driver.press(Qt.Key.Key_2, ALT)
    assert driver.notes.list.model().index(0, 0).data(Role.ID) == notes.notes[0].slug
    assert driver.notes.list.currentIndex().row() == 0
