"""Small windows: list and page take turns, and nothing is cut off, up to the largest text size."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import class_link, note_link
from statusref.domain.notes import NoteStore
from statusref.domain.text import Language
from statusref.pages import LOOKUP
from statusref.theme.fonts import TextStyle
from statusref.views.about_page import AboutPage
from statusref.views.page_header import PageHeader
from statusref.views.two_parts import TwoParts
from statusref.widgets.reader import Reader
from tests.app.conftest import Launch
from tests.app.driving import ALT, CTRL, NONE, SHIFT, Driver


@pytest.fixture
def narrow(launch: Launch) -> Driver:
    return launch(size=(640, 480))


def _list(driver: Driver) -> bool:
    assert driver.window.lookup.list.isVisible() is not driver.reader.isVisible()
    return driver.window.lookup.list.isVisible()


def test_list_and_page_in_turn(narrow: Driver) -> None:
    assert _list(narrow)
    narrow.write("404")
    assert _list(narrow)
    narrow.press(Qt.Key.Key_Return)
    assert not _list(narrow)
    assert narrow.has_keyboard(narrow.reader)
    narrow.press(Qt.Key.Key_Escape)
    assert _list(narrow)
    assert narrow.has_keyboard(narrow.field)
    assert narrow.field.text() == "404"
    narrow.press(Qt.Key.Key_Escape)
    assert narrow.field.text() == ""


def test_a_click_opens_the_page_and_typing_brings_the_list_back(narrow: Driver) -> None:
    narrow.click_row("102")
    assert not _list(narrow)
    narrow.write("5")
    assert _list(narrow)
    assert narrow.field.text() == "5"


def test_links_stay_on_the_page(narrow: Driver) -> None:
    narrow.write("404")
    narrow.press(Qt.Key.Key_Return)
    narrow.click_link("code:410")
    assert not _list(narrow)
    assert narrow.title == "410 Gone – StatusRef"


def test_find_in_page_shows_the_page(narrow: Driver) -> None:
    narrow.write("404")
    narrow.press(Qt.Key.Key_F, CTRL)
    assert not _list(narrow)
    narrow.write("client")
    assert narrow.window.lookup.detail.find_bar.isVisible()


def test_showing_bookmarks_only_brings_the_list_up(narrow: Driver) -> None:
    narrow.write("404")
    narrow.press(Qt.Key.Key_Return)
    narrow.press(Qt.Key.Key_D, CTRL)
    assert not _list(narrow)
    narrow.press(Qt.Key.Key_B, CTRL)
    assert _list(narrow)
    assert narrow.has_keyboard(narrow.field)


def test_the_overview_of_a_class_can_be_reached(narrow: Driver) -> None:
    narrow.app.navigation.follow(class_link("4xx"))
    narrow.settle()
    assert not _list(narrow)
    assert narrow.title == "4xx Client error – StatusRef"


def test_a_wider_window_shows_both(narrow: Driver) -> None:
    narrow.write("404")
    narrow.press(Qt.Key.Key_Return)
    narrow.resize(1180, 780)
    assert narrow.window.lookup.list.isVisible()
    assert narrow.reader.isVisible()
    assert narrow.title == "404 Not Found – StatusRef"


def test_narrowing_while_reading_keeps_the_page(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    driver.resize(640, 480)
    assert not _list(driver)
    assert driver.has_keyboard(driver.reader)


def test_notes_in_turn(narrow: Driver) -> None:
    narrow.press(Qt.Key.Key_2, ALT)
    page = narrow.notes
    narrow.app.navigation.follow(note_link("redirects"))
    narrow.settle()
    assert page.reader.isVisible()
    assert not page.list.isVisible()
    narrow.press(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert narrow.shows("notes")
    narrow.press(Qt.Key.Key_Escape)
    assert narrow.shows(LOOKUP)


def test_the_notes_page_opens_with_one_part(narrow: Driver) -> None:
    narrow.press(Qt.Key.Key_2, ALT)
    assert narrow.notes.list.isVisible() is not narrow.notes.reader.isVisible()


# Nothing is cut off


SIZES = pytest.mark.parametrize(("width", "percent"), [(640, 100), (640, 200), (800, 150), (2560, 200)])


def _uncut_header(header: PageHeader) -> None:
    metrics = header._theme.metrics
    places = header._places(header.width())
    for rect, chip in places.chips:
        style = TextStyle.CHIP_STRONG if chip.toned else TextStyle.CHIP
        assert metrics(style).horizontalAdvance(chip.text) <= rect.width(), chip.text
        assert header.rect().contains(rect), chip.text
    number, title, subtitle = places.number, places.title, places.subtitle
    assert header.rect().adjusted(0, -20, 0, 0).contains(title)
    for style, place, text in (
        (TextStyle.PHRASE, title, header._title),
        (TextStyle.KOREAN, subtitle, header._subtitle),
    ):
        for word in text.replace("·", "· ").split():
            assert metrics(style).horizontalAdvance(word) <= place.width(), word
    assert not (header._head.number and number.intersects(title))
    for button in (header.bookmark_button, header.copy_button):
        if button.isVisible():
            assert header.rect().contains(button.geometry())
            assert not button.geometry().intersects(title.adjusted(0, 0, 0, 0)) or title.right() < button.x()


def _uncut_page(reader: Reader) -> None:
    QApplication.processEvents()
    width = reader.viewport().width()
    document = reader.document()
    # The layout rounds up the widths of a table's columns, so a table may reach less than two pixels into the margin.
    assert document.idealWidth() <= width + 1
    assert reader.horizontalScrollBar().maximum() <= 1
    for frame in document.rootFrame().childFrames():
        place = document.documentLayout().frameBoundingRect(frame)
        if isinstance(frame, QTextTable):
            # For a table, Qt reports the left edge of the text in the first cell.
            assert place.width() <= width - 38
        else:
            assert place.right() <= width - 18
    block = document.begin()
    while block.isValid():
        left = document.documentLayout().blockBoundingRect(block).left()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            assert left + line.x() + line.naturalTextWidth() <= width, block.text()
        block = block.next()


@SIZES
@pytest.mark.parametrize("language", list(Language))
def test_no_page_of_a_code_is_cut(
    launch: Launch, catalogue: Catalogue, width: int, percent: int, language: Language
) -> None:
    driver = launch(size=(width, 480), idle=False)
    driver.app.preferences.use_language(language)
    driver.app.preferences.use_text_size(percent)
    driver.settle()
    lookup = driver.window.lookup
    for target in [*catalogue.entries, catalogue.explain(299), catalogue.explain(742)]:
        lookup.open_target(target)
        lookup.detail.finish()
        assert driver.reader.isVisible()
        assert lookup.detail.shown == target
        _uncut_page(driver.reader)
        _uncut_header(lookup.detail.header)
    for choice in ClassFilter:
        lookup.open(class_link(choice.value))
        lookup.detail.finish()
        _uncut_page(driver.reader)
        _uncut_header(lookup.detail.header)


@SIZES
@pytest.mark.parametrize("language", list(Language))
def test_no_note_is_cut(launch: Launch, notes: NoteStore, width: int, percent: int, language: Language) -> None:
    driver = launch(size=(width, 480), idle=False)
    driver.app.preferences.use_language(language)
    driver.app.preferences.use_text_size(percent)
    driver.settle()
    for note in notes.notes:
        driver.app.navigation.follow(note_link(note.slug))
        assert driver.notes.reader.isVisible()
        _uncut_page(driver.notes.reader)
        _uncut_header(driver.notes._header)


def _show_settings(driver: Driver) -> QWidget:
    driver.press(Qt.Key.Key_Comma, CTRL)
    return driver.settings_page


def _show_about(driver: Driver) -> QWidget:
    driver.press(Qt.Key.Key_F1, SHIFT)
    return driver.window.page_called("about")


def _show_list(driver: Driver) -> QWidget:
    driver.write("404")
    driver.press(Qt.Key.Key_Escape)
    return driver.window.lookup


@SIZES
@pytest.mark.parametrize("language", list(Language))
def test_no_button_or_label_is_cut(launch: Launch, width: int, percent: int, language: Language) -> None:
    driver = launch(size=(width, 480))
    driver.app.preferences.use_language(language)
    driver.app.preferences.use_text_size(percent)
    for show in (_show_list, _show_settings, _show_about):
        page = show(driver)
        driver.settle()
        assert page.isVisible()
        assert driver.window.size().width() == width
        if isinstance(page, AboutPage):
            _uncut_page(page.reader)
        _uncut_widgets(driver, type(page).__name__)
        if page is driver.window.lookup:
            assert driver.field.width() >= 150


def _uncut_widgets(driver: Driver, page: str) -> None:
    for kind in (QAbstractButton, QLabel):
        for widget in driver.visible(kind):
            inside = _scrolled_inside(widget) or driver.window
            left = widget.mapTo(inside, QPoint(0, 0)).x()
            assert left >= 0, (page, widget.accessibleName())
            assert left + widget.width() <= inside.width(), (page, widget.accessibleName())
            if isinstance(widget, QAbstractButton):
                assert widget.width() >= widget.sizeHint().width(), (page, widget.text())
                assert widget.height() >= widget.sizeHint().height(), (page, widget.text())


def _scrolled_inside(widget: QWidget) -> QWidget | None:
    """The viewport of the scroll area that contains a widget."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.viewport()
        parent = parent.parentWidget()
    return None


def test_the_list_leaves_room_for_the_page_when_the_text_is_small_again(launch: Launch) -> None:
    driver = launch(size=(1180, 740))
    before = driver.window.lookup.list.width()
    driver.app.preferences.use_text_size(200)
    driver.settle()
    assert not driver.reader.isVisible(), "there is no room for both"
    driver.quit()
    driver = launch(size=(1180, 740))
    driver.app.preferences.use_text_size(100)
    driver.settle()
    assert driver.window.lookup.list_width == before
    assert driver.window.lookup.list.width() == before, "and is seen with that width"
    assert driver.reader.width() > driver.window.lookup.list.width(), "the page is not squeezed beside the list"


def test_the_list_cannot_be_dragged_too_narrow_to_be_read(launch: Launch) -> None:
    driver = launch(size=(1700, 740))
    for size in (100, 200, 100):
        driver.app.preferences.use_text_size(size)
        for page in ("lookup", "notes"):
            driver.app.navigation.show_page(page)
            driver.settle()
            parts = driver.window.page.findChild(TwoParts)
            assert isinstance(parts, TwoParts)
            parts._splitter.moveSplitter(10, 1)
            assert parts._list.width() == 220 * size // 100, (page, size)


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_no_dialog_is_larger_than_the_screen(launch: Launch) -> None:
    driver = launch()
    driver.app.preferences.use_text_size(200)
    driver.search("404")
    driver.press(Qt.Key.Key_Return)
    room = driver.window.screen().availableGeometry().size()
    for key, modifiers in ((Qt.Key.Key_F1, NONE), (Qt.Key.Key_F7, NONE), (Qt.Key.Key_S, CTRL)):
        driver.press(key, modifiers)
        (dialog,) = [one for one in driver.window.findChildren(QDialog) if one.isVisible()]
        assert dialog.size().boundedTo(room) == dialog.size(), dialog.windowTitle()
        dialog.close()
        driver.window.activateWindow()
        driver.settle()
