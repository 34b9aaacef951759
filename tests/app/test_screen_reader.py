"""What screen readers hear and find: announcements, roles, links. tests/e2e does the same through AT-SPI."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import code_link, note_link
from statusref.views.choose.choose_page import ChoosePage
from statusref.views.study.kind_chips import KindChips
from statusref.widgets import announcing
from statusref.widgets.reader import Reader
from tests.app.driving import ALT, CTRL, Driver

Role, Name = QAccessible.Role, QAccessible.Text.Name


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A screen reader runs; this is what it is told to say."""
    said: list[str] = []

    class Accessible:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Accessible)
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def links(reader: Reader) -> list[QAccessibleInterface]:
    page = interface(reader.viewport())
    children = [page.child(place) for place in range(page.childCount())]
    assert [page.indexOfChild(child) for child in children] == list(range(len(children)))
    return [child for child in children if child.role() == Role.Link]


def test_what_changes_while_the_keyboard_stays_is_heard(driver: Driver, heard: list[str]) -> None:
    driver.write("404")
    driver.wait(lambda: heard == ["16 codes. 404 Not Found, 찾을 수 없음."])
    driver.press(Qt.Key.Key_Down)
    assert heard[-1].startswith("200 OK, 성공")
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_C, CTRL)
    assert heard[-1] == "Copied: 404 Not Found"
    driver.press(Qt.Key.Key_D, CTRL)
    assert heard[-1] == "Bookmarked 404"
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("cache")
    assert heard[-1].endswith("matches")
    driver.press(Qt.Key.Key_F3)
    assert "cache" in heard[-1].casefold()
    driver.window.messages.tell("The disk is full.")
    assert heard[-1] == "The disk is full."
    driver.search("qzxqzx")
    driver.wait(lambda: heard[-1].startswith("No match."))
    rows = driver.window.lookup.list
    rows.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert rows.spoken_row() not in heard  # the row has the focus itself
    driver.search("410")
    driver.press(Qt.Key.Key_3, CTRL)
    driver.wait(lambda: heard[-1] == rows.empty_text)


def test_roles_and_states(driver: Driver, heard: list[str]) -> None:
    window = driver.window
    assert interface(window).role() == Role.Window
    assert interface(window.lookup.detail.header).role() == Role.Heading
    essential = interface(driver.filter_button(ClassFilter.ESSENTIAL))
    for chosen in (False, True):
        assert essential.role() == Role.RadioButton
        assert bool(essential.state().checked) is chosen
        driver.click(driver.filter_button(ClassFilter.ESSENTIAL))
    for button in window.rail._buttons.values():
        assert interface(button).role() == Role.RadioButton
    driver.app.navigation.show_page("settings")
    rows = driver.settings_page._appearance._buttons
    assert [interface(button).role() for button in rows] == [Role.RadioButton] * 3
    assert [bool(interface(button).state().checked) for button in rows] == [True, False, False]
    driver.app.navigation.show_page("study")
    kinds = window.page.findChildren(KindChips)[0].buttons.values()
    assert {interface(button).role() for button in kinds} == {Role.CheckBox}


def test_a_question_is_said_with_its_answers(driver: Driver, heard: list[str]) -> None:
    driver.press(Qt.Key.Key_5, ALT)
    driver.write("1")
    asked = heard[-1].split("\n")
    assert asked[0] == "How did the request go?"
    assert [line[:2] for line in asked[-5:]] == ["1.", "2.", "3.", "4.", "5."]
    page = driver.window.page_called("choose")
    assert isinstance(page, ChoosePage)
    assert interface(page.questions.answers[0]).role() == Role.Button
    path = interface(page.questions.path)
    assert (path.role(), path.text(Name)) == (Role.List, "Answers so far")
    driver.write("341")
    assert heard[-1].startswith("409 Conflict")
    driver.write("t")
    picture = interface(page.tree.canvas)
    assert picture.role() == Role.Graphic
    assert "whole tree" in picture.text(Name)


def test_the_links_of_a_page_can_be_found_and_pressed(
    driver: Driver, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    focused: list[str] = []
    tell = QAccessible.updateAccessibility

    def update(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            focused.append(event.accessibleInterface().text(Name))
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    driver.app.navigation.go(code_link("404"))
    driver.settle()
    page = interface(driver.reader.viewport())
    assert (page.role(), page.text(Name)) == (Role.Document, "404 Not Found")
    names = [link.text(Name) for link in links(driver.reader)]
    assert "410 Gone" in names
    assert page.rect().intersects(links(driver.reader)[0].rect())
    driver.reader.setFocus()
    driver.press(Qt.Key.Key_Tab)
    assert focused[-1] == names[0]
    assert [bool(link.state().focused) for link in links(driver.reader)].index(True) == 0
    gone = links(driver.reader)[names.index("410 Gone")]
    assert "Press" in gone.actionInterface().actionNames()
    gone.actionInterface().doAction("Press")
    driver.settle()
    assert driver.title == "410 Gone – StatusRef"
    driver.wait(lambda: "410 Gone" not in [link.text(Name) for link in links(driver.reader)])
    assert driver.has_keyboard(driver.reader)


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_a_key_lists_the_links_of_any_page(driver: Driver) -> None:
    driver.app.navigation.go(note_link("redirects"))
    driver.settle()
    dialog = driver.list_links()
    assert dialog is not None
    assert dialog.windowTitle() == f"Links: {driver.notes.title} – StatusRef"
    model = dialog.list.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(shown) == len(set(shown))
    assert any(row.startswith("308 – ") for row in shown)
    QTest.keyClicks(dialog.list, "301 m")
    assert dialog.list.currentIndex().data().startswith("301 Moved Permanently")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    driver.settle()
    assert driver.title == "301 Moved Permanently – StatusRef"
    assert driver.has_keyboard(driver.reader)
    driver.window.activateWindow()  # a window manager does this
    driver.wait(driver.window.isActiveWindow)
    driver.app.navigation.show_page("settings")
    assert driver.list_links() is None
    assert driver.said == "This page has no links"
