"""Every kind of button: keys that press it, the pointer over it, its focus ring, its name, its size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT, Tokens, color
from statusref.widgets.choice_button import ChoiceButton, Verdict
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.icon_button import IconButton
from statusref.widgets.press_button import PressButton
from statusref.widgets.push_button import PushButton
from statusref.widgets.rail_button import RailButton
from statusref.widgets.rating_button import RatingButton
from statusref.widgets.text_button import TextButton


def icon_button(theme: Theme) -> PressButton:
    button = IconButton(theme, "star", checked_icon="star-filled")
    button.describe("Bookmark", "Ctrl+D")
    return button


def filter_button(theme: Theme) -> PressButton:
    button = FilterButton(theme)
    button.set_label("4xx", "Ctrl+6")
    return button


def rail_button(theme: Theme) -> PressButton:
    button = RailButton(theme, "notes")
    button.describe("Notes", "Alt+2")
    return button


def text_button(theme: Theme) -> PressButton:
    button = TextButton(theme)
    button.describe("English", None, "Switch language", "Ctrl+L")
    return button


def push_button(theme: Theme) -> PressButton:
    button = PushButton(theme)
    button.describe("Go on", "Space", "To the next card")
    return button


def primary_button(theme: Theme) -> PressButton:
    button = PushButton(theme, primary=True)
    button.describe("Go on", "Space", "To the next card")
    return button


def choice_button(theme: Theme) -> PressButton:
    button = ChoiceButton(theme)
    button.offer("1", "404 Not Found", "찾을 수 없음")
    return button


def right_choice(theme: Theme) -> PressButton:
    button = ChoiceButton(theme)
    button.offer("1", "404 Not Found")
    button.judge(Verdict.RIGHT, "Right")
    return button


def rating_button(theme: Theme) -> PressButton:
    button = RatingButton(theme, "3")
    button.describe("Good", "4 days", "Good: in 4 days", suggested=False)
    return button


def suggested_rating(theme: Theme) -> PressButton:
    button = RatingButton(theme, "3")
    button.describe("Good", "4 days", "Good: in 4 days", suggested=True)
    return button


Make = Callable[[Theme], PressButton]
Show = Callable[[PressButton], PressButton]
SMALL = [icon_button, filter_button, rail_button, text_button]
KINDS = [*SMALL, push_button, choice_button, rating_button]
LOOKS = [
    *((make, False) for make in (*KINDS, primary_button, right_choice, suggested_rating)),
    *((make, True) for make in (icon_button, filter_button, rail_button)),
]
all_kinds = pytest.mark.parametrize("make", KINDS)


def pixels(image: QImage, wanted: str) -> int:
    rgb = color(wanted).rgb()
    return sum(image.pixel(x, y) == rgb for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def pressed() -> list[bool]:
    return []


# Keys and pointer


@all_kinds
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_enter_and_space_press_once(
    theme: Theme, show: Show, make: Make, key: Qt.Key, pressed: list[bool]
) -> None:
    button = show(make(theme))
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [True]


@all_kinds
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_that_is_held_down_presses_once(
    theme: Theme, show: Show, make: Make, key: Qt.Key, pressed: list[bool]
) -> None:
    button = show(make(theme))
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyPress(button, key)
    for _ in range(3):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            repeat = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
            QApplication.sendEvent(button, repeat)
    QTest.keyRelease(button, key)
    assert pressed == [True]


@all_kinds
def test_a_disabled_button_is_not_pressed(theme: Theme, show: Show, make: Make, pressed: list[bool]) -> None:
    button = show(make(theme))
    button.clicked.connect(lambda: pressed.append(True))
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []


@all_kinds
def test_the_pointer_lights_a_button_until_it_leaves(theme: Theme, show: Show, make: Make) -> None:
    button = show(make(theme))
    assert button.cursor().shape() is Qt.CursorShape.PointingHandCursor
    window = button.window()
    QTest.mouseMove(window, QPoint(1, 1))
    away = button.grab().toImage()
    QTest.mouseMove(button, button.rect().center())
    assert button.is_lit
    assert button.grab().toImage() != away
    QTest.mouseMove(window, QPoint(1, 1))
    assert button.grab().toImage() == away


# The focus ring


@pytest.mark.parametrize(("make", "checked"), LOOKS)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_focus_is_a_ring_in_a_colour_that_stands_out(
    theme: Theme, show: Show, make: Make, checked: bool, tokens: Tokens
) -> None:
    theme.apply(tokens=tokens)
    button = show(make(theme))
    button.setChecked(checked)
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    with_focus = button.grab().toImage()
    on_accent = make is primary_button or (make is filter_button and checked)
    ring = tokens.on_accent if on_accent else tokens.accent
    assert pixels(with_focus, ring) > pixels(without, ring) + 20


# Names, sizes, colours


@all_kinds
def test_every_button_has_a_name_a_tooltip_with_its_key_and_takes_tab(theme: Theme, make: Make) -> None:
    button = make(theme)
    assert button.accessibleName()
    assert button.toolTip().endswith((")", "Space", "1"))
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("make", SMALL)
def test_buttons_grow_with_the_text(theme: Theme, make: Make) -> None:
    button = make(theme)
    before = button.sizeHint()
    theme.apply(factor=2.0)
    after = button.sizeHint()
    assert after.height() == 2 * before.height()
    assert after.width() > 1.8 * before.width()


@all_kinds
def test_buttons_follow_the_colours(theme: Theme, show: Show, make: Make) -> None:
    button = show(make(theme))
    light = button.grab().toImage()
    theme.apply(tokens=DARK)
    assert button.grab().toImage() != light


def test_a_filter_button_says_its_count(theme: Theme) -> None:
    button = FilterButton(theme)
    button.set_label("4xx", "Ctrl+6")
    assert (button.accessibleName(), button.toolTip()) == ("4xx", "4xx (Ctrl+6)")
    narrow = button.sizeHint().width()
    button.set_count(53)
    assert button.accessibleName() == "4xx, 53"
    assert button.sizeHint().width() > narrow
    button.set_count(0)
    assert button.accessibleName() == "4xx, 0"


def test_checked_shows_without_colour_alone(theme: Theme, show: Show) -> None:
    star = show(icon_button(theme))
    empty = star.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    star.setChecked(True)
    assert star.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8) != empty


def test_a_lit_button_leaves_the_shared_colours_alone(theme: Theme, show: Show) -> None:
    button = show(primary_button(theme))
    button.setDown(True)
    button.grab()
    assert color(theme.tokens.on_accent).alpha() == 255
