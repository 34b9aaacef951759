"""What links do, and that markup in typed text and in the content is shown as it is written."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from statusref.domain.catalogue import Catalogue
from statusref.domain.links import note_link
from statusref.domain.notes import NoteStore
from statusref.settings.options import Appearance
from statusref.theme.tokens import DARK
from tests.app.driving import CTRL, Driver, links_of

MARKUP = "<b>404</b><img src='http://127.0.0.1/x.png'><a href='file:///etc/passwd'>x</a> &amp; {code} %s"


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collects the addresses that would be opened in the browser."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


def test_an_address_is_opened_in_the_browser_only_on_click(driver: Driver, opened: list[str]) -> None:
    driver.write("404")
    address = next(link for link in driver.links if link.startswith("https://"))
    assert opened == []
    driver.click_link(address)
    assert opened == [address]
    assert driver.title == "404 Not Found – StatusRef"


def test_without_a_browser_the_address_is_shown_and_copied(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    for address in ("https://example.org/a", "https://example.org/b"):
        driver.window.page.follow(address)
        assert driver.messages == f"No browser could be opened, so the address was copied: {address}"
        assert driver.clipboard == address


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_a_page_is_copied_for_other_programs(driver: Driver) -> None:
    driver.app.preferences.use_appearance(Appearance.DARK)
    driver.app.navigation.go_to_code("404")
    driver.settle()
    reader = driver.reader
    reader.setFocus()
    driver.press(Qt.Key.Key_A, CTRL)
    driver.press(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("404 Not Found\n")
    assert "HTTPStatus.NOT_FOUND" in data.text()
    assert not {"Copy", "Write a note", "Ctrl+M"}.intersection(line.strip() for line in data.text().split("\n"))
    assert 'href="statusref://code/410"' in data.html()
    assert 'href="https://www.rfc-editor.org' in data.html()
    assert not re.search('href="(?!https?://|statusref://)', data.html())
    assert "background-color" not in data.html()
    assert DARK.text1 not in data.html()

    reader.to_top()
    assert reader.find("410")
    driver.press(Qt.Key.Key_C, CTRL)
    assert driver.clipboard == "410", "of a part no more than that"

    offered: list[tuple[str, bool]] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        copies = next(action for action in menu.actions() if action.objectName() == "link-copy")
        offered.append((copies.text(), copies.isEnabled()))
        copies.trigger()
        menu.close()

    for link, copied in (("code:410", "statusref://code/410"), ("action:memo", "statusref://code/410")):
        place = driver.link_place(link, reader)
        QApplication.sendEvent(reader.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
        choose()
        assert driver.clipboard == copied
    assert [enabled for _, enabled in offered] == [True, False]


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "mailto:a@example.org",
        "HTTPX://example.org",
        "//example.org",
        "smb://host/share",
        "",
    ],
)
def test_only_http_and_https_are_opened(driver: Driver, opened: list[str], link: str) -> None:
    driver.window.page.follow(link)
    assert opened == []


@pytest.mark.parametrize("link", ["http://example.org/", "https://example.org/a?b#c"])
def test_http_and_https_are_opened(driver: Driver, opened: list[str], link: str) -> None:
    driver.window.page.follow(link)
    assert opened == [link]


def test_every_link_on_every_page_leads_somewhere(
    driver: Driver, catalogue: Catalogue, notes: NoteStore, opened: list[str]
) -> None:
    lookup = driver.window.lookup
    found: set[str] = set()
    for entry in catalogue.entries:
        lookup.open_target(entry)
        lookup.detail.finish()
        found.update(driver.links)
    for note in notes.notes:
        driver.app.navigation.follow(note_link(note.slug))
        found.update(links_of(driver.notes.reader))
    kinds = {link.partition(":")[0] for link in found}
    assert kinds <= {"code", "note", "class", "compare", "copy", "action", "https"}
    for link in found:
        kind, _, rest = link.partition(":")
        if kind == "code":
            assert catalogue.find(rest), link
        elif kind == "note":
            assert notes.get(rest) is not None, link
        elif kind == "compare":
            assert all(catalogue.get(entry_id) for entry_id in rest.split(",")), link
        elif kind == "https":
            url = QUrl(link, QUrl.ParsingMode.StrictMode)
            assert url.isValid(), link
            assert "." in url.host(), link
    assert opened == []


def test_markup_in_the_search_field_is_text(driver: Driver, opened: list[str]) -> None:
    driver.field.give(MARKUP)
    driver.settle()
    assert driver.field.text() == MARKUP
    for label in driver.visible_texts():
        assert "<img" not in label
    driver.window.grab()
    assert opened == []


@pytest.mark.parametrize(
    "text", [MARKUP, "4\x0004", "\ud800", "\u202e404", "e" + "\u0301" * 3000, "x" * 4096, " ", "("]
)
def test_any_text_gets_an_answer(driver: Driver, text: str) -> None:
    driver.field.give(text)
    driver.settle()
    driver.window.grab()
    assert driver.ids
    assert driver.title.endswith("StatusRef")


def test_a_text_that_is_too_long_to_compare_is_said_to_be(driver: Driver) -> None:
    driver.field.give("not found " * 400)
    driver.settle()
    assert driver.window.lookup.caption.isVisible()
    assert "only its beginning" in driver.window.lookup.caption.text()


def test_what_was_copied_is_shown_as_text(driver: Driver) -> None:
    driver.app.clipboard.copy("<b>bold</b>\nsecond")
    assert driver.said == "Copied: <b>bold</b> second"
    assert driver.window.status._said.textFormat().name == "PlainText"


def test_no_dead_end(driver: Driver) -> None:
    for query in ("qqqqzzzz", "nto fuond", "1234", "없는말입니다", "!!!!"):
        driver.search(query)
        assert driver.ids, query
    driver.search("qqqqzzzz")
    assert driver.window.lookup.caption.text().startswith("No match.")
