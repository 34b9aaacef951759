"""References on the clipboard: by key and by menu, in both languages, as text, Markdown and HTML."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from statusref.domain.links import neighbour_link, note_link
from statusref.domain.text import Language
from statusref.widgets.reader import Reader
from tests.app.conftest import Launch
from tests.app.driving import CTRL, SHIFT, Driver
from tests.app.test_habits import _right_click, quiet_platform

CITED = "404 Not Found, RFC 9110 §15.5.5, IANA 2025-09-15"
CITED_IN_KOREAN = "404 Not Found (찾을 수 없음), RFC 9110 §15.5.5, IANA 2025-09-15"


@pytest.fixture(autouse=True)
def close_menus() -> Iterator[None]:
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def _cite(driver: Driver) -> str:
    driver.press(Qt.Key.Key_R, CTRL | SHIFT)
    return driver.clipboard


def test_the_key_copies_what_is_shown_with_its_links(driver: Driver) -> None:
    driver.write("404")
    assert _cite(driver) == CITED
    assert driver.said == f"Copied: {CITED}"
    document = QTextEdit()
    document.paste()
    assert document.toPlainText() == CITED
    assert 'href="https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"' in document.toHtml()
    driver.app.preferences.use_language(Language.KOREAN)
    assert _cite(driver) == CITED_IN_KOREAN


def test_a_neighbour_and_what_cannot_be_referred_to(driver: Driver) -> None:
    driver.app.navigation.go(neighbour_link("curl-52"))
    assert _cite(driver).startswith("52 CURLE_GOT_NOTHING, curl exit codes, ")
    driver.press(Qt.Key.Key_4, CTRL)
    before = driver.clipboard
    assert _cite(driver) == before
    assert driver.said == "There is nothing to refer to on this page."


def test_a_note_with_the_section_that_is_read(driver: Driver) -> None:
    driver.app.navigation.go(note_link("redirects"))
    title = "StatusRef note “301 and 302 against 307 and 308, and 303”"
    assert _cite(driver) == title
    reader = driver.notes.reader
    reader.find_next("Common misconceptions")
    driver.settle()
    assert _cite(driver) == f"{title}, section “Common misconceptions”"
    reader.to_top()
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum())
    assert "section “" in _cite(driver)
    citation = driver.notes.citation(Language.KOREAN)
    assert citation[-1].text.endswith("” 항목")


def _forms(menu: QMenu) -> dict[str, QAction]:
    """The rows of the menu of references inside a menu."""
    inner = next(action.menu() for action in menu.actions() if action.text() in {"Copy reference", "출처 복사"})
    assert isinstance(inner, QMenu)
    return {action.text().partition("\t")[0]: action for action in inner.actions() if action.text()}


@quiet_platform
def test_the_menu_has_every_form_in_both_languages(launch: Launch) -> None:
    driver = launch()
    driver.write("404")
    driver.press(Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    forms = _forms(menu)
    assert list(forms) == [
        "Formatted text (HTML)",
        "Plain text",
        "Markdown",
        "In Korean: Formatted text (HTML)",
        "In Korean: Plain text",
        "In Korean: Markdown",
    ]
    copied = {}
    for name, action in forms.items():
        action.trigger()
        copied[name] = (driver.clipboard, QGuiApplication.clipboard().mimeData().hasHtml())
    assert copied["Formatted text (HTML)"] == (CITED, True)
    assert copied["Plain text"] == (CITED, False)
    assert copied["In Korean: Plain text"] == (CITED_IN_KOREAN, False)
    assert copied["In Korean: Markdown"][0].startswith("404 Not Found (찾을 수 없음), [RFC 9110 §15.5.5](https://")


@quiet_platform
def test_the_menu_of_a_note(driver: Driver) -> None:
    driver.app.navigation.go(note_link("redirects"))
    reader = driver.window.page.findChild(Reader)
    assert isinstance(reader, Reader)
    _right_click(driver, reader.viewport(), QPoint(60, 200))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    _forms(menu)["Plain text"].trigger()
    assert driver.clipboard.startswith("StatusRef note “")
