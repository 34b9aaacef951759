"""Switching the language while the window is open: no text is left in the other language."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import note_link
from statusref.domain.prose import HEADINGS
from statusref.domain.text import Language, Text
from statusref.domain.words import Words
from statusref.models.result_rows import Row
from statusref.models.roles import Role
from statusref.views.about_page import AboutPage
from statusref.views.row_words import RowWords
from tests.app.conftest import Launch
from tests.app.driving import CTRL, SHIFT, Driver

LATIN = {"StatusRef", "Pretendard", "English", "한국어", "404", "404 Not Found", "404 찾을 수 없음"}
LATIN |= {"404 Not Found (찾을 수 없음)", "404 Not Found · 찾을 수 없음"}


def _texts(window: QWidget) -> Iterator[tuple[tuple[int, str], str]]:
    """All texts that visible widgets show, or screen readers read, with the widget and the kind of text."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield (id(widget), "name"), widget.accessibleName()
        yield (id(widget), "description"), widget.accessibleDescription()
        yield (id(widget), "tooltip"), widget.toolTip()
        match widget:
            case QLabel() | QAbstractButton():
                yield (id(widget), "text"), widget.text()
            case QLineEdit():
                yield (id(widget), "placeholder"), widget.placeholderText()


def _same_in_both(text: str) -> bool:
    return not any(letter.isalpha() for letter in text) or text in LATIN or text[:3] in {c.value for c in ClassFilter}


def _lookup(driver: Driver) -> None:
    driver.write("404")


def _overview(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, CTRL)


def _unassigned(driver: Driver) -> None:
    driver.write("299")


def _notes(driver: Driver) -> None:
    driver.app.navigation.follow(note_link("redirects"))
    driver.settle()


def _find(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_F, CTRL)


def _settings(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Comma, CTRL)


def _about(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F1, SHIFT)


def _recent(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Escape)


def _no_bookmarks(driver: Driver) -> None:
    driver.press(Qt.Key.Key_B, CTRL)


def _nearest(driver: Driver) -> None:
    driver.write("nto fuond")


@pytest.mark.parametrize(
    "go", [_lookup, _overview, _unassigned, _notes, _find, _settings, _about, _recent, _no_bookmarks, _nearest]
)
@pytest.mark.parametrize("locale", ["en_US.UTF-8", "ko_KR.UTF-8"])
def test_every_visible_text_changes(launch: Launch, go: Callable[[Driver], None], locale: str) -> None:
    driver = launch(locale=locale)
    go(driver)
    before = dict(_texts(driver.window))
    empty = driver.window.lookup.list._empty
    driver.press(Qt.Key.Key_L, CTRL)
    after = dict(_texts(driver.window))
    same = [text for key, text in before.items() if after.get(key) == text and text and not _same_in_both(text)]
    # The English names of codes are the same in both languages.
    assert [text for text in same if not text.startswith(("404 ", "299 ", "Settings:", "301 ", "StatusRef "))] == []
    assert driver.window.lookup.list._empty != empty
    driver.press(Qt.Key.Key_L, CTRL)
    again = dict(_texts(driver.window))
    assert {key: again.get(key) for key in before} == before


@pytest.mark.parametrize(("go", "titles"), [
    (_overview, ("4xx Client error", "4xx 클라이언트 오류")),
    (_unassigned, ("299 Unassigned", "299 Unassigned")),
    (_notes, ("301 and 302 against 307 and 308, and 303", "301·302와 307·308, 그리고 303")),
    (_lookup, ("404 Not Found", "404 Not Found")),
])  # fmt: skip
def test_the_title_changes(driver: Driver, go: Callable[[Driver], None], titles: tuple[str, str]) -> None:
    go(driver)
    assert driver.title == f"{titles[0]} – StatusRef"
    driver.press(Qt.Key.Key_L, CTRL)
    assert driver.title == f"{titles[1]} – StatusRef"


def test_the_page_is_written_in_the_other_language(driver: Driver, words: Words) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_L, CTRL)
    text = driver.page_text.split("\n")
    for heading in HEADINGS.values():
        assert heading.en not in text
    assert words.text("part.sources", Language.KOREAN) in text
    assert words.text("part.sources", Language.ENGLISH) not in text


def test_the_page_stays_where_it_was(driver: Driver) -> None:
    driver.write("404")
    driver.reader.verticalScrollBar().setValue(120)
    driver.press(Qt.Key.Key_L, CTRL)
    assert driver.reader.verticalScrollBar().value() == 120
    assert driver.field.text() == "404"
    assert driver.selected == "404"


def test_the_about_page_is_written_again(driver: Driver) -> None:
    _about(driver)
    page = driver.window.page_called("about")
    assert isinstance(page, AboutPage)
    driver.press(Qt.Key.Key_L, CTRL)
    assert "이 프로그램은 네트워크에 연결하지 않습니다." in page.reader.toPlainText()


def test_pages_opened_before_follow_while_they_are_hidden(driver: Driver) -> None:
    _notes(driver)
    _settings(driver)
    driver.press(Qt.Key.Key_L, CTRL)
    driver.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert driver.title.startswith("301·302와")
    assert "이 노트의 코드" in driver.notes.reader.toPlainText()


@pytest.mark.parametrize("language", list(Language))
def test_both_names_of_every_code_are_visible_in_either(
    driver: Driver, catalogue: Catalogue, language: Language
) -> None:
    driver.app.preferences.use_language(language)
    rows = RowWords(driver.app.localizer, lambda family: Text(family, family))
    for entry in catalogue.entries:
        lines = rows.lines(entry)
        assert (lines.upper, lines.lower) == (entry.phrase, entry.korean)
        driver.window.lookup.open_target(entry)
        header = driver.window.lookup.detail.header._head
        shown = {header.number, header.title, header.subtitle}
        assert {entry.number, entry.phrase, entry.korean} <= shown


def test_the_language_is_kept(launch: Launch) -> None:
    driver = launch()
    driver.press(Qt.Key.Key_L, CTRL)
    driver.quit()
    assert launch().field.accessibleName() == "찾기"


def test_the_button_at_the_bottom_names_the_language(driver: Driver) -> None:
    status = driver.window.status
    assert status._language_button.text() == "English"
    driver.click(status._language_button)
    assert status._language_button.text() == "한국어"
    assert driver.said == "103개 코드"


def test_what_matched_is_shown_in_the_language_in_force(driver: Driver) -> None:
    driver.write("404")

    def marked() -> str:
        row = driver.row_index("405").data(Role.ITEM)
        assert isinstance(row, Row)
        return row.marks[0].text

    assert marked().isascii()
    driver.press(Qt.Key.Key_Down)
    selected = driver.selected
    driver.press(Qt.Key.Key_L, CTRL)
    assert marked() == "리소스가 없으면 404입니다."
    assert driver.selected == selected
