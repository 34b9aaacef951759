"""Light and dark, as the desktop says or as the user chose, and text sizes, all while the window is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from statusref.app import program
from statusref.settings.options import TEXT_SIZES, Appearance
from statusref.system.desktop.appearance import PREFER_DARK, Portal
from statusref.theme.tokens import DARK, LIGHT
from tests.app.conftest import Launch
from tests.app.driving import CTRL, SHIFT, Driver


class FakePortal(Portal):
    """A desktop portal whose answer the test sets."""

    def __init__(self, value: int | None) -> None:
        super().__init__()
        self.value = value

    def read(self) -> int | None:
        return self.value

    def say(self, value: int) -> None:
        """Change the setting of the desktop, and report the change."""
        self.value = value
        self.changed.emit(value)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> FakePortal:
    portal = FakePortal(0)
    monkeypatch.setattr(program, "desktop_portal", lambda _machine, _qt: portal)
    return portal


def _painted(driver: Driver) -> tuple[str, str, str]:
    """The colours of the top bar, the page and menus."""
    image = driver.window.grab().toImage()
    page = driver.reader.mapTo(driver.window, driver.reader.rect().bottomLeft())
    menu = QApplication.palette().color(QApplication.palette().ColorRole.Window)
    return image.pixelColor(2, 2).name(), image.pixelColor(page.x() + 6, page.y() - 6).name(), menu.name()


LIGHT_COLOURS = (LIGHT.background, LIGHT.surface, LIGHT.surface)
DARK_COLOURS = (DARK.background, DARK.surface, DARK.surface)


def test_light_where_nobody_knows(driver: Driver) -> None:
    assert _painted(driver) == LIGHT_COLOURS


def test_dark_at_the_start_where_the_desktop_says_so(launch: Launch, portal: FakePortal) -> None:
    portal.value = PREFER_DARK
    assert _painted(launch()) == DARK_COLOURS


def test_the_desktop_is_followed_live(launch: Launch, portal: FakePortal) -> None:
    driver = launch()
    driver.write("404")
    for value, colours in ((PREFER_DARK, DARK_COLOURS), (2, LIGHT_COLOURS), (PREFER_DARK, DARK_COLOURS)):
        portal.say(value)
        driver.settle()
        assert _painted(driver) == colours
    assert driver.title == "404 Not Found – StatusRef"


def test_a_choice_of_ones_own_counts_more(launch: Launch, portal: FakePortal) -> None:
    driver = launch()
    driver.app.preferences.use_appearance(Appearance.LIGHT)
    portal.say(PREFER_DARK)
    driver.settle()
    assert _painted(driver) == LIGHT_COLOURS
    driver.app.preferences.use_appearance(Appearance.SYSTEM)
    driver.settle()
    assert _painted(driver) == DARK_COLOURS


def test_the_appearance_steps_by_key_and_button_and_is_kept(launch: Launch) -> None:
    driver = launch()
    button = driver.window.status._appearance_button
    assert button.text() == "System"
    driver.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert button.text() == "Light"
    driver.click(button)
    assert button.text() == "Dark"
    assert _painted(driver) == DARK_COLOURS
    driver.quit()
    again = launch()
    assert _painted(again) == DARK_COLOURS
    again.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert again.window.status._appearance_button.text() == "System"


def test_the_page_is_written_in_the_new_colours(driver: Driver) -> None:
    driver.write("404")
    driver.app.preferences.use_appearance(Appearance.DARK)
    driver.settle()
    cursor = driver.reader.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().foreground().color().name() == DARK.text1


# Text size


def test_the_text_grows_and_shrinks_by_key(driver: Driver) -> None:
    settings = driver.app.settings
    for size in TEXT_SIZES[2:]:
        driver.press(Qt.Key.Key_Plus, CTRL)
        assert settings.text_size == size
        assert driver.said == f"Text size {size} %"
        assert driver.reader.document().defaultFont().pixelSize() == round(15 * size / 100)
    driver.press(Qt.Key.Key_Equal, CTRL)
    assert settings.text_size == 200
    driver.press(Qt.Key.Key_0, CTRL)
    assert settings.text_size == 100
    driver.press(Qt.Key.Key_Minus, CTRL)
    driver.press(Qt.Key.Key_Minus, CTRL)
    assert settings.text_size == 90


def test_larger_text_while_reading_keeps_the_page(driver: Driver) -> None:
    driver.write("404")
    driver.press(Qt.Key.Key_Return)
    for _ in TEXT_SIZES:
        driver.press(Qt.Key.Key_Plus, CTRL)
        assert driver.reader.isVisible()
        assert driver.has_keyboard(driver.reader)
    driver.press(Qt.Key.Key_0, CTRL)
    assert driver.reader.isVisible()
    assert driver.window.lookup.list.isVisible()


def test_rows_grow_with_the_text(driver: Driver) -> None:
    rows = driver.window.lookup.list
    before = rows.visualRect(driver.row_index("100")).height()
    driver.app.preferences.use_text_size(200)
    driver.settle()
    assert rows.visualRect(driver.row_index("100")).height() == 2 * before


def test_the_window_has_its_icon(driver: Driver, resources: Path) -> None:
    assert not driver.window.windowIcon().isNull()
    assert (resources / "icons" / "statusref.svg").is_file()
