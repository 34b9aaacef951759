"""The wrapping row, the row of choices and the message bar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.message_bar import MessageBar
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.icon_button import IconButton

# The row that wraps


def _row(theme: Theme, count: int, width: int) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    widget = QWidget()
    layout = FlowLayout(widget, gap=5)
    layout.setContentsMargins(10, 10, 10, 9)
    buttons: list[QWidget] = []
    for number in range(count):
        button = FilterButton(theme, widget)
        button.set_label(f"Button {number}", "")
        layout.addWidget(button)
        buttons.append(button)
    widget.resize(width, layout.heightForWidth(width))
    layout.setGeometry(widget.rect())
    return widget, layout, buttons


def test_one_row_where_there_is_room(qtbot: QtBot, theme: Theme) -> None:
    widget, layout, buttons = _row(theme, 4, 900)
    qtbot.addWidget(widget)
    assert len({button.y() for button in buttons}) == 1
    assert layout.heightForWidth(900) == buttons[0].height() + 19


@pytest.mark.parametrize("width", [120, 200, 336, 480])
def test_the_row_wraps_and_nothing_overlaps_or_is_cut(qtbot: QtBot, theme: Theme, width: int) -> None:
    widget, layout, buttons = _row(theme, 8, width)
    qtbot.addWidget(widget)
    assert len({button.y() for button in buttons}) > 1
    for place, button in enumerate(buttons):
        assert button.size() == button.sizeHint()
        assert widget.rect().contains(button.geometry())
        assert not any(button.geometry().intersects(other.geometry()) for other in buttons[place + 1 :])
    assert widget.height() == max(button.geometry().bottom() for button in buttons) + 1 + 9
    assert layout.heightForWidth(width) >= layout.heightForWidth(width * 2)


def test_hidden_buttons_take_no_room(qtbot: QtBot, theme: Theme) -> None:
    widget, layout, buttons = _row(theme, 8, 200)
    qtbot.addWidget(widget)
    tall = layout.heightForWidth(200)
    for button in buttons[2:]:
        button.hide()
    assert layout.heightForWidth(200) < tall


def test_a_button_wider_than_the_row_is_kept_inside(qtbot: QtBot, theme: Theme) -> None:
    widget, _, (button,) = _row(theme, 1, 60)
    qtbot.addWidget(widget)
    assert button.geometry().right() < 60


# A row of choices


def test_a_choice_is_told_and_shown(theme: Theme, show: Callable[[ChoiceRow], ChoiceRow]) -> None:
    row = show(ChoiceRow(theme, 3))
    row.describe("Appearance", "", ("System", "Light", "Dark"))
    chosen: list[int] = []
    row.chosen.connect(chosen.append)
    row.choose(0)
    assert chosen == []
    buttons = row.findChildren(FilterButton)
    assert [button.accessibleName() for button in buttons] == [
        "Appearance: System",
        "Appearance: Light",
        "Appearance: Dark",
    ]
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert chosen == [2]
    assert [button.isChecked() for button in buttons] == [False, False, True]


def test_arrows_choose_in_a_row(theme: Theme, show: Callable[[ChoiceRow], ChoiceRow]) -> None:
    row = show(ChoiceRow(theme, 3))
    row.describe("Appearance", "", ("System", "Light", "Dark"))
    row.choose(0)
    chosen: list[int] = []
    row.chosen.connect(chosen.append)
    buttons = row.findChildren(FilterButton)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].isChecked()
    assert chosen == [1]


def test_arrows_go_through_a_row_that_is_broken(theme: Theme, show: Callable[[ChoiceRow], ChoiceRow]) -> None:
    row = show(ChoiceRow(theme, 5))
    row.describe("Format", "", ("One HTML file", "PDF", "Docset for Zeal and Dash", "CSV", "JSON"))
    row.choose(0)
    row.window().resize(240, 400)
    QApplication.processEvents()
    buttons = row.findChildren(FilterButton)
    assert buttons[4].y() > buttons[0].y()
    buttons[0].setFocus()
    chosen: list[int] = []
    row.chosen.connect(chosen.append)
    for key in (*[Qt.Key.Key_Right] * 5, *[Qt.Key.Key_Left] * 5):
        QTest.keyClick(row.focusWidget(), key)
    assert chosen == [1, 2, 3, 4, 3, 2, 1, 0]
    assert buttons[0].hasFocus()


# Messages


@pytest.fixture
def bar(theme: Theme, localizer: Localizer, show: Callable[[MessageBar], MessageBar]) -> MessageBar:
    return show(MessageBar(theme, localizer))


def _label(bar: MessageBar) -> QLabel:
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label


def test_the_bar_is_there_only_while_it_tells_something(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.tell("The disk is full.")
    assert bar.isVisible()
    assert _label(bar).text() == "The disk is full."
    (close,) = bar.findChildren(IconButton)
    assert close.accessibleName() == "Dismiss"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_second_message_does_not_hide_the_first(bar: MessageBar) -> None:
    bar.tell("One")
    bar.tell("Two")
    bar.tell("One")
    assert _label(bar).text() == "One\nTwo"
    assert _label(bar).accessibleName() == "One\nTwo"
    bar.dismiss()
    bar.tell("Three")
    assert _label(bar).text() == "Three"


def test_a_path_with_markup_is_shown_as_it_is(bar: MessageBar, tmp_path: Path) -> None:
    bar.tell("/home/<b>x</b>/&amp;")
    assert _label(bar).textFormat() is Qt.TextFormat.PlainText


def test_a_long_message_wraps(bar: MessageBar) -> None:
    bar.tell("word " * 200)
    QApplication.processEvents()
    assert _label(bar).width() <= bar.width()
    assert _label(bar).height() > 3 * bar.fontMetrics().height()


def test_the_names_follow_the_language(bar: MessageBar) -> None:
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    (close,) = bar.findChildren(IconButton)
    assert close.toolTip() == "Dismiss"
